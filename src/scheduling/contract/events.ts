// What scheduling tells rooms above, and the desks. `person` where it is about one: that person hears it too. Part of the contract.
import { z } from 'zod'
import { event, id, instant } from '#base/contract'
import { moveKinds } from './moves.ts'
import { day, person, plan, shift, version } from './names.ts'
import { planRunStates } from './runs.ts'
import { swapStates } from './swaps.ts'
import { openShiftStates } from './open-shifts.ts'

export const planChanged = event(
  'scheduling.plan_changed',
  z.object({ plan: plan(), what: z.enum(['begun', 'edited', 'removed', 'published', 'unpublished']) }),
)
export const planMoved = event(
  'scheduling.moved',
  z.object({
    plan: plan(),
    version: version(), // of the plan, after this move
    kind: z.enum(moveKinds),
    shifts: z.array(shift()).max(200),
    many: z.boolean(),
    days: z.array(day()).max(100),
  }),
) // many: more than are listed
export const shiftsPublished = event(
  'scheduling.shifts_published',
  z.object({ plan: plan(), person: person(), days: z.array(day()).max(100) }),
) // of one person, once they are in force
export const planRunChanged = event(
  'scheduling.run_changed',
  z.object({ plan: plan(), run: id<'plan_run'>(), state: z.enum(planRunStates) }),
)
export const planRunProgressed = event(
  'scheduling.run_progressed',
  z.object({
    plan: plan(),
    run: id<'plan_run'>(),
    state: z.enum(planRunStates),
    progress: z.number(),
    gap: z.number().nullable(),
  }),
) // at most one in two seconds of a run
export const shiftUncovered = event(
  'scheduling.shift_uncovered',
  z.object({ plan: plan(), shift: shift(), person: person(), starts_at: instant(), ends_at: instant(), sudden: z.boolean() }),
)
export const swapChanged = event(
  'scheduling.swap_changed',
  z.object({
    swap: id<'shift_swap'>(),
    state: z.enum(swapStates),
    person: person(), // an event each for whoever offers, takes or is asked
    among: z.object({ teams: z.array(id<'team'>()), people: z.array(person()) }).optional(), // offered to all of a plan: these; both empty, whoever serves
  }),
)
export const openShiftChanged = event(
  'scheduling.open_shift_changed',
  z.object({ open_shift: id<'open_shift'>(), state: z.enum(openShiftStates), plan: plan() }),
)
export const termsChanged = event('scheduling.terms_changed', z.object({ person: person() })) // contract or wishes
export const planningRulesChanged = event('scheduling.rules_changed', z.object({ what: z.enum(['settings', 'patterns']) }))
export const gatheringChanged = event('scheduling.gathering_changed', z.object({ plan: plan(), gathering: id<'gathering'>() })) // prettier-ignore
