// The window of staffing: how many people that takes.
export * from './contract/target.ts'
export * from './contract/load.ts'
export * from './contract/figures.ts'
