// Days and times of an ask against each other: absences, rows and lists of needs, meetings, shifts that lie over each other.
import { minutesOf } from '../contract/moments.ts'
import type { Ask } from '../contract/schedule-ask.ts'
import { gridOf, SLOT_MIN } from './grid.ts'
import type { AskTrouble } from './read-ask.ts'

/** What cannot be as it is written: the end before the beginning, a day outside the plan, somebody in two places. */
export function timeTroubles(ask: Ask): AskTrouble[] {
  return [...absences(ask), ...rows(ask), ...lists(ask), ...sessions(ask), ...twice(ask.fixed)]
}

function absences({ people }: Ask): AskTrouble[] {
  return people.flatMap(({ away }, i) =>
    away.flatMap(({ from, to }, j) =>
      to < from ? [{ path: `people.${i}.away.${j}.to`, message: `write ${from} or a later day: it ends before it begins` }] : [],
    ),
  )
}

function rows({ needs, zone, first_day, days }: Ask): AskTrouble[] {
  const { names } = gridOf(zone, first_day, days)
  return needs.flatMap((need, i) =>
    (need.rows ?? []).flatMap(({ from, to, day }, j) => {
      const path = `needs.${i}.rows.${j}`
      const odd = ([['from', from], ['to', to]] as const).filter(([, time]) => minutesOf(time) % SLOT_MIN !== 0)
      return [
        ...(from === to ? [{ path: `${path}.to`, message: 'write another time than from; a whole day is from "00:00" to "24:00"' }] : []),
        ...(day !== undefined && !names.includes(day) ? [{ path: `${path}.day`, message: `write a day of the plan, ${names[0]} to ${names.at(-1)}` }] : []),
        ...odd.map(([field]) => ({ path: `${path}.${field}`, message: 'write a time on a quarter of an hour, such as "08:15"' })),
      ]
    }),
  ) // prettier-ignore
}

function lists({ needs, zone, first_day, days, interval_min }: Ask): AskTrouble[] {
  const count = Math.ceil((gridOf(zone, first_day, days).slots * SLOT_MIN) / interval_min)
  return needs.flatMap(({ need }, i) =>
    need && need.length !== count
      ? [{ path: `needs.${i}.need`, message: `write ${count} numbers: so many intervals has the plan from its first midnight to its last (there are ${need.length})` }]
      : [],
  ) // prettier-ignore
}

function sessions({ sessions: asked, people }: Ask): AskTrouble[] {
  const known = new Set(people.flatMap(({ name, count }) => (count === 1 ? [name] : Array.from({ length: count }, (_, i) => `${name} ${i + 1}`)))) // prettier-ignore
  return asked.flatMap(({ people: takingPart, from, to, minutes }, i) => [
    ...takingPart.flatMap((name, j) => (known.has(name) ? [] : [{ path: `sessions.${i}.people.${j}`, message: `there is no person “${name}”` }])),
    ...(minutesOf(to) - minutesOf(from) < minutes ? [{ path: `sessions.${i}.to`, message: `write a time at least ${minutes} minutes after ${from}` }] : []),
  ]) // prettier-ignore
}

function twice(fixed: Ask['fixed']): AskTrouble[] {
  const ends = new Map<string, number>()
  return [...fixed.entries()]
    .toSorted(([, a], [, b]) => Date.parse(a.starts_at) - Date.parse(b.starts_at))
    .flatMap(([i, { person, starts_at, ends_at }]) => {
      const before = ends.get(person) ?? -Infinity
      ends.set(person, Math.max(before, Date.parse(ends_at)))
      return Date.parse(starts_at) < before ? [{ path: `fixed.${i}.starts_at`, message: `${person} works already then, by another fixed shift` }] : []
    }) // prettier-ignore
}
