// What somebody does in a shift, and what each kind of it counts for.
import { z } from 'zod'
import { moment } from './moments.ts'

export const activityKinds = [
  'work', 'lunch', 'break', 'training', 'meeting', 'coaching', 'project', 'delegation', 'absence',
] as const // prettier-ignore
export type ActivityKind = (typeof activityKinds)[number]

/**
 * What an activity counts for.
 * - `productive`: it covers a need.
 * - `paid`: it counts toward the hours of the contract.
 * - `working`: it is working time in the sense of the law (in France L3121-1: at the employer's disposal; delegation hours too, L2315-10).
 * - `neutral`: adherence counts it as kept, whatever the seat says.
 */
export type ActivityTraits = { productive: boolean; paid: boolean; working: boolean; neutral: boolean }

const worked: ActivityTraits = { productive: false, paid: true, working: true, neutral: true }

/** Short breaks are paid by usage and are not working time (L3121-2); lunch is neither. */
export const activityTraits: Readonly<Record<ActivityKind, ActivityTraits>> = {
  work: { productive: true, paid: true, working: true, neutral: false },
  lunch: { productive: false, paid: false, working: false, neutral: false },
  break: { productive: false, paid: true, working: false, neutral: false },
  training: worked,
  meeting: worked,
  coaching: worked,
  project: worked,
  delegation: worked,
  absence: { productive: false, paid: true, working: false, neutral: true },
}

/** A rest from work: no part of the working time. */
export const isPause = (kind: ActivityKind): boolean => !activityTraits[kind].working

export const activityShape = z
  .strictObject({
    kind: z.enum(activityKinds).describe('What is done'),
    starts_at: moment().describe('When it begins, an instant'),
    ends_at: moment().describe('When it ends, an instant'),
    label: z.string().max(120).optional().describe('What it is called, for meetings and trainings'),
  })
  .meta({ id: 'activity' })
export type Activity = z.infer<typeof activityShape>
