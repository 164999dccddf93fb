// Local days and their intervals. An interval is an instant; the slot it belongs to is a time on the zone's clocks, so that a day of 23 hours lacks
// slots and a day of 25 has some twice. Pure.

/** One local day: when it begins (milliseconds since 1970), how many intervals it has, and the slot of each of them where the clocks change. */
export type GridDay = {
  date: string
  ordinal: number // days since 1970-01-01, of the local date
  weekday: number // 1 Monday … 7 Sunday
  start_ms: number
  intervals: number
  slots: Uint16Array | null // null: interval i is slot i
}
export type Grid = { zone: string; interval_min: number; slots: number; days: readonly GridDay[] }

const DAY_MS = 86_400_000

export const ordinalOf = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS)
export const dateOf = (ordinal: number): string => new Date(ordinal * DAY_MS).toISOString().slice(0, 10)
/** 1 Monday … 7 Sunday; 1970-01-01 was a Thursday. */
export const weekdayOf = (ordinal: number): number => ((((ordinal + 3) % 7) + 7) % 7) + 1

export const localDateOf = (ms: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString()

/** The days from `first` to `last`, both included, as local dates of the zone. */
export function gridOf({ zone, interval_min }: { zone: string; interval_min: number }, first: string, last: string): Grid {
  const slots = 1_440 / interval_min
  const days: GridDay[] = []
  const end = ordinalOf(last)
  let start_ms = startOf(first, zone)
  for (let ordinal = ordinalOf(first); ordinal <= end; ordinal++) {
    const date = dateOf(ordinal)
    const next_ms = startOf(dateOf(ordinal + 1), zone)
    const intervals = Math.max(0, Math.round((next_ms - start_ms) / (interval_min * 60_000)))
    const usual = intervals === slots && next_ms - start_ms === DAY_MS
    const day = { date, ordinal, weekday: weekdayOf(ordinal), start_ms, intervals }
    days.push({ ...day, slots: usual ? null : slotsOf(day, { zone, interval_min }) })
    start_ms = next_ms
  }
  return { zone, interval_min, slots, days }
}

/** Which slot interval `i` of a day belongs to. */
export const slotAt = (day: GridDay, i: number): number => (day.slots ? (day.slots[i] ?? 0) : i)

/** The day an instant falls in, by its place in the grid (−1: none), and its interval within the day. */
export function placeOf(grid: Grid, ms: number): { day: number; interval: number } | null {
  let low = 0
  let high = grid.days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((grid.days[middle]?.start_ms ?? 0) <= ms) low = middle + 1
    else high = middle
  }
  const day = grid.days[low - 1]
  if (!day) return null
  const interval = Math.floor((ms - day.start_ms) / (grid.interval_min * 60_000))
  return interval < day.intervals ? { day: low - 1, interval } : null
}

function startOf(date: string, zone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds
}

function slotsOf(
  { start_ms, intervals }: { start_ms: number; intervals: number },
  { zone, interval_min }: { zone: string; interval_min: number },
): Uint16Array {
  return Uint16Array.from({ length: intervals }, (_, i) => {
    const at = Temporal.Instant.fromEpochMilliseconds(start_ms + i * interval_min * 60_000).toZonedDateTimeISO(zone)
    return Math.floor((at.hour * 60 + at.minute) / interval_min)
  })
}
