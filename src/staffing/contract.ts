// The window of staffing: how many people that takes.
export {}
