// The door of forecasting.
export { historyOf } from './history/history-of.ts'
export { publishedForecast } from './published/published-forecast.ts'
export { routes } from './routes.ts'
export { readers, workers } from './listen.ts'
