// The window of fields: what a house wants to know of its cases, customers, companies and projects beyond what everybody knows, and the
// lists it makes of cases by it.
export * from './contract/words.ts'
export * from './contract/field.ts'
export * from './contract/value.ts'
export * from './contract/view.ts'
export * from './contract/refusals.ts'
export * from './contract/events.ts'
