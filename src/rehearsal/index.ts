// The door of the rehearsal.
export { openStage, type Stage } from './stage.ts'
export { forgetOldRuns } from './runs/end.ts'
export { routes } from './routes.ts'
export { rehearseTogether } from './crew/rehearse-together.ts'
export { reportTable } from './table/report-table.ts'
export { scenarioWithFile } from './traffic-files/scenario-with-file.ts'
