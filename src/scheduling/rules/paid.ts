// Paid time of a shift: all of it but what nobody pays (lunch). Pure.
import { activityTraits } from '../contract/activity.ts'
import { lengthMin, type KeptActivity } from './drawn.ts'

type Timed = { starts_at: string; ends_at: string; activities: readonly KeptActivity[] }
/** In minutes. */
export const paidMin = (shift: Timed): number =>
  lengthMin(shift) -
  shift.activities.reduce((sum, { kind, from_min, to_min }) => sum + (activityTraits[kind].paid ? 0 : to_min - from_min), 0)
