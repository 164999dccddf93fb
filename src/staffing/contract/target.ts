// What is promised of an interval, by named formula: the names are those of a rehearsal's report (`figureFormulas`), so that what was staffed for, what was
// rehearsed and what was measured are the same figure. A share is 0…1, times are seconds. Every target of a list must hold.
import { z } from 'zod'
import { serviceFormulas } from '#rehearsal/contract'

export const timeFormulas = ['wait_mean', 'wait_of_all_mean', 'wait_p50', 'wait_p80', 'wait_p95', 'sojourn_mean'] as const
export const shareFormulas = ['abandoned', 'blocked', 'waited', 'occupancy'] as const
export type TimeFormula = (typeof timeFormulas)[number]
export type ShareFormula = (typeof shareFormulas)[number]

export const mostSeconds = 1e9

const answered = z
  .strictObject({
    formula: z
      .enum(serviceFormulas)
      .default('answered_within_of_offered')
      .describe(
        'How the service level is counted. answered_within_of_offered: answered in time ÷ offered; answered_within_of_answered: answered in time ÷ answered; answered_within_of_offered_less_short_abandons: answered in time ÷ (offered − given up within that time); answered_or_left_within_of_offered: (answered in time + given up within that time) ÷ offered',
      ),
    share: z
      .number()
      .gt(0)
      .lt(1)
      .describe('At least this share, 0 to 1: 0.8 is 80 %. Below 1: no number of agents answers everybody in time'),
    within_s: z.number().min(0).max(mostSeconds).describe('In time means answered within so many seconds of arriving'),
  })
  .meta({ id: 'target_answered_in_time', description: 'A service level: {"share": 0.8, "within_s": 20}' })
const time = z
  .strictObject({
    formula: z
      .enum(timeFormulas)
      .describe(
        'wait_mean: waits of the answered ÷ answered (average speed of answer); wait_of_all_mean: waits of all ÷ (answered + given up); wait_p50, wait_p80, wait_p95: the wait that 50, 80, 95 % of the answered do not exceed; sojourn_mean: from arrival to end',
      ),
    most_s: z.number().gt(0).max(mostSeconds).describe('At most so many seconds'),
  })
  .meta({ id: 'target_time', description: 'A time that may not be exceeded: {"formula": "wait_mean", "most_s": 30}' })
const share = z
  .strictObject({
    formula: z
      .enum(shareFormulas)
      .describe(
        'abandoned: given up ÷ offered; blocked: turned away because all lines were taken ÷ offered; waited: had to wait at all ÷ offered; occupancy: time serving or wrapping up ÷ time seated (a ceiling for people’s sake)',
      ),
    most_share: z.number().gt(0).max(1).describe('At most this share, 0 to 1: 0.05 is 5 %'),
  })
  .meta({ id: 'target_share', description: 'A share that may not be exceeded: {"formula": "abandoned", "most_share": 0.05}' })

export const targetShape = z.union([answered, time, share]).meta({
  id: 'target',
  description: 'A target: a service level, a time that may not be exceeded, or a share that may not be exceeded',
})
export type Target = z.infer<typeof targetShape>
export type TargetInput = z.input<typeof targetShape>

export const targetsShape = z
  .array(targetShape)
  .min(1)
  .max(20)
  .describe('What must hold, all of it; each says in the answer how many people it alone needs')
