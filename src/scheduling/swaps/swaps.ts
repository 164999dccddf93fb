// A shift is offered, taken, granted or not. Nobody’s shift changes before it is granted, and then all of it at once.
import * as staff from '#staff'
import { allow } from '#access'
import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import {
  notByLaw, notOfPlan, shiftNotMine, swapOvertaken, swapPending, swapTaken, swapTooLate, type ShiftId, type Swap, type SwapId,
} from '../contract.ts' // prettier-ignore
import { putThrough } from '../day/change-day.ts'
import { holdInForce, inForceById, type InForceRow } from '../store/in-force.ts'
import { isOfPlan } from '../plans/people.ts'
import { findPlan, holdPlan, plansById } from '../store/plan.ts'
import * as store from '../store/swap.ts'
import { allowForPerson, mayForPerson } from '../terms/allow-for.ts'
import { meOf } from '../terms/preferences.ts'
import { settingsNow } from '../terms/settings.ts'
import { expireInTime } from './expire.ts'
import { showSwaps } from './show.ts'
import { changesOfSwap, troublesOfSwap } from './swap-changes.ts'
import { tellOfLettingGo, unaskOfSwap } from './tell.ts'
import { told } from './told.ts'

type Listed = { which: 'mine' | 'to_answer' | 'all'; cursor?: string | undefined; limit: number }
export async function listSwaps(work: Work, { which, cursor, limit }: Listed): Promise<{ items: Swap[]; next: string | null }> {
  const before = cursor && /^[0-9a-f-]{36}$/.test(cursor) ? cursor : undefined
  if (which !== 'mine') allow(work, which === 'all' ? 'workforce.read' : 'workforce.approve')
  const rows =
    which === 'mine'
      ? await store.swapsOf(work, meOf(work), { before, most: limit + 1 })
      : await store.listSwaps(work, { before, most: limit + 1, waiting: which === 'to_answer' })
  const page = rows.slice(0, limit)
  const seen = which === 'mine' ? await offeredAmongMine(work, page) : await ofThoseILead(work, page)
  return { items: await showSwaps(work, seen), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

// What is offered to all is offered to colleagues of the plan, as long as the shift is theirs to give; others learn nothing of it.
async function offeredAmongMine(work: Work, rows: readonly store.SwapRow[]): Promise<store.SwapRow[]> {
  const me = meOf(work)
  const isMine = ({ person_id, to_id, taken_by }: store.SwapRow): boolean => [person_id, to_id, taken_by].includes(me)
  const offered = rows.filter((row) => !isMine(row))
  const inForce = new Map((await inForceById(work, offered.map(({ shift_id }) => shift_id))).map((row) => [row.shift_id, row])) // prettier-ignore
  const plans = await plansById(work, [...new Set([...inForce.values()].map(({ plan_id }) => plan_id))])
  const among = new Set<string>()
  for (const plan of plans) if (await isOfPlan(work, plan, me)) among.add(plan.id)
  return rows.filter((row) => {
    const shift = inForce.get(row.shift_id)
    return isMine(row) || (shift?.person_id === row.person_id && among.has(shift.plan_id))
  })
}

async function ofThoseILead(work: Work, rows: readonly store.SwapRow[]): Promise<store.SwapRow[]> {
  const led: store.SwapRow[] = []
  for (const row of rows) if (await mayForPerson(work, row.person_id, 'workforce.read')) led.push(row)
  return led
}

type Offer = { shift: ShiftId; to: PersonId | null; for_shift: ShiftId | null; note: string }
export async function offerSwap(work: Work, { shift, to, for_shift, note }: Offer): Promise<Swap> {
  const me = meOf(work)
  const [mine, theirs] = await heldShifts(work, [shift, for_shift])
  if (!mine || mine.person_id !== me) throw refuse(shiftNotMine, {})
  await needColleague(work, { me, to, wanted: for_shift ? (theirs?.person_id ?? 'gone') : null })
  await needInTime(work, [mine, theirs])
  if (to) await needOfPlan(work, mine, to)
  const id = newId<'shift_swap'>(work.now)
  const whom = to ?? theirs?.person_id ?? null
  const row = {
    id,
    shift,
    seen: mine.sequence,
    person: me,
    wants: for_shift,
    wants_seen: theirs?.sequence ?? null,
    to: whom,
    note,
  }
  if ((await store.insertSwap(work, row)) === 0) throw refuse(swapPending, {})
  await expireInTime(work, id, [mine, theirs])
  return await told(work, id)
}

type Colleague = { me: PersonId; to: PersonId | null; wanted: PersonId | 'gone' | null }
// Somebody else who is here, and whose shift is the one that is wanted.
async function needColleague(work: Work, { me, to, wanted }: Colleague): Promise<void> {
  if (wanted === 'gone' || wanted === me || to === me) throw refuse(notFound, {})
  if (to && wanted && wanted !== to) throw refuse(notFound, {})
  if (to && !(await staff.active(work, to))) throw refuse(notFound, {})
}

async function needOfPlan(work: Work, { plan_id }: InForceRow, person: PersonId): Promise<void> {
  const plan = await findPlan(work, plan_id)
  if (plan && !(await isOfPlan(work, plan, person))) throw refuse(notOfPlan, {})
}

type Take = { id: SwapId; gives?: ShiftId | null | undefined }
export async function takeSwap(work: Work, { id, gives }: Take): Promise<Swap> {
  const me = meOf(work)
  const swap = await needOffered(work, id, me)
  const given = swap.wants_id ?? gives ?? null
  const [theirs, mine] = await heldShifts(work, [swap.shift_id, given])
  if (theirs?.person_id !== swap.person_id || theirs.sequence !== swap.shift_seen) return await overtaken(work, id)
  if (given && mine?.person_id !== me) throw refuse(shiftNotMine, {})
  await needInTime(work, [theirs, mine])
  await store.recordTaken(work, id, { person: me, gives: given, seen: mine?.sequence ?? null })
  return await grantedByRule(work, id)
}

/** Who was asked alone says no: it is over, and who offered may ask somebody else. */
export async function refuseSwap(work: Work, { id, because }: { id: SwapId; because: string }): Promise<Swap> {
  const me = meOf(work)
  const swap = await needOffered(work, id, me)
  if (swap.to_id !== me) throw refuse(swapTaken, {})
  await store.recordEnd(work, id, { as: 'declined', by: me, because })
  return await told(work, id)
}

async function needOffered(work: Work, id: SwapId, me: PersonId): Promise<store.SwapRow> {
  const swap = await store.holdSwap(work, id)
  if (!swap) throw refuse(notFound, {})
  const isFor = swap.person_id !== me && (swap.to_id === null || swap.to_id === me)
  if (swap.ended_at || swap.taken_at || !isFor) throw refuse(swapTaken, {})
  return swap
}

// What law allows and coverage bears needs nobody’s answer, where the house says so; what the law forbids is not taken at all.
async function grantedByRule(work: Work, id: SwapId): Promise<Swap> {
  const swap = (await store.findSwap(work, id))!
  const troubles = await troublesOfSwap(work, await changesOfSwap(work, swap))
  const hard = troubles.filter((trouble) => trouble.hard)
  if (hard.length > 0) throw refuse(notByLaw, { troubles: hard })
  const bears = troubles.every(({ code }) => code !== 'coverage_less')
  const { swaps_by_rule } = await settingsNow(work)
  return swaps_by_rule && bears ? await grantIt(work, swap, { by: null, because: '' }) : await told(work, id)
}

type Answer = { id: SwapId; grant: boolean; because: string }
export async function answerSwap(work: Work, { id, grant, because }: Answer): Promise<Swap> {
  const swap = await store.holdSwap(work, id)
  if (!swap) throw refuse(notFound, {})
  await allowForPerson(work, swap.person_id, 'workforce.approve')
  const by = work.actor.kind === 'person' ? work.actor.id : null
  // Nobody grants their own: somebody else leads them, or may.
  if (by !== null && (by === swap.person_id || by === swap.taken_by)) throw refuse(swapTaken, {})
  if (swap.ended_at || !swap.taken_by) throw refuse(swapTaken, {})
  if (grant) return await grantIt(work, swap, { by, because })
  await store.recordEnd(work, id, { as: 'declined', by, because })
  return await told(work, id)
}

/** Who offered takes it back; who said they would take it lets go. */
export async function withdrawSwap(work: Work, { id }: { id: SwapId }): Promise<Swap> {
  const me = meOf(work)
  const swap = await store.holdSwap(work, id)
  if (!swap || (swap.person_id !== me && swap.taken_by !== me)) throw refuse(notFound, {})
  if (swap.ended_at) throw refuse(swapTaken, {})
  if (swap.person_id === me) {
    await store.recordEnd(work, id, { as: 'withdrawn', by: null })
    return await told(work, id)
  }
  const wanted =
    swap.to_id === me && swap.wants_id ? { wants: swap.wants_id, seen: swap.wants_seen } : { wants: null, seen: null }
  await unaskOfSwap(work, swap)
  await store.recordLetGo(work, id, wanted)
  const shown = await told(work, id)
  await tellOfLettingGo(work, shown, (await staff.find(work, [me])).get(me)?.name ?? '')
  return shown
}

async function grantIt(
  work: Work,
  swap: store.SwapRow,
  { by, because }: { by: PersonId | null; because: string },
): Promise<Swap> {
  await heldShifts(work, [swap.shift_id, swap.wants_id])
  const { plan, changes } = await changesOfSwap(work, swap)
  const held = await holdPlan(work, plan.id)
  if (!held) throw refuse(swapOvertaken, {})
  const hard = (await troublesOfSwap(work, { plan, changes })).filter((trouble) => trouble.hard)
  if (hard.length > 0) throw refuse(notByLaw, { troubles: hard })
  await store.recordEnd(work, swap.id, { as: 'granted', by, because }) // first: whatever else is open on these shifts is overtaken by it
  await putThrough(work, held, { kind: 'swap', changes })
  return await told(work, swap.id)
}

async function overtaken(work: Work, id: SwapId): Promise<Swap> {
  await store.recordEnd(work, id, { as: 'overtaken', by: null })
  return await told(work, id)
}

// First their plan, as publishing does, then the shifts in the order of ids: nobody waits for somebody who waits for them.
async function heldShifts(
  work: Work,
  ids: readonly [ShiftId, ShiftId | null],
): Promise<[InForceRow | undefined, InForceRow | undefined]> {
  const named = ids.filter((id) => id !== null)
  for (const plan of [...new Set((await inForceById(work, named)).map(({ plan_id }) => plan_id))].toSorted())
    await holdPlan(work, plan)
  const rows = new Map((await holdInForce(work, named)).map((row) => [row.shift_id, row]))
  return [rows.get(ids[0]), ids[1] ? rows.get(ids[1]) : undefined]
}

async function needInTime(work: Work, shifts: readonly (InForceRow | undefined)[]): Promise<void> {
  const { swap_closes_hours: hours } = await settingsNow(work)
  const first = work.now.add({ hours })
  if (shifts.some((shift) => shift && Temporal.Instant.compare(shift.starts_at, first) < 0)) throw refuse(swapTooLate, { hours })
}
