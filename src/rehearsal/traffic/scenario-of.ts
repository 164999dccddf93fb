// A period of the centre's own traffic as a scenario: the contacts that came, when they came, as long as they took; whoever was there, when they
// were there. What was not seen is drawn from what was seen of others.
import type { Duration, Group, Kind, ScenarioInput } from '../contract.ts'
import { nameAt, type Contacts } from './contacts.ts'
import type { Given } from './given.ts'
import { queueOfChannel, queueWithoutRules } from './without-rules.ts'
import { isTaken } from './work-facts.ts'
import type { Handling } from './handling.ts'
import type { KindOfContacts } from './kinds.ts'
import { doorKey, type PatienceOf } from './patience.ts'
import { changedStaff, channelsServed, plannedSpells, staffOf, type Staffing } from './staffing.ts'
import { factorOf } from './factor.ts'

export type Learnt = {
  handling: Handling
  wrap_up: Map<string, Duration>
  patience: PatienceOf
  staffing: Staffing
  kinds: KindOfContacts[]
  together: Record<string, { at_once: number }>
}
export const FINISH_S = 7_200
const DAY_MS = 86_400_000

/** @param factor of the traffic: 1 is what came. The self-check is always made with 1. */
export function scenarioOf(
  contacts: Contacts,
  given: Given,
  { learnt, factor }: { learnt: Learnt; factor: number },
): ScenarioInput {
  const { asked, books, period, midnight_ms } = given
  const served = channelsServed(contacts)
  const today = staffOf({ spells: learnt.staffing.spells, given, served: books.today ? null : served })
  const present = new Set(today.map(({ name }) => name))
  return {
    name: 'today',
    seed: asked.seed,
    replications: asked.replications,
    days: Math.max((period.to_ms - midnight_ms) / DAY_MS, 0.001),
    finish_s: FINISH_S,
    service_level: asked.service_level,
    traffic: learnt.kinds.map((kind, i) => kindOf(contacts, kind, { place: i, given, learnt, factor, present })),
    staff: today,
    ...rulesOf(given, 'today', learnt),
    ...(asked.tomorrow ? { compare: compareOf(given, { learnt, served }) } : {}),
  }
}

function compareOf(
  given: Given,
  { learnt, served }: { learnt: Learnt; served: Map<string, string[]> },
): ScenarioInput['compare'] {
  const { books, asked } = given
  const spells = plannedSpells(asked.changes, given.midnight_ms) ?? learnt.staffing.spells
  const staff = staffOf({ spells, given, served: books.tomorrow ? null : served })
  return {
    name: 'tomorrow',
    staff: changedStaff(staff, asked.changes, workdays(given)),
    ...rulesOf(given, 'tomorrow', learnt),
  }
}

type RulesWritten = Pick<ScenarioInput, 'queues' | 'rulebook' | 'openings' | 'channels'>
function rulesOf({ books, openings }: Given, day: 'today' | 'tomorrow', { kinds, together }: Learnt): RulesWritten {
  const book = books[day]
  if (book) return { rulebook: book, openings: openings[day] }
  return { queues: [...new Set(kinds.map(({ facts }) => facts.channel))].map(queueWithoutRules), channels: together }
}

export const kindName = (kinds: readonly KindOfContacts[], place: number): string =>
  `${kinds[place]?.facts.channel ?? ''} ${place + 1}`

// Monday to Friday, by the days of the scenario.
function workdays({ period, midnight_ms }: Given): number[] {
  const days = Math.ceil((period.to_ms - midnight_ms) / DAY_MS)
  return Array.from({ length: days }, (_, day) => day).filter((day) => {
    const weekday = new Date(midnight_ms + day * DAY_MS + DAY_MS / 2).getUTCDay() // noon: the same day in every zone of Europe
    return weekday >= 1 && weekday <= 5
  })
}

type With = { place: number; given: Given; learnt: Learnt; factor: number; present: ReadonlySet<string> }

function kindOf(contacts: Contacts, { facts, places }: KindOfContacts, { place, given, learnt, factor, present }: With) {
  const { channel } = facts
  const known = learnt.patience.door.get(doorKey(channel, facts.entry_point)) ?? learnt.patience.channel.get(channel)
  const wrap_up = learnt.wrap_up.get(channel)
  // What no queue takes is done by whoever did it, where nobody answers for the case.
  const stays = [given.books.today, given.books.tomorrow].some((book) => book !== null && !isTaken(book, facts))
  return {
    name: kindName(learnt.kinds, place),
    channel,
    ...(given.books.today && given.books.tomorrow ? {} : { queue: queueOfChannel(channel) }),
    arrivals: arrivalsOf(contacts, factorOf(places, { factor, seed: given.asked.seed }), { given, learnt, present, stays }),
    handling: lawOf(learnt.handling, channel),
    ...(wrap_up === undefined ? {} : { wrap_up }),
    patience: known?.law ?? 'never',
    facts: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)) as Record<string, string>, // only those that are not null
  } satisfies Partial<Kind> & { name: string }
}

function lawOf({ by_channel }: Handling, channel: string): Duration {
  const known = by_channel.get(channel)
  if (!known || known.values_s.length === 0) return { law: 'exponential', mean_s: Math.max(known?.mean_s ?? 300, 1) }
  return { law: 'empirical', values_s: known.values_s }
}

type Those = { given: Given; learnt: Learnt; present: ReadonlySet<string>; stays: boolean }
type Chosen = readonly { place: number; later_s: number }[]

function arrivalsOf(contacts: Contacts, chosen: Chosen, { given, learnt, present, stays }: Those) {
  const person = (place: number | undefined): string | null => {
    const name = nameAt(contacts.names, place ?? -1)
    return name !== null && present.has(name) ? name : null
  }
  const seen = (value: number | undefined): number | null => (value !== undefined && value >= 0 ? value : null)
  const end_s = (given.period.to_ms - given.midnight_ms) / 1_000
  return {
    at_s: chosen.map(({ place, later_s }) =>
      Math.min(end_s, Math.max(0, ((contacts.arrived_ms[place] ?? 0) - given.midnight_ms) / 1_000 + later_s)),
    ),
    ids: chosen.map(({ place }) => String(place)),
    handling_s: chosen.map(({ place }) => seen(learnt.handling.of_contact[place])),
    wrap_up_s: chosen.map(({ place }) => seen(contacts.wrap_up_s[place])),
    cases: chosen.map(({ place }) => Math.max(0, contacts.case[place] ?? 0)),
    owners: chosen.map(({ place }) => person(contacts.owner[place]) ?? (stays ? person(contacts.taken_by[place]) : null)),
    contacts: chosen.map(({ place }) => person(contacts.contact[place])),
  }
}

export const groupsAtWork = (staff: readonly Group[]): number => staff.filter(({ shifts }) => (shifts?.length ?? 0) > 0).length
