// The window of forecasting: how much will come.
export * from './contract/streams.ts'
export * from './contract/history.ts'
export * from './contract/published.ts'
export {
  askShape,
  methodIds,
  simpleMethods,
  type Ask,
  type AskInput,
  type MethodId,
} from './contract/ask.ts'
export {
  answerShape,
  seriesAnswerShape,
  spreadShape,
  type Answer,
  type Note,
  type Outlier,
  type RaceRow,
  type SeriesAnswer,
  type Spread,
} from './contract/answer.ts'
