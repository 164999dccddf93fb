// The window of today: what somebody must do now and must not forget, who is unhappy, what would break while one is away, and the same for a team.
export * from './contract/lines.ts'
export * from './contract/page.ts'
export * from './contract/unhappy.ts'
export * from './contract/gate.ts'
export * from './contract/team.ts'
