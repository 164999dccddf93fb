// Work that can wait, done earliest due date first with the seconds there are in each interval.
import type { DueWork } from './due-work.ts'

export type ServedWork = {
  kept: boolean // every due date
  backlog_s: number[] // left at the end of each interval
  done_s: number[] // in each interval
}

/** `seconds[i]`: what can be worked in interval i. Work may be broken off and gone on with. */
export function serveByDueDate(work: readonly DueWork[], seconds: readonly number[]): ServedWork {
  const last = seconds.length + 1
  const dueAt = new Float64Array(last + 1) // left, by due date
  const comes = comingBy(work, seconds.length)
  let earliest = last
  let left = 0
  let kept = true
  const backlog_s: number[] = []
  const done_s: number[] = []
  for (const [i, most] of seconds.entries()) {
    for (const { due, work_s } of comes[i] ?? []) {
      const by = Math.min(due, last)
      dueAt[by] = (dueAt[by] ?? 0) + work_s
      left += work_s
      earliest = Math.min(earliest, by)
    }
    let room = most
    while (room > 0 && earliest <= last) {
      const piece = Math.min(room, dueAt[earliest] ?? 0)
      dueAt[earliest] = (dueAt[earliest] ?? 0) - piece
      left -= piece
      room -= piece
      if ((dueAt[earliest] ?? 0) > NOTHING) break
      earliest++
    }
    if (earliest <= i + 1 && left > NOTHING) kept = false
    backlog_s.push(Math.max(0, left))
    done_s.push(most - room)
  }
  return { kept, backlog_s, done_s }
}

function comingBy(work: readonly DueWork[], intervals: number): DueWork[][] {
  const comes: DueWork[][] = Array.from({ length: intervals }, () => [])
  for (const each of work) comes[Math.max(0, each.from)]?.push(each)
  return comes
}

const NOTHING = 1e-6 // of a second
