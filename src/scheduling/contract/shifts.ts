// A shift: when somebody works, and what they do meanwhile that is not plain work. Part of the contract.
import { z } from 'zod'
import { endpoint, instant, plannedInstant } from '#base/contract'
import { activityKinds } from './activity.ts'
import { day, gathering, named, pattern, person, plan, shift, team, version, words } from './names.ts'

export const spanShape = z.object({ starts_at: instant(), ends_at: instant() })
export type Span = z.infer<typeof spanShape>

export const shiftActivityShape = z.object({
  id: z.string().max(40), // within its shift
  kind: z.enum(activityKinds),
  name: words(200), // of a meeting or training; else ''
  starts_at: instant(),
  ends_at: instant(),
  gathering: gathering().nullable(), // the meeting, training or coaching it is a part of
})
export type ShiftActivity = z.infer<typeof shiftActivityShape>

export const plannedShiftShape = z.object({
  id: shift(),
  plan: plan(),
  person: person().nullable(), // null: nobody yet
  day: day(), // the local day it begins on, in the plan's zone
  starts_at: instant(),
  ends_at: instant(),
  activities: z.array(shiftActivityShape), // what is not plain work, in order; the rest of the shift is work
  pattern: pattern().nullable(),
  site: z.string().nullable(),
  note: z.string(),
  locked: z.boolean(), // the optimiser leaves it as it is
  away: z.array(spanShape), // approved absences that fall into it: nobody is there then
  published: z.enum(['no', 'yes', 'changed']), // changed: people see another one than this
  version: version(),
})
export type PlannedShift = z.infer<typeof plannedShiftShape>

// In force: what the person sees, and what routing, the day's board and others count on.
export const shiftInForceShape = plannedShiftShape
  .omit({ person: true, published: true, locked: true, version: true, pattern: true })
  .extend({ person: person(), published_at: instant() })
export type ShiftInForce = z.infer<typeof shiftInForceShape>

const minutes = () => z.number().int()
export const weekHoursShape = z.object({
  week: day(), // its Monday
  planned_min: minutes(), // paid time of what is published
  contract_min: minutes(),
  done_min: minutes(), // of it, what is over and no absence covered
  away_min: minutes(), // of it, what an absence covers
  extra_min: minutes(), // planned beyond the contract and its band: overtime, or of part-time people hours beyond the contract
  part_time: z.boolean(),
})
export type WeekHours = z.infer<typeof weekHoursShape>

export const myShiftsShape = z.object({
  zone: z.string(),
  has_any: z.boolean(), // one was ever published for me
  shifts: z.array(shiftInForceShape), // in order
  hours: z.array(weekHoursShape), // whole weeks, those in which I have a shift
  swap_closes_hours: z.number().int(), // before a shift begins: later than that it is no longer swapped
})
export type MyShifts = z.infer<typeof myShiftsShape>

export const listMyShifts = endpoint({
  method: 'GET', path: '/api/v1/my-shifts', permission: 'signed-in',
  summary: 'My published shifts with their breaks and meetings, of the days asked for (four weeks from today): at most 62 days',
  input: z.object({ from: day().optional(), days: z.coerce.number().int().min(1).max(62).default(28) }), output: myShiftsShape,
}) // prettier-ignore
export const listShiftsInForce = endpoint({
  method: 'GET', path: '/api/v1/shifts', permission: 'workforce.read',
  summary: 'Published shifts that touch a time, of everybody, some people or a team, by person and beginning: at most 14 days and 5,000 shifts',
  input: z.object({
    from: plannedInstant(), to: plannedInstant(), team: team().optional(),
    people: z.preprocess((given) => (typeof given === 'string' ? given.split(',') : given), z.array(person()).max(500)).optional(),
  }),
  output: z.object({ zone: z.string(), people: z.array(named), items: z.array(shiftInForceShape), more: z.boolean() }),
}) // prettier-ignore

export type PlannedNow = {
  person: string
  shift: string | null
  kind: (typeof activityKinds)[number] | 'off'
  until: string | null
}
