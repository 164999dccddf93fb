// The window of forecasting: how much will come.
export * from './contract/streams.ts'
export * from './contract/history.ts'
export * from './contract/published.ts'
