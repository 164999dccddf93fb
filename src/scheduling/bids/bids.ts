// A shift is offered to whoever wants it, bid for, given.
import { allow } from '#access'
import { readCursor, writeCursor } from '#base/cursor'
import { newId } from '#base/id'
import { later, worker } from '#base/jobs'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { TeamId } from '#staff/contract'
import {
  bidsClosed,
  notABidder,
  notByLaw,
  openShiftChanged,
  offerNeedsPublishing,
  shiftUnreal,
  type OpenShift,
  type OpenShiftId,
  type PlanId,
} from '../contract.ts'
import { realHours } from '../moves/change.ts'
import { needPlan, needPlanHeld } from '../plans/need-plan.ts'
import { lastDay } from '../rules/days.ts'
import { unsayOffered } from '../offers/say.ts'
import { tellWhoMay } from '../offers/tell.ts'
import * as store from '../store/open-shift.ts'
import { holdPlan, type PlanRow } from '../store/plan.ts'
import { meOf } from '../terms/preferences.ts'
import { give, inOrderOfRule } from './choose.ts'
import { closing } from './job.ts'
import { showOpenShifts } from './show.ts'
import { tellOfEnd } from './tell.ts'
import { whyNot } from './why-not.ts'

const CLOSES_HOURS_BEFORE = 12

type Listed = { plan?: PlanId | undefined; past: boolean; cursor?: string | undefined; limit: number }
export async function listOpenShifts(
  work: Work,
  { plan, past, cursor, limit }: Listed,
): Promise<{ items: OpenShift[]; next: string | null }> {
  meOrReader(work)
  const rows = await store.listOpenShifts(work, { plan, past, after: readCursor(cursor), most: limit + 1 })
  const last = rows[limit - 1]
  return {
    items: await showOpenShifts(work, rows.slice(0, limit)),
    next: rows.length > limit && last ? writeCursor(last.starts_at, last.id) : null,
  }
}
function meOrReader(work: Work): void {
  if (work.actor.kind !== 'person') allow(work, 'workforce.read')
}

type Offer = {
  plan: PlanId
  starts_at: string
  ends_at: string
  places: number
  teams: TeamId[]
  skills: string[]
  site: string | null
  rule: OpenShift['rule']
  closes_at?: string | undefined
  note: string
}
export async function offerShift(work: Work, { plan: of, closes_at, ...offer }: Offer): Promise<OpenShift> {
  const plan = await needPlan(work, of, 'workforce.approve')
  if (!plan.published_at) throw refuse(offerNeedsPublishing, {})
  const hours = realHours(offer, { zone: plan.zone, first_day: plan.first_day.toString(), last_day: lastDay(plan).toString() })
  const begins = Temporal.Instant.from(hours.starts_at)
  if (Temporal.Instant.compare(begins, work.now) <= 0) throw refuse(shiftUnreal, {})
  const closes = closingOf(work, begins, closes_at)
  const id = newId<'open_shift'>(work.now)
  await store.insertOpenShift(work, { ...offer, ...hours, id, plan_id: of, closes_at: closes.toString() })
  await later(work, closing, { payload: { open_shift: id }, at: closes, line: `open shift ${id}` })
  const row = (await store.findOpenShift(work, id))!
  await tellWhoMay(work, { id, kind: 'open_shift' })
  return await told(work, row)
}

// At the time asked for, else half a day before; never after it has begun.
function closingOf({ now }: Work, begins: Temporal.Instant, asked: string | undefined): Temporal.Instant {
  const wished = asked ? Temporal.Instant.from(asked) : begins.subtract({ hours: CLOSES_HOURS_BEFORE })
  const latest = Temporal.Instant.compare(wished, begins) > 0 ? begins : wished
  return Temporal.Instant.compare(latest, now) <= 0 ? begins : latest
}

export async function bid(work: Work, { id }: { id: OpenShiftId }): Promise<OpenShift> {
  const me = meOf(work)
  const { open, plan } = await needOpen(work, id)
  const hard = (await whyNot(work, plan, { open, person: me })).filter((trouble) => trouble.hard)
  if (hard.length > 0) throw refuse(notByLaw, { troubles: hard })
  await store.putBid(work, id, me)
  await unsayOffered(work, [id], me)
  if (open.rule === 'first') await give(work, open, [me])
  return await told(work, open)
}

export async function unbid(work: Work, { id }: { id: OpenShiftId }): Promise<OpenShift> {
  const me = meOf(work)
  const { open } = await needOpen(work, id)
  if ((await store.withdrawBid(work, id, me)) === 0) throw refuse(bidsClosed, {})
  return await told(work, open)
}

export async function choose(work: Work, { id, people }: { id: OpenShiftId; people?: string[] | undefined }): Promise<OpenShift> {
  const found = await store.findOpenShift(work, id)
  if (!found) throw refuse(notFound, {})
  await needPlan(work, found.plan_id, 'workforce.approve')
  const { open } = await needOpen(work, id)
  const waiting = await inOrderOfRule(work, open)
  const chosen = people ? waiting.filter((person) => people.includes(person)) : waiting
  if (people && (chosen.length < people.length || people.length > open.places)) throw refuse(notABidder, {})
  const got = await give(work, open, chosen)
  if (people && got.length < people.length) throw refuse(notABidder, {})
  return await told(work, open)
}

/** Its plan is taken back: nobody works by it, so nothing of it is offered. */
export async function hearUnpublished(work: Work, { plan: id, what }: { plan: PlanId; what: string }): Promise<void> {
  if (what !== 'unpublished') return
  const plan = await holdPlan(work, id)
  if (!plan || plan.published_at) return
  for (const open of await store.openOfPlan(work, id)) await withdrawn(work, open, plan.zone)
}

async function withdrawn(work: Work, open: store.OpenShiftRow, zone: string): Promise<void> {
  if ((await store.endOpenShift(work, open.id, 'withdrawn')) === 0) return
  await tellOfEnd(work, open, { zone, as: 'withdrawn' })
  work.publish(openShiftChanged, { open_shift: open.id, state: 'withdrawn', plan: open.plan_id })
}

export async function withdrawOpenShift(work: Work, { id }: { id: OpenShiftId }): Promise<object> {
  const found = await store.findOpenShift(work, id)
  if (!found) throw refuse(notFound, {})
  const { zone } = await needPlanHeld(work, found.plan_id, 'workforce.approve')
  await withdrawn(work, found, zone)
  return {}
}

/** When it closes the rule chooses; by hand, nobody is chosen without one. */
export const bidCloser = worker(
  closing,
  async (job) =>
    await job.work(async (work) => {
      await job.finish(work)
      const found = await store.findOpenShift(work, job.payload.open_shift)
      const plan = found && !found.ended_at ? await holdPlan(work, found.plan_id) : undefined
      if (!found || !plan) return
      const open = await store.holdOpenShift(work, found.id)
      if (!open || open.ended_at) return
      if (open.rule !== 'by_hand') await give(work, open, await inOrderOfRule(work, open))
      if ((await store.endOpenShift(work, open.id, 'closed')) === 0) return
      await tellOfEnd(work, open, { zone: plan.zone, as: 'closed' })
      work.publish(openShiftChanged, { open_shift: open.id, state: 'closed', plan: open.plan_id })
    }),
)

// Its plan first, as publishing does.
async function needOpen(work: Work, id: OpenShiftId): Promise<{ open: store.OpenShiftRow; plan: PlanRow }> {
  const found = await store.findOpenShift(work, id)
  const plan = found && (await holdPlan(work, found.plan_id))
  const open = plan && (await store.holdOpenShift(work, id))
  if (!open || !plan) throw refuse(notFound, {})
  if (open.ended_at || Temporal.Instant.compare(open.closes_at, work.now) <= 0) throw refuse(bidsClosed, {})
  return { open, plan }
}

async function told(work: Work, row: store.OpenShiftRow): Promise<OpenShift> {
  const now = (await store.findOpenShift(work, row.id))!
  work.publish(openShiftChanged, { open_shift: row.id, state: now.ended_as ?? 'open', plan: row.plan_id })
  const [shown] = await showOpenShifts(work, [now])
  if (!shown) throw refuse(notFound, {})
  return shown
}
