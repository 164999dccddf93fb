// Meetings and trainings placed where they hurt least: all of a sitting are at work then, and none of them is at a pause.
import { minutesOf } from '../contract/moments.ts'
import type { Session } from '../contract/schedule-ask.ts'
import { dayOfSlot, SLOT_MIN, slotAt } from './grid.ts'
import type { Planned } from './person.ts'
import { cover, MOST_PAUSES, optionAt, sit, type Rota, type Sitting } from './rota.ts'
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
      const wanted = { session, asked, left, size: Math.min(size, left.size) }
      const found = bestSitting(rota, wanted) ?? sittingByMovedPauses(rota, wanted)
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

// Where no slot is without somebody's break: one at which all are there, and whose breaks go elsewhere within their windows.
function sittingByMovedPauses(rota: Rota, { session, asked, left, size }: Wanted): Sitting[] | null {
  for (const { day, from, to } of slotsFor(rota, asked)) {
    const there = [...left].filter((person) => isThere(rota, person, { day, from, to })).slice(0, size)
    if (there.length < (asked.at_once === undefined ? size : 1)) continue
    const pausing = there.filter((person) => !isFree(rota, person, { day, from, to }))
    if (!pausing.every((person) => makesRoom(rota, person, { day, from, to }))) continue // whose break moved keeps its new place: it is as right there
    return there.map((person): Sitting => ({ session, person, from, to }))
  }
  return null
}

type Time = { day: number; from: number; to: number }
function slotsFor({ problem: { grid } }: Rota, asked: Session): Time[] {
  const length = asked.minutes / SLOT_MIN
  return grid.names.flatMap((name, day): Time[] => {
    if (asked.days && !asked.days.includes(name)) return []
    const first = slotAt(grid, day, minutesOf(asked.from))
    const count = Math.max(0, slotAt(grid, day, minutesOf(asked.to)) - length - first + 1)
    return Array.from({ length: count }, (_, i) => ({ day, from: first + i, to: first + i + length }))
  })
}

const sitsMeanwhile = ({ sittings }: Rota, { index }: Planned, { from, to }: Time): boolean =>
  sittings.some((other) => other.person.index === index && other.from < to && other.to > from)

function isThere(rota: Rota, person: Planned, time: Time): boolean {
  const option = optionAt(rota, person, time.day)
  return option !== null && time.from >= option.start && time.to <= option.end && !sitsMeanwhile(rota, person, time)
}

// Breaks that lie in the time go to the nearest place in their window that is free of it; false, and as it was, where one finds none.
function makesRoom(rota: Rota, person: Planned, { day, from, to }: Time): boolean {
  if (rota.sittings.some((other) => other.person.index === person.index && dayOfSlot(rota.problem.grid, other.from) === day))
    return false // placed around them
  const option = optionAt(rota, person, day)! // who is there has one
  const at = (person.index * rota.days + day) * MOST_PAUSES
  const was = rota.pauses.slice(at, at + option.pauses.length)
  const lasts = (i: number): number => Math.max(1, Math.ceil(option.pauses[i]!.minutes / SLOT_MIN))
  cover(rota, person, { day, by: -1 })
  let all = true
  for (const [i, pause] of option.pauses.entries()) {
    const now = rota.pauses[at + i]!
    if (now >= to || now + lasts(i) <= from) continue
    const places = Array.from({ length: pause.to - pause.from + 1 }, (_, p) => option.start + pause.from + p)
      .filter((place) => place >= to || place + lasts(i) <= from)
      .toSorted((a, b) => Math.abs(a - now) - Math.abs(b - now))
    const [place] = places.filter((each) => !sitsMeanwhile(rota, person, { day, from: each, to: each + lasts(i) }))
    if (place === undefined) all = false
    else rota.pauses[at + i] = place
  }
  if (!all) rota.pauses.set(was, at)
  cover(rota, person, { day, by: 1 })
  return all
}

/** Of a session that found no place: when most of its people are at work together, and how many of them. */
export function mostTogether(rota: Rota, session: number): { most: number; of: number; from: number | null } {
  const asked = rota.problem.ask.sessions[session]! // one of them
  const people = rota.problem.people.filter(({ name }) => asked.people.includes(name))
  let [most, from]: [number, number | null] = [0, null]
  for (const time of slotsFor(rota, asked)) {
    const there = people.filter((person) => isThere(rota, person, time)).length
    if (there > most) [most, from] = [there, time.from]
  }
  return { most, of: asked.people.length, from }
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
