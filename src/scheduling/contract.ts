// The window of scheduling: who works when.
export * from './contract/moments.ts'
export * from './contract/activity.ts'
export * from './contract/law.ts'
export * from './contract/work-contract.ts'
export * from './contract/pattern.ts'
export * from './contract/plan-shapes.ts'
export * from './contract/schedule-ask.ts'
export * from './contract/schedule-answer.ts'
