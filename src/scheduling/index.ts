// The door of scheduling.
export { routes } from './routes.ts'
export { readers, workers } from './listen.ts'
export { plannedAt, planOf, shiftsBetween, whole as wholeShift, type Planned } from './day/shifts-between.ts'
export { callIn, changeDay, moveActivity, type DayChanged, type DayWish } from './day/change-day.ts'
export { undoMove } from './moves/undo.ts'
export { settingsNow as planningSettings } from './terms/settings.ts'
export { contractsFor, usualContract } from './terms/contracts.ts'
export { readFeed } from './feeds/read-feed.ts'
