// The door of forecasting.
export { routes } from './routes.ts'
export { readers, workers } from './listen.ts'
