// What is not known within the past, as spans of time. Pure.
import type { SeriesAnswer } from '../contract/answer.ts'
import type { LaidOut } from './lay-out.ts'
import { slotAt } from './day-grid.ts'
import type { Seen } from './seen.ts'

export const MOST_GAPS = 200

/** Spans without a figure, the latest first kept where there are many; closed times and weekdays on which nobody ever comes are no gaps. */
export function gapsIn({ grid, counts }: Seen, { open, past }: LaidOut): SeriesAnswer['gaps'] {
  const worked = new Set(
    past.days.filter(({ counts: known }) => known.some((count) => !Number.isNaN(count))).map(({ weekday }) => weekday),
  )
  const step = grid.interval_min * 60_000
  const spans: { from: number; to: number }[] = []
  const [first, last] = edges(counts)
  grid.days.forEach((day, d) => {
    if (d < first || d > last || !worked.has(day.weekday) || past.days[d]?.closed) return
    const mask = open(day.weekday)
    counts[d]?.forEach((count, i) => {
      if (!Number.isNaN(count) || mask?.[slotAt(day, i)] === 0) return
      const from = day.start_ms + i * step
      const before = spans.at(-1)
      if (before?.to === from) before.to = from + step
      else spans.push({ from, to: from + step })
    })
  })
  const said = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toString()
  return trimmed(spans, counts, grid)
    .slice(-MOST_GAPS)
    .map(({ from, to }) => ({ from: said(from), to: said(to) }))
}

function edges(counts: Seen['counts']): [number, number] {
  const known = counts.map((day) => day.some((count) => !Number.isNaN(count)))
  return [known.indexOf(true), known.lastIndexOf(true)]
}

// What lies before the first and after the last figure is not a gap: it is not the past.
function trimmed<Span extends { from: number; to: number }>(spans: Span[], counts: Seen['counts'], grid: Seen['grid']): Span[] {
  const [first, last] = edges(counts)
  const step = grid.interval_min * 60_000
  const begins = (grid.days[first]?.start_ms ?? 0) + step * (counts[first]?.findIndex((count) => !Number.isNaN(count)) ?? 0)
  const ends = (grid.days[last]?.start_ms ?? 0) + step * ((counts[last]?.findLastIndex((count) => !Number.isNaN(count)) ?? 0) + 1)
  return spans.filter(({ from, to }) => to > begins && from < ends)
}
