// How this house plans: one row of settings, each with a default that serves. Part of the contract.
import { z } from 'zod'
import { endpoint, nothing, rowVersion } from '#base/contract'
import { laws, type LawName } from './law.ts'
import { clockTime, zoneName } from './moments.ts'
import { bidRules } from './open-shifts.ts'

export const planningSettingsShape = z.object({
  zone: zoneName().default('Europe/Paris'),
  law: z.enum(Object.keys(laws) as [LawName]).default('fr'), // the names of the sets there are
  interval_min: z.union([z.literal(15), z.literal(30)]).default(15),
  late_after: clockTime().default('19:00'), // a shift that ends later is a late one
  early_before: clockTime().default('08:00'), // one that begins before is an early one
  fairness_weeks: z.coerce.number().int().min(1).max(53).default(8),
  notice_days: rowVersion().max(60).default(7), // working days: art. L3123-24 of the Code du travail, for part-time people
  swaps_by_rule: z.boolean().default(false), // a swap that law, skills and coverage allow needs nobody’s answer
  swap_closes_hours: rowVersion().max(720).default(24), // before the first of the two shifts
  bid_rule: z.enum(bidRules).default('fairness'),
})
export type PlanningSettings = z.infer<typeof planningSettingsShape>
const kept = planningSettingsShape.extend({ version: rowVersion() }) // 0: as they come

export const getPlanningSettings = endpoint({
  method: 'GET', path: '/api/v1/planning-settings', permission: 'workforce.read', summary: 'How this house plans', input: nothing, output: kept,
}) // prettier-ignore
export const putPlanningSettings = endpoint({
  method: 'PUT', path: '/api/v1/planning-settings', permission: 'workforce.manage', summary: 'Change how this house plans', input: planningSettingsShape.partial().extend({ version: rowVersion() }), output: kept,
}) // prettier-ignore
export const settingEndpoints = [getPlanningSettings, putPlanningSettings]
