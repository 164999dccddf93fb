// Meetings and trainings placed where they hurt least: all of a sitting are at work then, and none of them is at a pause.
import { minutesOf } from '../contract/moments.ts'
import type { Session } from '../contract/schedule-ask.ts'
import { SLOT_MIN, slotAt } from './grid.ts'
import type { Planned } from './person.ts'
import { MOST_PAUSES, optionAt, sit, type Rota, type Sitting } from './rota.ts'
import { add } from './supply.ts'

/** Places every session it finds room for, the largest first; others stay without a place. */
export function placeSessions(rota: Rota): void {
  const byName = new Map(rota.problem.people.map((person) => [person.name, person]))
  const ordered = [...rota.problem.ask.sessions.entries()].toSorted(
    ([, a], [, b]) => b.people.length * b.minutes - a.people.length * a.minutes,
  )
  for (const [session, asked] of ordered) {
    const left = new Set(asked.people.flatMap((name) => byName.get(name) ?? []))
    const size = asked.at_once ?? left.size
    for (let sitting = 0; left.size > 0 && sitting < asked.people.length; sitting++) {
      const found = bestSitting(rota, { session, asked, left, size: Math.min(size, left.size) })
      if (!found) break
      for (const each of found) {
        sit(rota, each)
        rota.sittings.push(each)
        left.delete(each.person)
      }
    }
  }
}

type Wanted = { session: number; asked: Session; left: ReadonlySet<Planned>; size: number }

// The slot at which a sitting of that size costs least; with several sittings a smaller one is right where no full one finds room.
function bestSitting(rota: Rota, { session, asked, left, size }: Wanted): Sitting[] | null {
  const { grid } = rota.problem
  const length = asked.minutes / SLOT_MIN
  let [best, least, most]: [Sitting[] | null, number, number] = [null, Infinity, 0]
  for (let day = 0; day < grid.days; day++) {
    if (asked.days && !asked.days.includes(grid.names[day]!)) continue
    const last = slotAt(grid, day, minutesOf(asked.to)) - length
    for (let from = slotAt(grid, day, minutesOf(asked.from)); from <= last; from++) {
      const there = [...left].filter((person) => isFree(rota, person, { day, from, to: from + length })).slice(0, size)
      if (there.length < (asked.at_once === undefined ? size : 1) || there.length < most) continue
      const sittings = there.map((person): Sitting => ({ session, person, from, to: from + length }))
      const cost = costOf(rota, sittings)
      if (there.length > most || cost < least) [best, least, most] = [sittings, cost, there.length]
    }
  }
  return best
}

function isFree(rota: Rota, person: Planned, { day, from, to }: { day: number; from: number; to: number }): boolean {
  const option = optionAt(rota, person, day)
  if (!option || from < option.start || to > option.end) return false
  const at = (person.index * rota.days + day) * MOST_PAUSES
  const pausing = option.pauses.some(({ length, minutes }, i) => {
    const begins = rota.pauses[at + i]!
    return begins < to && begins + Math.max(length, Math.ceil(minutes / SLOT_MIN)) > from
  })
  return !pausing && !rota.sittings.some((other) => other.person.index === person.index && other.from < to && other.to > from)
}

function costOf(rota: Rota, sittings: readonly Sitting[]): number {
  const before = rota.supply.cost
  for (const sitting of sittings) sit(rota, sitting)
  const cost = rota.supply.cost - before
  for (const { person, from, to } of sittings)
    if (person.type >= 0) for (let slot = from; slot < to; slot++) add(rota.supply, person.type, slot)
  return cost
}
