// The contacts that lose most when today's rules give way to tomorrow's, found contact by contact: both sides gave it the same needs, the same
// patience and the same moment.
import type { Hurt } from '../contract/report.ts'
import type { Kind } from '../contract/traffic.ts'
import { GAVE_UP, NO_FATE, STILL_WAITS, WAS_REFUSED, type Fates } from './fates.ts'
import type { Flow } from './traffic.ts'

export const MOST_HURT = 20

// Milliseconds are whole numbers, so that sums are exact and do not depend on the order in which threads add them.
type Side = { wait: Float64Array; lost: Int32Array; counts: Float64Array }
export type HurtSums = {
  seen: Int32Array
  at: Float64Array
  lostCounts: number
  everyReplication: boolean
  today: Side
  tomorrow: Side
}

/** Listed contacts are the same in every replication; drawn ones are other people each time, and only those of the first are looked at. */
export function newHurt(flows: readonly Flow[], lostCounts_s: number): HurtSums {
  const room = flows.reduce((sum, flow) => sum + flow.room, 0)
  const side = (): Side => ({ wait: new Float64Array(room), lost: new Int32Array(room), counts: new Float64Array(room) })
  return {
    seen: new Int32Array(room),
    at: new Float64Array(room),
    lostCounts: Math.round(lostCounts_s * 1_000),
    everyReplication: flows.every(({ kind }) => 'at_s' in kind.arrivals),
    today: side(),
    tomorrow: side(),
  }
}

export function addFates(sums: HurtSums, replication: number, { today, tomorrow }: { today: Fates; tomorrow: Fates }): void {
  if (!sums.everyReplication && replication > 0) return
  for (let contact = 0; contact < sums.seen.length; contact++) {
    if (today.outcome[contact] === NO_FATE || tomorrow.outcome[contact] === NO_FATE) continue
    sums.seen[contact]!++
    sums.at[contact] = today.at[contact]!
    addFate(sums, sums.today, { fates: today, contact })
    addFate(sums, sums.tomorrow, { fates: tomorrow, contact })
  }
}

function addFate({ lostCounts }: HurtSums, side: Side, { fates, contact }: { fates: Fates; contact: number }): void {
  const wait = fates.wait[contact]! // as many as sums, as are those below
  const outcome = fates.outcome[contact]!
  const lost = outcome === GAVE_UP || outcome === WAS_REFUSED || outcome === STILL_WAITS
  side.wait[contact]! += wait
  side.counts[contact]! += lost ? Math.max(wait, lostCounts) : wait
  if (lost) side.lost[contact]!++
}

/** Adds what another thread has seen; in any order the sum is the same. */
export function mergeHurt(into: HurtSums, from: HurtSums): void {
  const pairs: [Float64Array | Int32Array, Float64Array | Int32Array][] = [
    [into.seen, from.seen],
    [into.today.wait, from.today.wait],
    [into.today.lost, from.today.lost],
    [into.today.counts, from.today.counts],
    [into.tomorrow.wait, from.tomorrow.wait],
    [into.tomorrow.lost, from.tomorrow.lost],
    [into.tomorrow.counts, from.tomorrow.counts],
  ]
  for (const [own, other] of pairs) for (let contact = 0; contact < own.length; contact++) own[contact]! += other[contact]!
  for (let contact = 0; contact < into.at.length; contact++) if (from.seen[contact]! > 0) into.at[contact] = from.at[contact]!
}

/** The twenty that lose most, those who lose nothing left out. Equal losses in the order of the contacts. */
export function mostHurt(sums: HurtSums, flows: readonly Flow[]): Hurt[] {
  const worst: { contact: number; loss: number }[] = []
  for (let contact = 0; contact < sums.seen.length; contact++) {
    const seen = sums.seen[contact]! // within its length
    if (seen === 0) continue
    const loss = (sums.tomorrow.counts[contact]! - sums.today.counts[contact]!) / seen / 1_000 // likewise
    if (loss < 0.001 || (worst.length === MOST_HURT && loss <= worst.at(-1)!.loss)) continue
    const place = worst.findLastIndex((other) => other.loss >= loss) + 1
    worst.splice(place, 0, { contact, loss })
    if (worst.length > MOST_HURT) worst.pop()
  }
  return worst.map(({ contact, loss }) => hurtOf(sums, flows, { contact, loss }))
}

function hurtOf(sums: HurtSums, flows: readonly Flow[], { contact, loss }: { contact: number; loss: number }): Hurt {
  const flow = flows.find(({ first, room }) => contact >= first && contact < first + room)! // numbers are given by flows
  const seen = sums.seen[contact]! // within its length
  const said = ({ wait, lost }: Side) => ({ wait_s: wait[contact]! / seen / 1_000, lost: lost[contact]! / seen }) // likewise
  return {
    id: idOf(flow.kind, contact - flow.first),
    kind: flow.kind.name,
    at_s: sums.at[contact]!, // likewise
    hurt_s: loss,
    today: said(sums.today),
    tomorrow: said(sums.tomorrow),
  }
}

const idOf = ({ name, arrivals }: Kind, index: number): string =>
  ('at_s' in arrivals ? arrivals.ids?.[index] : undefined) ?? `${name} ${index + 1}`
