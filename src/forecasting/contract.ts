// The window of forecasting: how much will come.
export {}
