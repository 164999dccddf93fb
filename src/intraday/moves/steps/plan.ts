// Steps in the plan in force: a rest or training moved or put off, a shift made longer, somebody called in. The plan's own check has the last word, and what
// the person sees, their calendar and routing's breaks follow from it.
import * as scheduling from '#scheduling'
import { refuse, type Work } from '#base/work'
import type { PersonId } from '#base/contract'
import { begunAlready, planCannot } from '../../contract.ts'
import type { Deed, Does } from './step.ts'

type Hours = { starts_at: string; ends_at: string }
type Verbs = {
  moveActivity?: (work: Work, asked: { shift: string; activity: string; to: Hours | null }) => Promise<{ move: string | null }>
  callIn?: (work: Work, asked: { person: PersonId; shift: string | null } & Hours) => Promise<{ move: string | null }>
  undoMove?: (work: Work, asked: { move: string }) => Promise<unknown>
}
const verbs = scheduling as unknown as Verbs // until the room has them

type Before = { move: string }
const hours = ({ from, to }: { from: string; to: string }): Hours => ({ starts_at: from, ends_at: to })
const hasBegun = (work: Work, at: string): boolean => Temporal.Instant.compare(Temporal.Instant.from(at), work.now) <= 0

export const retime: Deed<'retime'> = {
  apply: async (work, { shift, activity, was, to }) => {
    if (hasBegun(work, was.from)) throw refuse(begunAlready, {})
    return await kept(verbs.moveActivity?.(work, { shift, activity, to: hours(to) }))
  },
  undo: async (work, { was, to }, before) => {
    if (hasBegun(work, was.from) || hasBegun(work, to.from)) throw refuse(begunAlready, {})
    await takeBack(work, before)
  },
}

export const cancel: Deed<'cancel'> = {
  apply: async (work, { shift, activity, was }) => {
    if (hasBegun(work, was.from)) throw refuse(begunAlready, {})
    return await kept(verbs.moveActivity?.(work, { shift, activity, to: null }))
  },
  undo: async (work, { was }, before) => {
    if (hasBegun(work, was.from)) throw refuse(begunAlready, {})
    await takeBack(work, before)
  },
}

/** Somebody said yes: their shift is longer, or they have one. */
export async function lengthen(work: Work, { person, shift, from, to }: Does<'ask'>): Promise<Before> {
  return await kept(verbs.callIn?.(work, { person: person.id, shift, ...hours({ from, to }) }))
}

export async function shorten(work: Work, { from }: Does<'ask'>, before: unknown): Promise<void> {
  if (hasBegun(work, from)) throw refuse(begunAlready, {})
  await takeBack(work, before)
}

async function kept(done: Promise<{ move: string | null }> | undefined): Promise<Before> {
  const move = (await done)?.move
  if (!move) throw refuse(planCannot, {})
  return { move }
}

async function takeBack(work: Work, before: unknown): Promise<void> {
  if (!verbs.undoMove) throw refuse(planCannot, {})
  await verbs.undoMove(work, before as Before) // kept by apply
}
