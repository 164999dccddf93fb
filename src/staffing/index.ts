// The door of staffing.
export { routes } from './routes.ts'
export { readers, workers } from './listen.ts'
