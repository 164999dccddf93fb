// The window of clocks: service levels, the silence clock, stagnation, the ladder of escalation, contracts of customers, holding messages.
export * from './contract/words.ts'
export * from './contract/policy.ts'
export * from './contract/clock.ts'
export * from './contract/holding.ts'
export * from './contract/events.ts'
export * from './contract/refusals.ts'
