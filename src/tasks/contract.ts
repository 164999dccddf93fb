// The window of tasks: what is asked of the back office, by when, and what came back.
export * from './contract/words.ts'
export * from './contract/shapes.ts'
export * from './contract/asking.ts'
export * from './contract/doing.ts'
export * from './contract/lists.ts'
export * from './contract/procedures.ts'
export * from './contract/events.ts'
export * from './contract/refusals.ts'
