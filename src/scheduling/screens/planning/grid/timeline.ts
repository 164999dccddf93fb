// Where an instant lies across the grid. Days are laid side by side, each as long as it is (23 and 25 hours too); hours at which nobody
// is needed may be left out on both sides, the same wall hours every day.
export type View = 'day' | 'week' | 'month'
export type DaySpan = { day: string; starts: number; from: number; to: number; x: number; width: number } // starts: its midnight; from, to: what is shown of it
export type Hours = { from: number; to: number } // wall hours shown, 0 to 24
export type Timeline = { view: View; zone: string; step: number; days: readonly DaySpan[]; width: number; per_minute: number }

type Laying = { view: View; zone: string; days: readonly string[]; hours: Hours; interval_min: number; room: number }

const MINUTE = 60_000
const LEAST_PER_MINUTE: Record<View, number> = { day: 14 / 15, week: 104 / 840, month: 0 } // a quarter of an hour stays something one can grasp
const LEAST_MONTH_DAY = 44 // pixels

/** `room` is how many pixels there are; what is laid out is at least that wide. */
export function timelineOf({ view, zone, days, hours, interval_min, room }: Laying): Timeline {
  const shown = days.map((day) => spanOf(day, zone, view === 'month' ? { from: 0, to: 24 } : hours))
  const minutes = shown.reduce((sum, { from, to }) => sum + (to - from) / MINUTE, 0)
  const least = view === 'month' ? (days.length * LEAST_MONTH_DAY) / Math.max(minutes, 1) : LEAST_PER_MINUTE[view]
  const per_minute = Math.max(least, room / Math.max(minutes, 1))
  let x = 0
  const laid = shown.map((span) => {
    const width = ((span.to - span.from) / MINUTE) * per_minute
    const at = { ...span, x, width }
    x += width
    return at
  })
  return { view, zone, step: interval_min * MINUTE, days: laid, width: Math.round(x), per_minute }
}

function spanOf(day: string, zone: string, { from, to }: Hours): Omit<DaySpan, 'x' | 'width'> {
  const date = Temporal.PlainDate.from(day)
  const at = (hour: number): number =>
    date
      .add({ days: hour === 24 ? 1 : 0 })
      .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour: hour % 24 }) }).epochMilliseconds
  return { day, starts: at(0), from: at(from), to: at(to) }
}

/** Pixels from the left of an instant; one that is not shown lies at the nearest edge of a day. */
export function xOf({ days, per_minute }: Timeline, at: number): number {
  const span = days.findLast(({ from }) => from <= at) ?? days[0]
  if (!span) return 0
  return span.x + (Math.min(Math.max(at, span.from), span.to) - span.from) / MINUTE * per_minute
} // prettier-ignore

/** The instant under a pixel, to the millisecond: an instant knows no parts of one. */
export function atX({ days, per_minute }: Timeline, x: number): number {
  const span = days.findLast((each) => each.x <= x) ?? days[0]
  return span ? Math.min(span.to, span.from + Math.round((Math.max(0, x - span.x) / per_minute) * MINUTE)) : 0
}

export const dayAt = ({ days }: Timeline, at: number): DaySpan | undefined =>
  days.findLast(({ starts }) => starts <= at) ?? days[0]

/** How much time a drag of so many pixels is, in whole intervals. */
export const draggedBy = ({ per_minute, step }: Timeline, pixels: number): number =>
  Math.round(((pixels / per_minute) * MINUTE) / step) * step

type Lasting = { from: number; to: number }

/** The wall hours between which all this lies, an hour of air on both sides; the usual office day when there is nothing. */
export function hoursOf(all: Iterable<Lasting>, zone: string): Hours {
  let [least, most] = [24, 0]
  const offsets = new Map<number, number>() // a zone is asked once an hour of the world
  const wall = (at: number): number => {
    const day = Math.floor(at / 3_600_000)
    const offset = offsets.get(day) ?? Temporal.Instant.fromEpochMilliseconds(day * 3_600_000).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
    offsets.set(day, offset)
    return (((at + offset) / 3_600_000) % 24 + 24) % 24
  }
  for (const { from, to } of all) {
    const [begins, ends] = [wall(from), wall(to) || 24]
    if (ends < begins || to - from >= 24 * 3_600_000) return { from: 0, to: 24 } // through the night
    least = Math.min(least, begins)
    most = Math.max(most, ends)
  }
  if (least >= most) return { from: 7, to: 20 }
  return { from: Math.max(0, Math.floor(least - 0.5)), to: Math.min(24, Math.ceil(most + 0.5)) }
} // prettier-ignore
