// The door of scheduling.
export { routes } from './routes.ts'
export { readers, workers } from './listen.ts'
