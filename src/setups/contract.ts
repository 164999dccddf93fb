// The window of set-ups: what a trade needs on its first day, as data; what choosing one would change; and which one the house lives in.
export * from './contract/document.ts'
export * from './contract/plan.ts'
export * from './contract/refusals.ts'
