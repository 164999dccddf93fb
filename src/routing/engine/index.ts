// The door of the engine: pure, browser-safe. How to drive it stands in README.md.
export * from './rules.ts'
export * from './people.ts'
export * from './work.ts'
export * from './happening.ts'
export * from './decision.ts'
export * from './receipt.ts'
export * from './kept.ts'
