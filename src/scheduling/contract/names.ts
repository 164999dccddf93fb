// Ids and the small shapes that the parts of this contract share.
import { z } from 'zod'
import { id, plannedDay, rowVersion, type Id } from '#base/contract'

export type PlanId = Id<'plan'>
export type ShiftId = Id<'shift'>
export type MoveId = Id<'move'>
export type PlanRunId = Id<'plan_run'>
export type PatternId = Id<'shift_pattern'>
export type PreferenceId = Id<'shift_preference'>
export type GatheringId = Id<'gathering'>
export type SwapId = Id<'shift_swap'>
export type OpenShiftId = Id<'open_shift'>
export type FeedId = Id<'shift_feed'>

export const person = () => id<'person'>()
export const plan = () => id<'plan'>()
export const shift = () => id<'shift'>()
export const team = () => id<'team'>()
export const pattern = () => id<'shift_pattern'>()
export const gathering = () => id<'gathering'>()
export const version = () => rowVersion().positive()
export const named = z.object({ id: person(), name: z.string() })
export const day = plannedDay
export const words = (most = 500) => z.string().trim().max(most)

// What a check says: hard ones are refused, soft ones are shown.
export const troubleSaidShape = z.object({
  code: z.string(),
  hard: z.boolean(),
  person: person().nullable(),
  name: z.string().optional(), // theirs
  day: day().nullable(),
  shift: shift().nullable(),
  fr: z.string(),
  en: z.string(),
})
export type TroubleSaid = z.infer<typeof troubleSaidShape>
