// The door of intraday.
export { routes } from './routes.ts'
export { readers, workers } from './listen.ts'
