// The door of clocks.
export { dueOf, type Due } from './due-of.ts'
export { readers } from './listen.ts'
export { workers } from './timers.ts'
