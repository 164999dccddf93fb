// The door of the forecasts: pure, no input or output, no clock.
export { forecast, heavyWork, prepareForecast, raceHere, tellForecast, type ForecastPrepared } from './forecast.ts'
export { type HeavyTask, type HeavyTold } from './heavy.ts'
export { hasChance, lagsBehind, TRIED_FIRST } from './heavy-chance.ts'
export { askTroubles } from './check-ask.ts'
export { forecastReportSchema, forecastSchema } from './schemas.ts'
export { methodNames } from './sentences.ts'
export { followDay, type DayGoing, type Followed } from './follow-day.ts'
export { askShape, methodIds, simpleMethods, type Ask, type AskInput, type MethodId } from '../contract/ask.ts'
export {
  answerShape,
  seriesAnswerShape,
  type Answer as ForecastAnswer,
  type Point,
  type SeriesAnswer,
} from '../contract/answer.ts'
