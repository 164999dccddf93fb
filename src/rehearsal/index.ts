// The door of the rehearsal.
export { openStage, type Stage } from './stage.ts'
export { forgetOldRuns } from './runs/end.ts'
export { routes } from './routes.ts'
