// A person knows better: said over a range, with the reason, kept apart from every forecast, undone rather than changed.
import { allow, audit } from '#access'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import {
  adjustmentNonsense, adjustmentPast, adjustmentUndone, enoughOfThem, forecastAdjusted, spanTooLong, spanUpsideDown, type Adjustment, type AdjustmentId, type NewAdjustment,
} from '../contract.ts' // prettier-ignore
import { byWhom, namesOf } from '../known/people.ts'
import {
  countInForce, holdAdjustment, insertAdjustment, listAdjustments, recordUndone, type AdjustmentRow,
} from '../store/adjustment.ts' // prettier-ignore
import { ofSeen } from '../whose.ts'

const everywhere = { team: null, brand: null }
const MOST_DAYS = 120
const MOST_AT_ONCE = 500
const LARGEST_FACTOR = 20

type Page = {
  cursor?: string | undefined
  limit: number
  from?: string | undefined
  to?: string | undefined
  queue?: string | undefined
  channel?: string | undefined
}
export async function adjustments(
  work: Work,
  { cursor, limit, from, to, queue, channel }: Page,
): Promise<{ items: Adjustment[]; next: string | null }> {
  allow(work, 'workforce.read')
  const rows = await listAdjustments(work, { cursor, most: limit + 1, from, to, queue, channel })
  const page = rows.slice(0, limit)
  const items = await ofSeen(work, await shown(work, page))
  return { items, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

export async function adjustForecast(work: Work, wanted: NewAdjustment): Promise<Adjustment> {
  allow(work, 'workforce.manage', everywhere)
  refuseNonsense(wanted)
  const { from, to } = spanOf(work, wanted)
  if ((await countInForce(work, { from, to })).n >= MOST_AT_ONCE) throw refuse(enoughOfThem, { most: MOST_AT_ONCE })
  const { stream, of, how, amount, reason } = wanted
  const id = newId<'adjustment'>(work.now)
  await insertAdjustment(work, { id, ...stream, from_at: from, to_at: to, of, how, amount, reason, by: byWhom(work) })
  await audit(work, 'forecasting.adjusted', { about: id, details: { ...stream, of, how, amount } })
  return await told(work, id, false)
}

export async function undoAdjustment(work: Work, { id }: { id: AdjustmentId }): Promise<Adjustment> {
  allow(work, 'workforce.manage', everywhere)
  const row = await holdAdjustment(work, id)
  if (!row) throw refuse(notFound, {})
  if (row.undone_at) throw refuse(adjustmentUndone, {})
  await recordUndone(work, id, byWhom(work))
  await audit(work, 'forecasting.adjustment_undone', { about: id })
  return await told(work, id, true)
}

function refuseNonsense({ of, how, amount }: NewAdjustment): void {
  const fits =
    how === 'add' ||
    (amount >= 0 && (how !== 'times' || amount <= LARGEST_FACTOR) && (how !== 'set' || of === 'arrivals' || amount >= 1))
  if (!fits) throw refuse(adjustmentNonsense, {})
}

function spanOf(work: Work, { from, to }: NewAdjustment): { from: Temporal.Instant; to: Temporal.Instant } {
  const [first, last] = [Temporal.Instant.from(from), Temporal.Instant.from(to)]
  if (Temporal.Instant.compare(first, last) >= 0) throw refuse(spanUpsideDown, {})
  if (Temporal.Instant.compare(last, work.now) <= 0) throw refuse(adjustmentPast, {})
  if (last.since(first).total('days') > MOST_DAYS) throw refuse(spanTooLong, { most_days: MOST_DAYS })
  return { from: first, to: last }
}

async function told(work: Work, id: AdjustmentId, undone: boolean): Promise<Adjustment> {
  const [adjustment] = await shown(work, [(await holdAdjustment(work, id))!]) // just written
  const { stream, from, to } = adjustment!
  work.publish(forecastAdjusted, { id, stream, from, to, undone })
  return adjustment!
}

async function shown(work: Work, rows: readonly AdjustmentRow[]): Promise<Adjustment[]> {
  const named = await namesOf(work, rows.flatMap(({ by, undone_by }) => [by, undone_by])) // prettier-ignore
  return rows.map(({ id, queue, channel, from_at, to_at, of, how, amount, reason, by, at, undone_at, undone_by }) => ({
    id, stream: { queue, channel }, from: String(from_at), to: String(to_at), of, how, amount, reason, by: named(by), at: String(at),
    undone: undone_at && { at: String(undone_at), by: named(undone_by) },
  })) // prettier-ignore
}
