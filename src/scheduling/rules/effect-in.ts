// What changes do to those present, group by group, in the intervals they touch. Pure.
import type { Effect, ShiftId } from '../contract.ts'
import { presentIn, type Counting } from './counted.ts'
import { MINUTE, ms, type Change, type Drawn } from './drawn.ts'
import { missingMin, type Grid, type Working } from './presence.ts'

type Covering = Counting & { groups: readonly { group: string; label: string; need: readonly number[] }[] }
type Standing = Working & { id: ShiftId }

/** Groups in which nothing changes are left out. @param shifts those of the plan around these days, the changed ones as they are now */
export function effectIn(cover: Covering, shifts: readonly Standing[], changes: readonly Change[]): Effect[] {
  const changed = new Set(changes.map(({ shift }) => shift))
  const rest = shifts.filter(({ id }) => !changed.has(id))
  const touched = touchedOf(changes.flatMap(({ before, after }) => [before, after].filter((each) => each !== null)), cover.grid) // prettier-ignore
  const withAll = (of: (change: Change) => Drawn | null): number[][] =>
    presentIn(cover, [...rest, ...changes.flatMap((change) => of(change) ?? [])], touched)
  const [before, after] = [withAll((change) => change.before), withAll((change) => change.after)]
  const { interval_min, from_ms } = cover.grid
  const from = Temporal.Instant.fromEpochMilliseconds(from_ms + touched.first * interval_min * MINUTE).toString()
  return cover.groups.flatMap(({ group, label, need }, nth): Effect[] => {
    const [was, is, wanted] = [before[nth] ?? [], after[nth] ?? [], need.slice(touched.first, touched.end)]
    if (was.every((there, place) => there === is[place])) return []
    return [{
      group, label, from, interval_min, need: wanted, before: was, after: is,
      missing_before_min: missingMin(wanted, was, interval_min), missing_after_min: missingMin(wanted, is, interval_min),
    }] // prettier-ignore
  })
}

function touchedOf(hours: readonly Drawn[], { from_ms, interval_min, count }: Grid): { first: number; end: number } {
  const step = interval_min * MINUTE
  const begins = Math.min(...hours.map(({ starts_at }) => ms(starts_at)))
  const ends = Math.max(...hours.map(({ ends_at }) => ms(ends_at)))
  return { first: Math.max(0, Math.floor((begins - from_ms) / step)), end: Math.min(count, Math.ceil((ends - from_ms) / step)) }
}
