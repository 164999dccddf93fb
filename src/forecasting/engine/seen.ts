// A series as it was written, laid out over local days: what came in each interval, and what is not known. Pure.
import type { Ask } from '../contract/ask.ts'
import type { Series } from '../contract/series.ts'
import { gridOf, localDateOf, placeOf, type Grid } from './day-grid.ts'

/** `counts[day][interval]`, NaN where not known; `handled_s` likewise (mean handling time), null where never said. */
export type Seen = {
  grid: Grid
  counts: readonly Float64Array[]
  handled_s: readonly Float64Array[] | null
  presumed_closed: number // whole days without a row that chance does not explain
}

type Placed = { ms: number; n: number | null; handled_s: number | null }

/** null: nothing at all is written. */
export function seenOf(series: Series, ask: Pick<Ask, 'zone' | 'interval_min' | 'weeks'>): Seen | null {
  const placed = series.rows ? placedRows(series.rows, ask.zone) : placedValues(series, ask.interval_min)
  if (placed.length === 0) return null
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { ms } of placed) [first, last] = [Math.min(first, ms), Math.max(last, ms)]
  const earliest = Math.max(first, last - ask.weeks * 7 * DAY_MS)
  const grid = gridOf(ask, localDateOf(earliest, ask.zone), localDateOf(last, ask.zone))
  const laid = laidOut(grid, placed)
  return series.rows ? filled(laid, series.missing, { first: earliest, last }) : { ...laid, presumed_closed: 0 }
}

/** The ordinal of the last day of which anything is known; null: of none. */
export function lastKnownDay({ grid, counts }: Seen): number | null {
  for (let i = counts.length - 1; i >= 0; i--)
    if (counts[i]?.some((count) => !Number.isNaN(count))) return grid.days[i]?.ordinal ?? null
  return null
}

/** What was seen before a day (an ordinal); null: nothing. */
export function seenBefore(seen: Seen, end: number): Seen | null {
  const days = seen.grid.days.filter(({ ordinal }) => ordinal < end)
  if (days.length === 0) return null
  const cut = <Each>(list: readonly Each[]): Each[] => list.slice(0, days.length)
  return { ...seen, grid: { ...seen.grid, days }, counts: cut(seen.counts), handled_s: seen.handled_s && cut(seen.handled_s) }
}

const DAY_MS = 86_400_000

function placedValues({ from, values = [], handling_s }: Series, interval_min: number): Placed[] {
  if (from === undefined) return []
  const start = Temporal.Instant.from(from).epochMilliseconds
  return values.map((n, i) => ({ ms: start + i * interval_min * 60_000, n, handled_s: handling_s?.[i] ?? null }))
}

function placedRows(rows: NonNullable<Series['rows']>, zone: string): Placed[] {
  const clocks = clocksOf(zone)
  return rows.map(({ at, n, handled_s }) => ({ ms: clocks(at), n, handled_s: handled_s ?? null }))
}

/** Milliseconds since 1970 of an instant, or of a time on the zone's clocks (of two that are alike the first; one that is skipped, an hour later). */
export function clocksOf(zone: string): (written: string) => number {
  const midnights = new Map<string, { ms: number; usual: boolean }>()
  const midnight = (date: string) => {
    const day = Temporal.PlainDate.from(date)
    const ms = day.toZonedDateTime(zone).epochMilliseconds
    const usual = day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - ms === DAY_MS
    midnights.set(date, { ms, usual })
    return { ms, usual }
  }
  return (written) => {
    const local = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?$/.exec(written)
    if (!local) return otherwiseWritten(written, zone)
    const [, date = '', hour, minute, second = 0] = local
    const { ms, usual } = midnights.get(date) ?? midnight(date)
    if (usual) return ms + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1_000
    return Temporal.PlainDateTime.from(written).toZonedDateTime(zone).epochMilliseconds
  }
}

// An instant, or the clocks in another of the ways that ISO 8601 allows: "2026-03-02" is its midnight, "20260302T0800" eight o'clock.
function otherwiseWritten(written: string, zone: string): number {
  try {
    return Temporal.Instant.from(written).epochMilliseconds
  } catch {
    return Temporal.PlainDateTime.from(written).toZonedDateTime(zone).epochMilliseconds
  }
}

/** `withheld`: intervals of which somebody wrote that they are not known, as "day interval". */
type LaidOut = Omit<Seen, 'presumed_closed'> & { withheld: ReadonlySet<string> }

function laidOut(grid: Grid, placed: readonly Placed[]): LaidOut {
  const unknown = () => grid.days.map(({ intervals }) => new Float64Array(intervals).fill(Number.NaN))
  const counts = unknown()
  const withheld = new Set<string>()
  const handled = placed.some(({ handled_s }) => handled_s !== null) ? { seconds: unknown(), weights: unknown() } : null
  for (const { ms, n, handled_s } of placed) {
    const place = placeOf(grid, ms)
    if (!place) continue
    const day = counts[place.day]
    if (!day) continue
    if (n === null) withheld.add(`${place.day} ${place.interval}`)
    else day[place.interval] = zeroIfNaN(day[place.interval]) + n
    if (handled && handled_s !== null) addWeighed(handled, place, { value: handled_s, weight: n ?? 1 })
  }
  return {
    grid,
    counts,
    withheld,
    handled_s: handled && handled.seconds.map((day, i) => day.map((sum, j) => sum / (handled.weights[i]?.[j] ?? 1))),
  }
}

type Weighed = { seconds: Float64Array[]; weights: Float64Array[] }

function addWeighed(
  { seconds, weights }: Weighed,
  { day, interval }: { day: number; interval: number },
  { value, weight }: { value: number; weight: number },
): void {
  const [sum, weighed] = [seconds[day], weights[day]]
  if (!sum || !weighed || weight === 0) return
  sum[interval] = zeroIfNaN(sum[interval]) + value * weight
  weighed[interval] = zeroIfNaN(weighed[interval]) + weight
}

const zeroIfNaN = (value: number | undefined): number => (value === undefined || Number.isNaN(value) ? 0 : value)

/** So many must usually come on a day before its being empty is no chance: of 9.2 expected none comes once in ten thousand. */
const NO_CHANCE = 9.2

// What the intervals without a row are.
function filled(laid: LaidOut, missing: Series['missing'], span: { first: number; last: number }): Seen {
  if (missing === 'gap') return { ...laid, presumed_closed: 0 }
  const { grid, counts, withheld } = laid
  const isEmpty = counts.map((day) => day.every((count) => Number.isNaN(count)))
  const usual = usualTotals(grid, counts)
  let presumed_closed = 0
  const whole = counts.map((day, i) => {
    const { start_ms, weekday } = grid.days[i] ?? { start_ms: 0, weekday: 1 }
    if (isEmpty[i] && missing === 'auto' && (usual[weekday] ?? 0) > NO_CHANCE) {
      presumed_closed += 1
      return day
    }
    return day.map((count, j) => {
      const ms = start_ms + j * grid.interval_min * 60_000
      const within = ms + grid.interval_min * 60_000 > span.first && ms <= span.last
      return Number.isNaN(count) && within && !withheld.has(`${i} ${j}`) ? 0 : count
    })
  })
  return { ...laid, counts: whole, presumed_closed }
}

// By weekday, how many usually come: the median of its days (0 where half of them are empty).
function usualTotals(grid: Grid, counts: readonly Float64Array[]): number[] {
  return Array.from({ length: 8 }, (_, weekday) => {
    const totals = counts
      .filter((_day, i) => grid.days[i]?.weekday === weekday)
      .map((day) => day.reduce((sum, count) => sum + zeroIfNaN(count), 0))
      .toSorted((a, b) => a - b)
    return totals[totals.length >> 1] ?? 0
  })
}
