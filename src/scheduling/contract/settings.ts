// How this house plans: one row of settings, each with a default that serves. Part of the contract.
import { z } from 'zod'
import { endpoint, nothing } from '#base/contract'
import { bidRules } from './open-shifts.ts'

const minute = (most: number) => z.coerce.number().int().min(0).max(most)
export const planningSettingsShape = z.object({
  zone: z.string().max(60).default('Europe/Paris'),
  law: z.string().max(20).default('fr'), // a law set of the engine
  interval_min: z.union([z.literal(15), z.literal(30)]).default(15),
  lunch_min: minute(240).default(60), // laid into a shift of more than six hours; 0: none
  lunch_from_minute: minute(1439).default(690), // it begins at 11:30 at the earliest
  lunch_to_minute: minute(1439).default(810), // and at 13:30 at the latest
  break_min: minute(120).default(15), // 0: none
  break_every_min: z.coerce.number().int().min(60).max(720).default(180), // after so much work at the latest
  paid_breaks: z.boolean().default(true),
  late_after_minute: minute(1440).default(1140), // a shift that ends after 19:00 is a late one
  early_before_minute: minute(1440).default(480), // one that begins before 8:00 is an early one
  fairness_weeks: z.coerce.number().int().min(1).max(53).default(8),
  notice_days: z.coerce.number().int().min(0).max(60).default(7), // working days: art. L3123-24 of the Code du travail, for part-time people
  swaps_by_rule: z.boolean().default(false), // a swap that law, skills and coverage allow needs nobody’s answer
  swap_closes_hours: z.coerce.number().int().min(0).max(720).default(24), // before the first of the two shifts
  bid_rule: z.enum(bidRules).default('fairness'),
})
export type PlanningSettings = z.infer<typeof planningSettingsShape>
const kept = planningSettingsShape.extend({ version: z.coerce.number().int().min(0) }) // 0: as they come

export const getPlanningSettings = endpoint({
  method: 'GET', path: '/api/v1/planning-settings', permission: 'workforce.read', summary: 'How this house plans', input: nothing, output: kept,
}) // prettier-ignore
export const putPlanningSettings = endpoint({
  method: 'PUT', path: '/api/v1/planning-settings', permission: 'workforce.manage', summary: 'Change how this house plans', input: planningSettingsShape.partial().extend({ version: z.coerce.number().int().min(0) }), output: kept,
}) // prettier-ignore
export const settingEndpoints = [getPlanningSettings, putPlanningSettings]
