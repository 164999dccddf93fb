// The pages of scheduling, each fetched when it is first opened; my day at a glance, for the seat menu and the rail.
import { lazyRouteComponent } from '@tanstack/react-router'
import { freshOn } from '#ui/live'
import {
  getBoard, getCoverage, getPlanRun, getPublishing, getTroubles, listContracts, listFairness, listMoves, listMyShifts, listOpenShifts, listPatterns, listPlanRuns, listPlans, listPreferences, listPublications, listSwaps,
} from '../contract.ts' // prettier-ignore

freshOn(['scheduling.run_changed', 'scheduling.run_progressed'], [getPlanRun, listPlanRuns])
freshOn(['scheduling.run_changed', 'scheduling.plan_changed', 'scheduling.moved'], [listPlans])
freshOn(['scheduling.moved', 'scheduling.plan_changed', 'scheduling.shifts_published', 'staffing.requirements_changed', 'forecasting.published'], [getCoverage, getPublishing, getTroubles]) // prettier-ignore
freshOn(['scheduling.plan_changed'], [getBoard])
freshOn(['scheduling.moved', 'scheduling.plan_changed'], [listMoves])
freshOn(
  ['scheduling.shifts_published', 'scheduling.swap_changed', 'staff.absence_planned', 'staff.absence_cancelled'],
  [listMyShifts],
)
freshOn(
  ['staff.absence_planned', 'staff.absence_cancelled', 'staff.absence_changed', 'staff.part_time_changed'],
  [getCoverage, getTroubles],
)
freshOn(['scheduling.shifts_published'], [listFairness, listPublications])
freshOn(['scheduling.swap_changed'], [listSwaps])
freshOn(['scheduling.open_shift_changed'], [listOpenShifts])
freshOn(['scheduling.terms_changed'], [listContracts, listPreferences])
freshOn(['scheduling.rules_changed'], [listPatterns])

export const PlanningPage = lazyRouteComponent(() => import('./planning/page.tsx'), 'PlanningPage')
export const FairnessPage = lazyRouteComponent(() => import('./fairness/page.tsx'), 'FairnessPage')
export const MyShiftsPage = lazyRouteComponent(() => import('./mine/page.tsx'), 'MyShiftsPage')
export const PlanSettingsPage = lazyRouteComponent(() => import('./settings/page.tsx'), 'PlanSettingsPage')
export { myDayWatch } from './mine/my-day.ts'
