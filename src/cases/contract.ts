// The window of cases: the dossier as everybody sees it, what may be asked of it, and what it tells.
export * from './contract/words.ts'
export * from './contract/traits.ts'
export * from './contract/shapes.ts'
export * from './contract/arrival.ts'
export * from './contract/events.ts'
export * from './contract/refusals.ts'
export * from './contract/endpoints.ts'
export * from './contract/ending.ts'
