// The window of routing: work items, offers, seats, breaks; the rulebook; the floor; trials of new rules.
export * from './contract/words.ts'
export * from './contract/items.ts'
export * from './contract/offers.ts'
export * from './contract/seats.ts'
export * from './contract/events.ts'
export * from './contract/refusals.ts'
export * from './contract/rulebook.ts'
export * from './contract/trial.ts'
