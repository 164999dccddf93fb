// Seats as the desk sees them.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Break, Seat } from './contract.ts'
import { peopleNamed, type Named } from './show.ts'
import { inHandOf, wrappingOf, type ItemRow } from './store/item.ts'
import { liveOffersOf } from './store/offer.ts'
import { nextBreaks, type BreakRow, type SeatRow } from './store/seat.ts'
import { itemUnits } from './store/units.ts'

export async function showSeats(work: Work, rows: readonly SeatRow[]): Promise<Seat[]> {
  const people = rows.map(({ person_id }) => person_id)
  const [named, held, wrapping, asked, breaks] = await Promise.all([
    peopleNamed(work, people),
    inHandOf(work, people),
    wrappingOf(work, people),
    liveOffersOf(work, people),
    nextBreaks(work, people),
  ])
  const units = new Map((await itemUnits(work, asked.map(({ item_id }) => item_id))).map(({ id, units: of }) => [id, of])) // prettier-ignore
  return rows.map((seat) => {
    const own = held.filter(({ person_id }) => person_id === seat.person_id)
    const ringing = asked.filter(({ person_id }) => person_id === seat.person_id)
    const rest = breaks.find(({ person_id }) => person_id === seat.person_id)
    const used =
      own.reduce((sum, item) => sum + item.units, 0) + ringing.reduce((sum, { item_id }) => sum + (units.get(item_id) ?? 0), 0)
    return {
      ...standing(seat, wrapping.find(({ person_id }) => person_id === seat.person_id)), // prettier-ignore
      person: named(seat.person_id),
      because: seat.pause_because ?? (seat.state === 'paused' && seat.presence !== 'available' ? seat.presence : null),
      paused_channels: seat.paused_channels,
      load: { used, most: seat.units },
      in_hand: own.length,
      offered: ringing.length,
      next_break: rest ? showBreak(named, rest) : null,
    }
  })
}

function standing(seat: SeatRow, wrapping: ItemRow | undefined): Pick<Seat, 'state' | 'since' | 'until' | 'wrapping'> {
  if (seat.state !== 'ready' || !wrapping?.ended_at || !wrapping.wrap_until)
    return { state: seat.state, since: seat.since.toString(), until: seat.pause_until?.toString() ?? null, wrapping: null }
  const [since, until] = [wrapping.ended_at.toString(), wrapping.wrap_until.toString()]
  return { state: 'wrapping', since, until, wrapping: { item_id: wrapping.id, title: wrapping.title, since, until } }
}

export const showBreak = (named: Named, { id, person_id, kind, starts_at, ends_at }: BreakRow): Break => ({
  id,
  person: named(person_id),
  kind,
  starts_at: starts_at.toString(),
  ends_at: ends_at.toString(),
})

/** Whoever is not of the engine has no seat in the table: off, with room for nothing. */
export const noSeat = (work: Work, person: PersonId): SeatRow => ({
  person_id: person, state: 'off', since: work.now, here: false, presence: 'offline', frees_at: null, paused_at: null, pause_until: null, pause_because: null,
  paused_channels: [], break_at: null, break_ends: null, units: 0, most: {},
}) // prettier-ignore
