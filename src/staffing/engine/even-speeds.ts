// The flattest way to do work between when it comes and when it is due: the critical intervals of Yao, Demers and Shenker.
import type { DueWork } from './due-work.ts'

/** Of an interval: seconds that each person beside adds (0: nobody may be there), and seconds that are there anyway. */
export type Slot = { person_s: number; free_s: number }

type Stretch = { from: number; to: number; people: number }

/**
 * People per interval. Each round finds the stretch of intervals that needs most people for the work that must be done within it, gives it just so
 * many, and takes stretch and work away: what is left may go on before and after. O(n²) a round; there are as many rounds as levels.
 */
export function evenSpeeds(work: readonly DueWork[], slots: readonly Slot[]): number[] {
  const people = Array.from({ length: slots.length }, () => 0)
  let left = Array.from(slots.keys()) // intervals not yet given people, by their number
  let pending = work.filter(({ from, due }) => from < due && due <= slots.length).map((each) => ({ ...each }))
  while (left.length > 0 && pending.length > 0) {
    const stretch = mostNeeded(
      pending,
      left.map((number) => slots[number] ?? { person_s: 0, free_s: 0 }),
    )
    if (!stretch || stretch.people <= 0) break
    for (let at = stretch.from; at < stretch.to; at++) {
      const number = left[at] ?? 0
      if ((slots[number]?.person_s ?? 0) > 0) people[number] = stretch.people
    }
    pending = pending.flatMap((each) => afterCutting(each, stretch))
    left = [...left.slice(0, stretch.from), ...left.slice(stretch.to)]
  }
  return people
}

// Over all stretches: (work that must be done in it − seconds there anyway) ÷ seconds a person adds.
function mostNeeded(work: readonly DueWork[], slots: readonly Slot[]): Stretch | null {
  const byBegin: DueWork[][] = Array.from({ length: slots.length }, () => [])
  for (const each of work) byBegin[each.from]?.push(each)
  const dueAt = new Float64Array(slots.length + 1)
  let best: Stretch | null = null
  for (let from = slots.length - 1; from >= 0; from--) {
    const begins = byBegin[from]! // one for each slot
    for (const { due, work_s } of begins) dueAt[due]! += work_s
    if (begins.length === 0) continue
    let [needed, person_s] = [0, 0]
    for (let to = from + 1; to <= slots.length; to++) {
      person_s += slots[to - 1]!.person_s // within the slots
      needed += dueAt[to]! - slots[to - 1]!.free_s
      if (needed > 0 && person_s > 0 && needed > (best?.people ?? 0) * person_s) best = { from, to, people: needed / person_s }
    }
  }
  return best
}

// What lies within the stretch is done in it; of the rest, the stretch is no longer there.
function afterCutting(each: DueWork, { from, to }: Stretch): DueWork[] {
  if (each.from >= from && each.due <= to) return []
  const without = (at: number): number => (at <= from ? at : Math.max(from, at - (to - from)))
  const cut = { ...each, from: without(each.from), due: without(each.due) }
  return cut.from < cut.due ? [cut] : []
}
