// The door of commitments.
export { promise, type NewPromise } from './promise.ts'
export { keep } from './keep.ts'
export { move } from './move.ts'
export { withdraw } from './withdraw.ts'
export { promisesOf } from './promises-of.ts'
export { routes } from './routes.ts'
export { readers } from './listen.ts'
export { workers } from './timers.ts'
