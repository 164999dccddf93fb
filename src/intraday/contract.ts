// The window of intraday: the day as it goes.
export {}
