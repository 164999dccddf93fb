// The window of scheduling: who works when.
export {}
