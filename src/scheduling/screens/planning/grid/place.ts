// Where one stands in the grid, and what is there: a row, and in it a day (week, month) or the shift and the things in it (day).
import { boxOf } from './paint.ts'
import type { Bar, Lasting, Part } from './bars.ts'
import { barsIn, type Row } from './rows.ts'
import { dayAt, xOf, type Timeline } from './timeline.ts'

export type Cell = { day: string; bar: Bar | null; part: Part | null; x: number; width: number }
export type Place = { row: string; cell: number }

/** The cells of a row. In a day: the shift, then what lies in it; in a week or month: a cell each day, and its first shift. */
export function cellsOf(row: Row, timeline: Timeline): Cell[] {
  const bars = barsIn(row)
  const across = ({ from, to }: Lasting) => ({
    x: xOf(timeline, from),
    width: Math.max(4, xOf(timeline, to) - xOf(timeline, from)),
  })
  if (timeline.view !== 'day')
    return timeline.days.map(({ day, x, width }) => {
      const bar = bars.find((each) => each.day === day) ?? null
      return { day, bar, part: null, ...(bar && timeline.view === 'week' ? across(bar) : { x, width }) }
    })
  const cells = bars
    .filter((bar) => bar.to > (timeline.days[0]?.from ?? 0) && bar.from < (timeline.days.at(-1)?.to ?? Infinity))
    .flatMap((bar): Cell[] => [
      { day: bar.day, bar, part: null, ...across(bar) },
      ...bar.parts.map((part) => ({ day: bar.day, bar, part, ...across(part) })),
    ])
  const [first] = timeline.days
  return cells.length > 0 || !first ? cells : [{ day: first.day, bar: null, part: null, x: first.x, width: first.width }]
}

export type Grip = 'move' | 'start' | 'end' | 'part'
export type Hit = { bar: Bar; grip: Grip; part: Part | null }

const EDGE = 7 // pixels one can take hold of

/** What lies under a point of a row, and by which part of it one would take hold. */
export function hitIn(row: Row | undefined, x: number, laid: { timeline: Timeline; row: number }): Hit | null {
  const { timeline } = laid
  for (const bar of barsIn(row).toReversed()) {
    const box = boxOf(laid, bar)
    if (x < box.x - 3 || x > box.x + box.width + 3) continue
    if (timeline.view === 'month') return { bar, grip: 'move', part: null }
    const edge = Math.min(EDGE, box.width / 4)
    if (x < box.x + edge) return { bar, grip: 'start', part: null }
    if (x > box.x + box.width - edge) return { bar, grip: 'end', part: null }
    const part = timeline.view === 'day' ? bar.parts.find((each) => !each.fixed && x >= xOf(timeline, each.from) && x <= xOf(timeline, each.to)) : undefined
    return part ? { bar, grip: 'part', part } : { bar, grip: 'move', part: null }
  }
  return null
} // prettier-ignore

/** By how much a shift moves that is dragged: along the hours; in a month by whole days, at the same wall hour. */
export function draggedTo(bar: Bar, pixels: number, { timeline, by }: { timeline: Timeline; by: number }): number {
  if (timeline.view !== 'month') return by
  const [width, from] = [timeline.days[0]?.width ?? 1, dayAt(timeline, bar.from)]
  const at = from ? timeline.days.indexOf(from) : 0
  const to = timeline.days[Math.min(Math.max(0, at + Math.round(pixels / width)), timeline.days.length - 1)]
  if (!from || !to) return 0
  const wall = Temporal.Instant.fromEpochMilliseconds(bar.from).toZonedDateTimeISO(timeline.zone)
  return wall.with({ ...ymd(to.day) }).epochMilliseconds - bar.from
}

const ymd = (day: string): { year: number; month: number; day: number } => {
  const { year, month, day: date } = Temporal.PlainDate.from(day)
  return { year, month, day: date }
}
