import { freshOn } from '#ui/live'
import { getGroups, getRequirements, getTargets, listTargets } from '../contract.ts'

freshOn(['staffing.requirements_changed', 'staffing.reckoning_progressed', 'forecasting.published', 'forecasting.adjusted'], [getRequirements]) // prettier-ignore
freshOn(['staffing.requirements_changed', 'routing.rules_in_force'], [getGroups])
freshOn(['staffing.targets_changed'], [getTargets, listTargets, getRequirements])

export { StaffingPage } from './page.tsx'
export { HeatMap, type HeatCell, type HeatMapShown, type HeatRow } from './map/heat-map.tsx'
