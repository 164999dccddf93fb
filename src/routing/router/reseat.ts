// Who stands how before their work, into the engine and the table; what somebody who is gone had in hand goes back to its place.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { isInstant } from '../contract.ts'
import { inHandOf } from '../store/item.ts'
import { putSeats, type SeatRow } from '../store/seat.ts'
import { ALL_GOES_BACK_SECONDS } from '../rules/seat-of.ts'
import { seatChanged } from '../contract.ts'
import type { Held } from './hold.ts'
import { standingOf } from './machine.ts'
import { newDay, nextMidnight } from './new-day.ts'
import { looksAt, reviewSeats, type Wish } from './seats-now.ts'
import type { Fact } from './step.ts'

type Whom = { of?: readonly PersonId[]; wish?: Wish }

/** What the engine is to hear of it, and when the clock changes something next. */
export async function reseat(
  work: Work,
  held: Held,
  whom: Whom = {},
): Promise<{ facts: Fact[]; seats_at: Temporal.Instant | null }> {
  const { seats, changed, gone, looks_at } = await reviewSeats(work, held.inForce, whom)
  const [freed, today, midnight] = await Promise.all([free(work, held, gone), newDay(work, held), nextMidnight(work)])
  for (const row of freed.rows) seats.set(row.person_id, row)
  const written = new Set([...changed.map(({ row }) => row.person_id), ...freed.rows.map(({ person_id }) => person_id)])
  if (written.size > 0) await putSeats(work, [...written].map((person) => seats.get(person)!)) // prettier-ignore
  for (const { row, before } of changed)
    if (row.state !== before?.state)
      work.publish(seatChanged, { person: row.person_id, state: row.state, since: row.since.toString() })
  const said = changed.flatMap(({ row, change }): Fact[] => (change ? [{ is: 'seat', person: row.person_id, change }] : []))
  const seats_at = gone.length > 0 ? (looksAt(work, [...seats.values()]) ?? looks_at) : looks_at
  return { facts: [...said, ...today, ...freed.facts], seats_at: seats_at && soonest(seats_at, midnight) }
}

const soonest = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant => (Temporal.Instant.compare(a, b) < 0 ? a : b)

// A customer who talks with nobody is given to somebody else soon; what can wait, waits for whoever began it, but not for ever.
async function free(work: Work, held: Held, gone: readonly SeatRow[]): Promise<{ facts: Fact[]; rows: SeatRow[] }> {
  const inHand = gone.length === 0 ? [] : await inHandOf(work, gone.map(({ person_id }) => person_id)) // prettier-ignore
  const [facts, rows]: [Fact[], SeatRow[]] = [[], []]
  for (const row of gone) {
    const last = row.since.add({ seconds: ALL_GOES_BACK_SECONDS })
    const all = Temporal.Instant.compare(last, work.now) <= 0
    const own = inHand.filter(({ person_id }) => person_id === row.person_id)
    const going = own.filter(({ channel }) => all || isInstant(channel))
    rows.push({ ...row, frees_at: going.length < own.length ? last : null })
    for (const { id } of going)
      facts.push({ is: 'moved', item: id, queue: standingOf(held.machine, id)?.lane ?? '', because: 'back' })
  }
  return { facts, rows }
}
