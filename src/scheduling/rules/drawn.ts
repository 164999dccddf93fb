// A shift as it is kept: what is not plain work lies so many minutes after its beginning, so that a shift that moves takes its breaks along. Pure.
import type { PersonId } from '#base/contract'
import type { ActivityKind, GatheringId, PatternId, ShiftActivity, ShiftId } from '../contract.ts'

export type KeptActivity = {
  id: string
  kind: Exclude<ActivityKind, 'work'>
  name: string
  from_min: number
  to_min: number
  gathering: GatheringId | null
}
export type Drawn = {
  person: PersonId | null
  day: string
  starts_at: string
  ends_at: string
  activities: readonly KeptActivity[]
  pattern: PatternId | null
  site: string | null
  note: string
  locked: boolean
}
export type DrawnShift = Drawn & { id: ShiftId; version: number }
export type Change = { shift: ShiftId; before: Drawn | null; after: Drawn | null }

export const MINUTE = 60_000
// A plan has tens of thousands of moments: dates read and write them several times as fast as instants do, and the same.
export const ms = (instant: string): number => {
  const read = Date.parse(instant)
  return Number.isNaN(read) ? Temporal.Instant.from(instant).epochMilliseconds : read
}
// Hundreds of people begin, eat and go home at the same moments: each is written once.
const MOST_REMEMBERED = 10_000
export function remembering<From, To>(of: (from: From) => To): (from: From) => To {
  const known = new Map<From, To>()
  return (from) => {
    const found = known.get(from)
    if (found !== undefined) return found
    if (known.size >= MOST_REMEMBERED) known.clear()
    const made = of(from)
    known.set(from, made)
    return made
  }
}
export const at = remembering((milliseconds: number): string => {
  const written = new Date(milliseconds).toISOString()
  return milliseconds % 1_000 === 0 ? `${written.slice(0, -5)}Z` : Temporal.Instant.fromEpochMilliseconds(milliseconds).toString()
})
/** The same instant, always written the same way. */
export const canonical = remembering((instant: string): string => Temporal.Instant.from(instant).toString())
export const localDay = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
export const lengthMin = ({ starts_at, ends_at }: { starts_at: string; ends_at: string }): number =>
  (ms(ends_at) - ms(starts_at)) / MINUTE

type Timed = { starts_at: string; activities: readonly KeptActivity[] }
export const shownActivities = ({ starts_at, activities }: Timed): ShiftActivity[] =>
  activities.map(({ from_min, to_min, ...rest }) => ({
    ...rest,
    starts_at: at(ms(starts_at) + from_min * MINUTE),
    ends_at: at(ms(starts_at) + to_min * MINUTE),
  }))

/** From end to end, work too: what each moment is. In order, without a gap. */
export function wholeDay({
  starts_at,
  ends_at,
  activities,
}: Timed & { ends_at: string }): { kind: ActivityKind; starts_at: string; ends_at: string; label?: string }[] {
  const start = ms(starts_at)
  const pieces: { kind: ActivityKind; starts_at: string; ends_at: string; label?: string }[] = []
  let until = 0
  const work = (to: number): void => {
    if (to > until) pieces.push({ kind: 'work', starts_at: at(start + until * MINUTE), ends_at: at(start + to * MINUTE) })
  }
  for (const { kind, name, from_min, to_min } of activities) {
    work(from_min)
    pieces.push({
      kind,
      starts_at: at(start + from_min * MINUTE),
      ends_at: at(start + to_min * MINUTE),
      ...(name ? { label: name.slice(0, 120) } : {}),
    })
    until = to_min
  }
  work(lengthMin({ starts_at, ends_at }))
  return pieces
}

export const isPauseKind = (kind: ActivityKind): boolean => kind === 'lunch' || kind === 'break'
export const inOrder = (activities: readonly KeptActivity[]): KeptActivity[] =>
  activities.toSorted((a, b) => a.from_min - b.from_min)

/** Whether two say the same; versions aside. */
export const sameDrawn = (one: Drawn | null, other: Drawn | null): boolean =>
  JSON.stringify(plain(one)) === JSON.stringify(plain(other))
const plain = (d: Drawn | null): unknown =>
  d && [
    d.person, d.day, canonical(d.starts_at), canonical(d.ends_at), d.pattern, d.site, d.note, d.locked,
    d.activities.map((a) => [a.id, a.kind, a.name, a.from_min, a.to_min, a.gathering]),
  ] // prettier-ignore

export const drawnOf = ({ person, day, starts_at, ends_at, activities, pattern, site, note, locked }: Drawn): Drawn => ({
  person, day, starts_at, ends_at, activities, pattern, site, note, locked,
}) // prettier-ignore
