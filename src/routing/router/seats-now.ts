// How everybody stands before their work, from what staff, absences, breaks and they themselves say. Asked when one of these changed, and when
// the clock changes it.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { PresenceState } from '#staff/contract'
import type { Work } from '#base/work'
import * as store from '../store/seat.ts'
import type { SeatRow } from '../store/seat.ts'
import { engineState, seatOf, type Around } from '../rules/seat-of.ts'
import type { InForce } from './in-force.ts'
import type { SeatChange } from './input.ts'

export type SeatChanged = { row: SeatRow; before: SeatRow | undefined; change: SeatChange | null } // null: for the engine nothing changed
export type Reviewed = {
  seats: Map<PersonId, SeatRow>
  changed: SeatChanged[]
  gone: SeatRow[] // for so long that what they have in hand is to go back
  looks_at: Temporal.Instant | null
}

const MOST_SEATS = 5_000
const SOONEST = { minutes: 15 } // absences and part time begin and end without a word

/** What somebody says of their own seat. */
export type Wish = { person: PersonId; pause: Pick<SeatRow, 'paused_at' | 'pause_until' | 'pause_because' | 'paused_channels'> }
type Whom = { of?: readonly PersonId[]; wish?: Wish }

/** `of`: those who may have changed; otherwise everybody. `looks_at`: when the clock changes something next; null: nobody is there to be changed. */
export async function reviewSeats(work: Work, inForce: InForce, { of, wish }: Whom = {}): Promise<Reviewed> {
  const all = await store.allSeats(work, MOST_SEATS)
  const known = new Map(all.map((row) => [row.person_id, row]))
  const wanted = new Set<string>(of ?? inForce.people)
  const people = (inForce.people as readonly PersonId[]).filter((person) => wanted.has(person)) // the engine's people are the house's
  const [presences, away, breaks] = await Promise.all([
    staff.presenceOf(work, people),
    staff.awayNow(work),
    store.nextBreaks(work, people),
  ])
  const around: Around = {
    now: work.now,
    presence: (person) => presences.get(person) ?? ('offline' satisfies PresenceState),
    absent: new Set(away),
    breaks: new Map(breaks.map((each) => [each.person_id, each])),
  }
  const changed: SeatChanged[] = []
  const gone: SeatRow[] = []
  for (const person of people) {
    const place = inForce.people.indexOf(person)
    const before = known.get(person)
    const said = wish?.person === person && before ? { ...before, ...wish.pause } : before
    const row = seatOf(person, { before: said, around, units: inForce.units[place] ?? 0, most: inForce.most[place] ?? {} })
    known.set(person, row)
    if (row.frees_at && Temporal.Instant.compare(row.frees_at, work.now) <= 0) gone.push(row)
    if (!before || differs(before, row)) changed.push({ row, before, change: changeOf(before, row) })
  }
  return { seats: known, changed, gone, looks_at: looksAt(work, [...known.values()]) }
}

const text = (row: SeatRow): string =>
  JSON.stringify(row, (_, value: unknown) => (value instanceof Temporal.Instant ? value.epochMilliseconds : value))
const differs = (before: SeatRow, row: SeatRow): boolean => text(before) !== text(row)

const seconds = (at: Temporal.Instant | null): number | null => at && at.epochMilliseconds / 1_000
function changeOf(before: SeatRow | undefined, row: SeatRow): SeatChange | null {
  const change: SeatChange = {
    ...(engineState(before) === engineState(row) ? {} : { state: engineState(row) }),
    ...((before?.paused_channels ?? []).join() === row.paused_channels.join() ? {} : { not_channels: row.paused_channels }),
    ...(seconds(before?.break_at ?? null) === seconds(row.break_at) ? {} : { break_at: seconds(row.break_at) }),
  }
  return Object.keys(change).length === 0 ? null : change
}

export function looksAt({ now }: Work, seats: readonly SeatRow[]): Temporal.Instant | null {
  if (!seats.some(({ presence, frees_at }) => presence !== 'offline' || frees_at !== null)) return null
  const dues = seats.flatMap(({ pause_until, frees_at, break_ends }) =>
    [pause_until, frees_at, break_ends].filter((at) => at !== null),
  )
  return [now.add(SOONEST), ...dues].toSorted((a, b) => Temporal.Instant.compare(a, b))[0]!
}
