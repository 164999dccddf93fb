// The window of the rehearsal: what if these had been the rules, these the people, this the traffic?
export * from './contract/findings.ts'
export * from './contract/runs.ts'
