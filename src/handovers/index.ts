// The door of handovers.
export { routes } from './routes.ts'
export { readers } from './listen.ts'
export { workers } from './workers.ts'
export { count as countBatons, list as listBatons } from './list.ts'
