// The door of the day's thinking: pure, safe in a browser.
export * from './doing.ts'
export * from './planned.ts'
export * from './adherence.ts'
export * from './plan-of-shift.ts'
export * from './level.ts'
export * from './alert.ts'
export * from './climate.ts'
