// Who stands how before their work, into the engine and the table; what somebody who is gone had in hand goes back to its place.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { isInstant, type WorkChannel } from '../contract.ts'
import { inHandOf } from '../store/item.ts'
import { putSeats, type SeatRow } from '../store/seat.ts'
import { ALL_GOES_BACK_SECONDS } from '../rules/seat-of.ts'
import { seatChanged } from '../contract.ts'
import type { Held } from './hold.ts'
import { standingOf } from './machine.ts'
import { reviewSeats, type SeatChanged, type Wish } from './seats-now.ts'
import type { Fact } from './step.ts'

type Whom = { of?: readonly PersonId[]; wish?: Wish }

/** What the engine is to hear of it, and when the clock changes something next. */
export async function reseat(
  work: Work,
  held: Held,
  whom: Whom = {},
): Promise<{ facts: Fact[]; seats_at: Temporal.Instant | null }> {
  const { changed, looks_at } = await reviewSeats(work, held.inForce, whom)
  const { facts, rows } = await freed(work, held, changed)
  if (changed.length > 0) await putSeats(work, changed.map(({ row }) => rows.get(row.person_id) ?? row)) // prettier-ignore
  for (const { row, before } of changed)
    if (row.state !== before?.state)
      work.publish(seatChanged, { person: row.person_id, state: row.state, since: row.since.toString() })
  const said = changed.flatMap(({ row, change }): Fact[] => (change ? [{ is: 'seat', person: row.person_id, change }] : []))
  return { facts: [...said, ...facts], seats_at: soonest([looks_at, ...[...rows.values()].map(({ frees_at }) => frees_at)]) }
}

const soonest = (all: readonly (Temporal.Instant | null)[]): Temporal.Instant | null =>
  all.filter((at) => at !== null).toSorted(Temporal.Instant.compare)[0] ?? null

// A customer who talks with nobody is given to somebody else soon; what can wait, waits for whoever began it, but not for ever.
async function freed(
  work: Work,
  held: Held,
  changed: readonly SeatChanged[],
): Promise<{ facts: Fact[]; rows: Map<PersonId, SeatRow> }> {
  const due = changed.filter(
    ({ row, before }) => !row.here && before?.frees_at && Temporal.Instant.compare(before.frees_at, work.now) <= 0,
  )
  const rows = new Map<PersonId, SeatRow>()
  if (due.length === 0) return { facts: [], rows }
  const inHand = await inHandOf(work, due.map(({ row }) => row.person_id)) // prettier-ignore
  const facts: Fact[] = []
  for (const { row } of due) {
    const last = row.since.add({ seconds: ALL_GOES_BACK_SECONDS })
    const all = Temporal.Instant.compare(last, work.now) <= 0
    const own = inHand.filter(({ person_id }) => person_id === row.person_id)
    const going = own.filter(({ channel }) => all || isInstant(channel satisfies WorkChannel))
    if (going.length < own.length) rows.set(row.person_id, { ...row, frees_at: last })
    for (const { id } of going)
      facts.push({ is: 'moved', item: id, queue: standingOf(held.machine, id)?.lane ?? '', because: 'back' })
  }
  return { facts, rows }
}
