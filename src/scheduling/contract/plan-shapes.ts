// A plan: who works when, and doing what.
import { z } from 'zod'
import { activityShape } from './activity.ts'
import { localDay, moment, named } from './moments.ts'

export const shiftShape = z
  .strictObject({
    person: z.string().min(1).max(120).describe('Who'),
    day: localDay().describe('The local day on which it begins'),
    starts_at: moment().describe('When it begins, an instant'),
    ends_at: moment().describe('When it ends, an instant'),
    activities: z
      .array(activityShape)
      .max(60)
      .describe(
        'What is done in it, in order and without a gap; a pause in the middle is an activity too. Empty: work from end to end',
      ),
    site: named('Where').optional(),
    pattern: named('The pattern it follows').optional(),
    locked: z.boolean().optional().describe('true: planning again leaves it as it is'),
  })
  .meta({ id: 'shift' })
export type Shift = z.infer<typeof shiftShape>

/** What is wrong with somebody's weeks; numbers stay numbers, `sayTrouble` of the engine says them in words. */
export const troubleCodes = [
  'overlap', // two shifts at once
  'out_of_shift', // an activity outside its shift, or over another
  'day_too_long',
  'week_too_long',
  'average_too_long',
  'daily_rest',
  'weekly_rest',
  'too_many_days',
  'break_missing',
  'too_many_cuts',
  'cut_too_long',
  'night_too_long',
  'extra_hours', // a part-timer, beyond the share the law allows
  'contract_too_short', // part-time below the least, not asked for
  'minor_day_too_long',
  'minor_week_too_long',
  'minor_daily_rest',
  'minor_weekly_rest',
  'minor_break_missing',
  'minor_night',
  'contract_hours_more', // beyond contract, band and overtime
  'contract_hours_less',
  'contract_days_more',
  'contract_days_less',
  'contract_day_too_long',
  'contract_day_too_short',
  'not_available',
  'while_absent',
] as const
export type TroubleCode = (typeof troubleCodes)[number]

export const troubleShape = z
  .strictObject({
    code: z.enum(troubleCodes).describe('What is wrong'),
    against: z
      .enum(['plan', 'law', 'contract'])
      .describe('plan: it cannot be done at all; law: it may not be; contract: it was not agreed'),
    person: z.string().describe('Whose weeks'),
    day: localDay().describe('The day, or the Monday of the week, it is about'),
    found: z.number().describe('What was found, in the unit of the rule: hours, minutes of a break, days, cuts'),
    bound: z.number().describe('What the rule asks, in the same unit'),
    article: z.string().optional().describe('Where the law says so'),
  })
  .meta({ id: 'trouble' })
export type Trouble = z.infer<typeof troubleShape>
