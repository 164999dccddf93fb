// What cannot be done at all: two shifts at once, activities outside their shift or over each other.
import type { Shift } from '../../contract/plan-shapes.ts'
import type { Found } from './check.ts'
import { HOUR } from './worked.ts'

export function madeTroubles(shifts: readonly Shift[]): Found[] {
  const ordered = shifts
    .map((shift) => ({ shift, from: Date.parse(shift.starts_at), to: Date.parse(shift.ends_at) }))
    .toSorted((a, b) => a.from - b.from)
  const overlaps = ordered.flatMap(({ shift, from }, i): Found[] => {
    const before = ordered[i - 1]
    if (!before || from >= before.to) return []
    return [{ code: 'overlap', against: 'plan', day: shift.day, found: (before.to - from) / HOUR, bound: 0 }]
  })
  return [...overlaps, ...ordered.flatMap(({ shift, from, to }) => activitiesAmiss(shift, { from, to }))]
}

function activitiesAmiss({ day, activities }: Shift, { from, to }: { from: number; to: number }): Found[] {
  if (to <= from) return [{ code: 'out_of_shift', against: 'plan', day, found: (to - from) / HOUR, bound: 0 }]
  let [amiss, last] = [0, from]
  for (const activity of activities.toSorted((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at))) {
    const [begins, ends] = [Date.parse(activity.starts_at), Date.parse(activity.ends_at)]
    amiss += Math.max(0, last - begins) + Math.max(0, ends - to) + Math.max(0, begins - ends)
    last = Math.max(last, ends)
  }
  return amiss > 0 ? [{ code: 'out_of_shift', against: 'plan', day, found: amiss / HOUR, bound: 0 }] : []
}
