// The people of a rehearsal, each a group of one with the hours they were there; and tomorrow's: added, moved, away.
import type { PersonFactsOfRouting } from '#routing/contract'
import type { Changes, Group } from '../contract.ts'
import { byChannel, countOf, nameAt, type Contacts } from './contacts.ts'
import type { Given } from './given.ts'
import type { Handling } from './handling.ts'
import { queueOfChannel } from './without-rules.ts'
import { spellsOfActs, spellsOfPresence, type Said, type Spell } from './shifts.ts'

export type Staffing = { spells: Map<string, Spell[]>; from: 'presence' | 'acts' }

/** Who was there when: by presence where somebody has said any in the period, by what they did where not. */
export function staffingOf(
  contacts: Contacts,
  said: readonly Said[],
  { given, handling }: { given: Given; handling: Handling },
): Staffing {
  const period = { from_ms: given.period.from_ms, to_ms: given.until_ms }
  const present = spellsOfPresence(said, period, new Map(Object.entries(given.away)))
  const acted = spellsOfActs(actsOf(contacts, handling), given.midnight_ms)
  const spells = new Map([...acted, ...present].filter(([, own]) => own.length > 0))
  return { spells, from: present.size > 0 ? 'presence' : 'acts' }
}

function actsOf(contacts: Contacts, { of_contact }: Handling) {
  const acts: { person: string; at_ms: number; for_ms: number }[] = []
  for (let i = 0; i < countOf(contacts); i++) {
    const person = nameAt(contacts.names, contacts.taken_by[i] ?? -1)
    const at_ms = contacts.ended_ms[i] ?? NaN
    if (person && at_ms >= 0) acts.push({ person, at_ms, for_ms: Math.max(0, of_contact[i] ?? 0) * 1_000 || 0 })
  }
  return acts
}

/** Which channels each was seen serving: without rules nobody is asked to do what they never did. */
export function channelsServed(contacts: Contacts): Map<string, string[]> {
  const served = new Map<string, string[]>()
  for (const [channel, places] of byChannel(contacts))
    for (const person of new Set(places.map((i) => nameAt(contacts.names, contacts.taken_by[i] ?? -1))))
      if (person) served.set(person, [...(served.get(person) ?? []), channel])
  return served
}

type Hours = { spells: ReadonlyMap<string, readonly Spell[]>; given: Given; served: ReadonlyMap<string, string[]> | null }

/** The staff of today: a group of one each, in the order of their ids, so that the same run gives the same report. */
export function staffOf({ spells, given, served }: Hours): Group[] {
  const known = new Map(given.people.map((person) => [person.id, person]))
  return [...spells]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .filter(([person]) => (served === null ? known.has(person) : served.has(person)))
    .map(([person, own]) =>
      groupOf(person, {
        facts: known.get(person),
        shifts: shiftsOf(own, given),
        queues: served?.get(person)?.map(queueOfChannel),
        cost: given.asked.cost_per_hour ?? 0,
      }),
    )
}

type Of = { facts: PersonFactsOfRouting | undefined; shifts: Group['shifts']; queues: string[] | undefined; cost: number }
const groupOf = (name: string, { facts, shifts, queues, cost }: Of): Group => ({
  name,
  count: 1,
  shifts,
  skills: { ...facts?.skills },
  prefers: false,
  cost_per_hour: cost,
  ...(facts ? abilitiesOf(facts) : {}),
  ...(queues ? { queues } : {}),
})

const abilitiesOf = ({ teams, languages, degree, queues, most, seat_units }: PersonFactsOfRouting): Partial<Group> => ({
  teams: [...teams],
  languages: { ...languages },
  degree,
  ratings: { ...queues },
  most: { ...most },
  ...(teams[0] === undefined ? {} : { team: teams[0] }),
  ...(seat_units === null ? {} : { seat_units }),
})

const shiftsOf = (spells: readonly Spell[], { midnight_ms }: Given): Group['shifts'] =>
  spells.map(({ from_ms, to_ms }) => ({
    from_s: Math.max(0, from_ms - midnight_ms) / 1_000,
    to_s: Math.max(0, to_ms - midnight_ms) / 1_000,
    breaks_s: [],
  }))

/** The hours of a plan somebody rehearses, in place of those seen. */
export const plannedSpells = ({ people_planned }: Changes, midnight_ms: number): Map<string, Spell[]> | null =>
  people_planned
    ? new Map(
        people_planned.map(({ person, at_work_s }) => [
          person,
          at_work_s.map(([from, to]) => ({ from_ms: midnight_ms + from * 1_000, to_ms: midnight_ms + to * 1_000 })),
        ]),
      )
    : null

/** Tomorrow's people: who is added works like a colleague, or from Monday to Friday at the hours given. */
export function changedStaff(staff: readonly Group[], changes: Changes, days: readonly number[]): Group[] {
  const moved = new Map(changes.people_moved.map(({ person, to_team }) => [String(person), to_team]))
  const away = new Set(changes.people_away.map(String))
  const stayed = staff
    .filter(({ name }) => !away.has(name))
    .map((group) => (moved.has(group.name) ? { ...group, team: moved.get(group.name)!, teams: [moved.get(group.name)!] } : group)) // it has
  return [...stayed, ...changes.people_added.map((added, i) => addedGroup(added, { staff, days, place: i + 1 }))]
}

type Added = Changes['people_added'][number]
function addedGroup(
  added: Added,
  { staff, days, place }: { staff: readonly Group[]; days: readonly number[]; place: number },
): Group {
  const like = staff.find(({ name }) => name === added.like)
  const name = `+${place}`
  if (like) return { ...like, name, count: added.count, ...(added.team ? { team: added.team } : {}) }
  const shifts = days.map((day) => ({
    from_s: day * 86_400 + added.from_minute * 60,
    to_s: day * 86_400 + added.to_minute * 60,
    breaks_s: [],
  }))
  return {
    name,
    count: added.count,
    shifts,
    skills: {},
    prefers: false,
    cost_per_hour: staff[0]?.cost_per_hour ?? 0,
    ...(added.team ? { team: added.team } : {}),
  }
}
