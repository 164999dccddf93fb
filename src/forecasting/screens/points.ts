// What the chart draws, interval by interval: what came, what is forecast, before and after what people adjusted. Pure.
import type { History, Published } from '../contract.ts'
import { isByDay, type Span, type Zoom } from './view.ts'

export type Point = {
  from: number // milliseconds
  to: number
  arrived: number | null
  mean: number | null
  unadjusted: number | null
  p10: number | null
  p90: number | null
  handling_s: number | null
}

type Told = { history: History['streams'][number] | undefined; published: Published['streams'][number] | undefined }

export function pointsOf({ history, published }: Told, span: Span, { zoom, zone }: { zoom: Zoom; zone: string }): Point[] {
  const [from, step] = [Date.parse(span.from), span.step * 60_000]
  const count = Math.round((Date.parse(span.to) - from) / step)
  const offset = (of: { from: string } | undefined): number => (of ? Math.round((from - Date.parse(of.from)) / step) : 0)
  const [h, p] = [offset(history), offset(published)]
  const known = (i: number, column: readonly (number | null)[] | undefined): number | null => column?.[i + h] ?? null
  const expected = (i: number, column: readonly (number | null)[] | undefined): number | null => column?.[i + p] ?? null
  const points = Array.from({ length: count }, (_, i): Point => ({
    from: from + i * step,
    to: from + (i + 1) * step,
    arrived: known(i, history?.arrived),
    mean: expected(i, published?.mean),
    unadjusted: expected(i, published?.unadjusted),
    p10: expected(i, published?.p10),
    p90: expected(i, published?.p90),
    handling_s: expected(i, published?.handling_s) ?? known(i, history?.handled_s),
  }))
  return isByDay(zoom) ? byDay(points, { zone, day_cv: published?.spread?.day_cv ?? 0 }) : points
}

const EIGHTY = 1.2816 // standard deviations to the bound that one in ten exceeds

function byDay(points: readonly Point[], { zone, day_cv }: { zone: string; day_cv: number }): Point[] {
  const days = Map.groupBy(points, ({ from }) =>
    Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate().toString(),
  )
  return [...days.values()].map((day) => {
    const mean = whole(day, 'mean')
    return {
      from: day[0]!.from,
      to: day.at(-1)!.to,
      arrived: sum(day, 'arrived'),
      mean,
      unadjusted: whole(day, 'unadjusted'),
      p10: mean === null ? null : Math.max(0, mean - strays(day, 'p10', day_cv)),
      p90: mean === null ? null : mean + strays(day, 'p90', day_cv),
      handling_s: weighted(day),
    }
  })
}

// A day half of which nobody knows is no day; hours the file leaves out (nights) are.
function sum(day: readonly Point[], name: 'arrived' | 'mean' | 'unadjusted'): number | null {
  const known = day.flatMap((point) => point[name] ?? [])
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0)
}

// Of a day that had begun when it was forecast, what came before counts as it came: the part that was still to come is no day.
function whole(day: readonly Point[], name: 'mean' | 'unadjusted'): number | null {
  const first = day.findIndex((point) => point[name] !== null)
  return first < 0 ? null : (sum(day.slice(0, first), 'arrived') ?? 0) + (sum(day, name) ?? 0)
}

// The day's level strays together, the rest of each hour by itself.
function strays(day: readonly Point[], name: 'p10' | 'p90', day_cv: number): number {
  let [together, apart] = [0, 0]
  for (const point of day) {
    if (point.mean === null) continue
    const whole = Math.abs((point[name] ?? point.mean) - point.mean)
    const shared = Math.min(whole, EIGHTY * day_cv * point.mean)
    together += shared
    apart += whole ** 2 - shared ** 2
  }
  return Math.sqrt(together ** 2 + apart)
}

function weighted(day: readonly Point[]): number | null {
  let [total, weights] = [0, 0]
  for (const { handling_s, mean, arrived } of day) {
    const weight = mean ?? arrived ?? 0
    if (handling_s === null || weight <= 0) continue
    total += handling_s * weight
    weights += weight
  }
  return weights > 0 ? total / weights : null
}

/** The figures of some intervals together. */
export function totalOf(points: readonly Point[]): { arrived: number | null; mean: number | null; unadjusted: number | null } {
  return { arrived: sum(points, 'arrived'), mean: sum(points, 'mean'), unadjusted: sum(points, 'unadjusted') }
}
