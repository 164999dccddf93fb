// How long handling will take, slot by slot: what comes at seven in the evening may take longer than what comes at noon. Pure.
import type { SeriesAnswer } from '../contract/answer.ts'
import { slotAt } from './day-grid.ts'
import type { Seen } from './seen.ts'

/** So many contacts before a slot is believed half against its weekday's and everyday's mean. */
const HALF_BELIEVED = 60
const MEMORY_WEEKS = 8
const TREND_WEEKS = 8
/** A trend is followed for so long only: nobody's handling time falls for ever. */
const TREND_AHEAD_WEEKS = 2
const SURE_OF_TREND = 2

export type Handling = {
  of: (weekday: number, slot: number) => number // mean seconds
  said: NonNullable<SeriesAnswer['handling']>
}

type Sum = { seconds: number; contacts: number }

/**
 * The mean handling time of each slot, weighted by how many were handled and by how long ago (half after eight weeks), held back towards the slot of
 * all weekdays and that towards the mean of all, as if 60 contacts had taken as long as those (an empirical Bayes mean). A trend over the last eight weeks
 * is followed for two weeks where it is larger than twice its standard error. null where nothing is known.
 */
export function handlingOf(seen: Seen): Handling | null {
  if (!seen.handled_s) return null
  const slots = seen.grid.slots
  const bins = Array.from({ length: 8 * slots }, (): Sum => ({ seconds: 0, contacts: 0 }))
  const weeks = new Map<number, Sum>()
  const last = seen.grid.days.length - 1
  seen.handled_s.forEach((day, d) => {
    const grid = seen.grid.days[d]
    if (!grid) return
    const weight = 0.5 ** ((last - d) / 7 / MEMORY_WEEKS)
    day.forEach((mean, i) => {
      const contacts = seen.counts[d]?.[i] ?? Number.NaN
      if (Number.isNaN(mean)) return
      const counted = Number.isNaN(contacts) ? 1 : contacts
      add(bins[grid.weekday * slots + slotAt(grid, i)], mean, counted * weight)
      add(bins[slotAt(grid, i)], mean, counted * weight)
      add(weekOf(weeks, Math.floor((last - d) / 7)), mean, counted)
    })
  })
  const total = bins
    .slice(slots)
    .reduce((sum, bin) => ({ seconds: sum.seconds + bin.seconds, contacts: sum.contacts + bin.contacts }), none())
  if (total.contacts <= 0) return null
  const mean = total.seconds / total.contacts
  const trend = trendOf(weeks)
  const level = Math.max(0.5, 1 + (trend * TREND_AHEAD_WEEKS) / Math.max(mean, 1e-9))
  const of = (weekday: number, slot: number) => level * held(bins[weekday * slots + slot], held(bins[slot], mean))
  return {
    of,
    said: {
      mean_s: mean * level,
      trend_s_per_week: trend,
      slots: slotsSaid(bins, { slots, interval_min: seen.grid.interval_min, of }),
    },
  }
}

const none = (): Sum => ({ seconds: 0, contacts: 0 })

function add(sum: Sum | undefined, mean: number, contacts: number): void {
  if (!sum) return
  sum.seconds += mean * contacts
  sum.contacts += contacts
}

function weekOf(weeks: Map<number, Sum>, ago: number): Sum | undefined {
  if (ago >= TREND_WEEKS) return undefined
  const known = weeks.get(ago) ?? none()
  weeks.set(ago, known)
  return known
}

const held = (sum: Sum | undefined, towards: number): number =>
  ((sum?.seconds ?? 0) + HALF_BELIEVED * towards) / ((sum?.contacts ?? 0) + HALF_BELIEVED)

// Seconds a week, by least squares over the weeks' means; 0 where it may be chance.
function trendOf(weeks: ReadonlyMap<number, Sum>): number {
  const points = [...weeks]
    .filter(([, { contacts }]) => contacts > 0)
    .map(([ago, { seconds, contacts }]) => ({ x: -ago, y: seconds / contacts }))
  if (points.length < 4) return 0
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)]
  const square = points.reduce((sum, point) => sum + (point.x - x) ** 2, 0)
  const slope = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / square
  const rest = points.reduce((sum, point) => sum + (point.y - y - slope * (point.x - x)) ** 2, 0)
  const error = Math.sqrt(rest / (points.length - 2) / square)
  return Math.abs(slope) > SURE_OF_TREND * error ? slope : 0
}

type Told = { slots: number; interval_min: number; of: Handling['of'] }

function slotsSaid(bins: readonly Sum[], { slots, interval_min, of }: Told): NonNullable<SeriesAnswer['handling']>['slots'] {
  return bins.slice(slots).flatMap(({ contacts }, i) => {
    if (contacts <= 0) return []
    const [weekday, slot] = [1 + Math.floor(i / slots), i % slots]
    const minutes = slot * interval_min
    const at = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    return [{ weekday, at, mean_s: of(weekday, slot) }]
  })
}
