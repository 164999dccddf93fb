// The door of staffing.
export { routes } from './routes.ts'
export { readers, workers } from './listen.ts'
export { openStage, type Stage } from './stage.ts'
export { requirementsFor } from './needs/requirements-for.ts'
export { showGroups as groupsNow } from './groups/show.ts'
export { groupsOf, type HouseGroup } from './groups/form.ts'
export { changeTargets } from './targets/change.ts'
export { targetsInForce } from './targets/in-force.ts'
