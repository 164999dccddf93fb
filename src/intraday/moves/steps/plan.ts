// Steps in the plan in force: a rest or training moved or put off, a shift made longer, somebody called in. The plan's own check has the last word, and what
// the person sees, their calendar and routing's breaks follow from it.
import * as scheduling from '#scheduling'
import { refuse, type Work } from '#base/work'
import type { MoveId, ShiftId } from '#scheduling/contract'
import { begunAlready, changedMeanwhile, planCannot } from '../../contract.ts'
import type { Deed, Does } from './step.ts'

type Before = { moves: MoveId[] }
const hasBegun = (work: Work, at: string): boolean => Temporal.Instant.compare(Temporal.Instant.from(at), work.now) <= 0
const shiftId = (id: string): ShiftId => id as ShiftId // as scheduling gave it, kept in the step

export const retime: Deed<'retime'> = {
  apply: async (work, { person, shift, activity, was, to }): Promise<Before> => {
    if (hasBegun(work, was.from) || hasBegun(work, to.from)) throw refuse(begunAlready, {})
    await needAsItWas(work, { person, shift, activity, was })
    return await scheduling.moveActivity(work, { shift: shiftId(shift), activity, starts_at: to.from, ends_at: to.to })
  },
  undo: async (work, { was, to }, before) => {
    if (hasBegun(work, was.from) || hasBegun(work, to.from)) throw refuse(begunAlready, {})
    await takeBack(work, before)
  },
}

export const cancel: Deed<'cancel'> = {
  apply: async (work, { person, shift, activity, was }): Promise<Before> => {
    if (hasBegun(work, was.from)) throw refuse(begunAlready, {})
    await needAsItWas(work, { person, shift, activity, was })
    return await scheduling.changeDay(work, { wishes: [{ do: 'remove_activity', shift: shiftId(shift), activity }] })
  },
  undo: async (work, { was }, before) => {
    if (hasBegun(work, was.from)) throw refuse(begunAlready, {})
    await takeBack(work, before)
  },
}

// The menu was worked out for the plan as it was: what somebody moved since is theirs, and its effect was never tried.
async function needAsItWas(work: Work, { person, shift, activity, was }: Pick<Does<'cancel'>, 'person' | 'shift' | 'activity' | 'was'>): Promise<void> {
  const found = (await scheduling.shiftsBetween(work, { from: Temporal.Instant.from(was.from), to: Temporal.Instant.from(was.to), people: [person.id] })).find(({ id }) => id === shift)
  const now = found?.activities.find(({ id }) => id === activity)
  if (!now) throw refuse(planCannot, {})
  if (!isSameMoment(now.starts_at, was.from) || !isSameMoment(now.ends_at, was.to)) throw refuse(changedMeanwhile, {})
} // prettier-ignore

const isSameMoment = (one: string, other: string): boolean => Date.parse(one) === Date.parse(other)

/** Somebody said yes: their shift is longer, or they have one. */
export async function lengthen(work: Work, { person, shift, from, to }: Does<'ask'>): Promise<Before> {
  if (shift === null) return await scheduling.callIn(work, { person: person.id, starts_at: from, ends_at: to })
  const [begins, ends] = [Temporal.Instant.from(from), Temporal.Instant.from(to)]
  const around = { from: begins.subtract({ hours: 1 }), to: begins, people: [person.id] }
  const found = (await scheduling.shiftsBetween(work, around)).find(({ id }) => id === shift)
  if (!found) throw refuse(planCannot, {})
  return await scheduling.changeDay(work, { wishes: [{ do: 'retime', shift: found.id, starts_at: found.starts_at, ends_at: String(ends) }] })
} // prettier-ignore

export async function shorten(work: Work, { from }: Does<'ask'>, before: unknown): Promise<void> {
  if (hasBegun(work, from)) throw refuse(begunAlready, {})
  await takeBack(work, before)
}

async function takeBack(work: Work, before: unknown): Promise<void> {
  const { moves } = before as Before // kept by apply
  for (const move of moves.toReversed()) await scheduling.undoMove(work, { move })
}
