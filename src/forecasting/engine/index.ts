// The door of the forecasts: pure, no input or output, no clock.
export { forecast, heavyWork, prepareForecast, tellForecast, type ForecastPrepared } from './forecast.ts'
export { type HeavyTask, type HeavyTold } from './heavy.ts'
export { methodNames } from './sentences.ts'
export { followDay, type DayGoing, type Followed } from './follow-day.ts'
