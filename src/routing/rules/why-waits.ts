// Why a piece of work still waits, person by person: who could take it and what they are doing, who could not and what is missing, and what will
// change by itself and when. Pure; it follows the engine's order of asking (engine/README.md) from what is known outside it.
import type { WhyNot } from '../contract/floor-acts.ts'
import type { FloorPerson } from '../contract/floor.ts'
import { queueName, type Queue } from '../contract/queue.ts'
import type { PersonFactsOfRouting, Rulebook } from '../contract/rulebook.ts'
import { capableAfter, isOn, levelAfter } from './capable.ts'

export type WaitingItem = {
  queue: Queue
  book: Pick<Rulebook, 'sites' | 'queues'>
  channel: string
  language: string | null
  degree: number | null
  since: number // milliseconds since 1970; rings and relaxing count from here
  first: readonly string[] // who is asked before everybody else, while that lasts
  declined: ReadonlyMap<string, number> // until when they are not asked again
}
export type Standing = { facts: PersonFactsOfRouting; now: FloorPerson; not_channels: readonly string[] }
export type Reason = { why: WhyNot; what: string | null; until: number | null }
export type Change = { at: number; what: 'person_first_ends' | 'skill_relaxes' | 'language_relaxes' | 'ring_opens' | 'overflows' | 'break_ends' | 'call_back_offered'; name: string | null; level: number | null; people: number | null } // prettier-ignore

const SECOND = 1_000
const MOST_CHANGES = 8

/** Null: it is not theirs at all, so there is nothing to explain. @param at milliseconds since 1970 */
export function reasonOf(person: Standing, item: WaitingItem, at: number): Reason | null {
  const { facts, now } = person
  const first = item.first.includes(facts.id)
  if (!first && !isOn(facts, item.queue)) return null
  const lacks = first ? null : lacking(facts, item, (at - item.since) / SECOND)
  if (lacks) return now.state === 'off' ? null : lacks
  const ends = first ? null : firstEnds(item, at)
  return busyWith(person, item, at) ?? (ends === null ? plain('free') : plain('persons_first', ends))
} // prettier-ignore

const plain = (why: WhyNot, until: number | null = null): Reason => ({ why, what: null, until })

// What whoever could take it does instead; null: nothing.
function busyWith({ facts, now, not_channels }: Standing, item: WaitingItem, at: number): Reason | null {
  const barred = item.declined.get(facts.id) ?? 0
  switch (now.state) {
    case 'off':
      return plain('off')
    case 'paused':
      return now.why === 'break' ? plain('on_break', now.next_break && Date.parse(now.next_break.ends_at)) : plain('paused')
    case 'wrapping':
      return barred > at ? plain('declined', barred) : plain('wrapping')
    case 'busy':
    case 'ringing':
      return barred > at ? plain('declined', barred) : plain('busy')
    case 'ready':
      if (barred > at) return plain('declined', barred)
      return not_channels.includes(item.channel) ? plain('not_channel') : null
  }
}

function lacking(facts: PersonFactsOfRouting, { queue, book, language, degree }: WaitingItem, wait_s: number): Reason | null {
  const lacks = (why: WhyNot, what: string | null = null): Reason => ({ why, what, until: null })
  if (facts.degree < Math.max(queue.who.degree, degree ?? 0)) return lacks('lacks_degree')
  const skill = queue.who.skills.find((need) => need.strength === 'must' && (facts.skills[need.skill] ?? 0) < levelAfter(need, wait_s))
  if (skill) return lacks('lacks_ability', skill.skill)
  if (asksLanguage(queue, wait_s) && language !== null && !facts.languages[language]) return lacks('lacks_ability', language)
  return capableAfter(queue, [facts], { book, wait_s }).length === 0 ? lacks('outside_ring') : null
} // prettier-ignore

const asksLanguage = ({ who }: Queue, wait_s: number): boolean =>
  who.language.strength === 'must' && (who.language.relax_after_s === null || wait_s < who.language.relax_after_s)

/** When everybody else is asked too; null: they are by now. */
function firstEnds({ queue, since, first }: WaitingItem, at: number): number | null {
  if (first.length === 0) return null
  const { owner, contact, deputies } = queue.who.persons
  const seconds = (owner?.wait_s ?? 0) + (contact?.wait_s ?? 0) + (deputies?.wait_s ?? 0)
  const ends = since + seconds * SECOND
  return ends > at ? ends : null
}

/** What will change by itself, the first first; `people`: how many of those who are here it brings. */
export function changesAhead(people: readonly Standing[], item: WaitingItem, at: number): Change[] {
  const { queue, since } = item
  const here = people.filter(({ now }) => now.state !== 'off')
  const after = (seconds: number): number => since + seconds * SECOND
  const bring = (moment: number): number =>
    here.filter((each) => lacks(each, item, moment) === null).length - here.filter((each) => lacks(each, item, moment - SECOND) === null).length
  const change = (moment: number, what: Change['what'], more: Partial<Change> = {}): Change => ({ at: moment, what, name: null, level: null, people: null, ...more })
  const ends = firstEnds(item, at)
  const breaks = here.flatMap((each) => {
    const reason = reasonOf(each, item, at)
    return reason?.why === 'on_break' && reason.until ? [change(reason.until, 'break_ends', { name: each.facts.name })] : []
  })
  const relaxing = queue.who.skills.flatMap(({ skill, relax }) => relax.map(({ after_s, level }) => change(after(after_s), 'skill_relaxes', { name: skill, level, people: bring(after(after_s)) })))
  const rings = queue.who.rings.map(({ after_s }) => change(after(after_s), 'ring_opens', { people: bring(after(after_s)) }))
  const { relax_after_s, strength } = queue.who.language
  const language = strength === 'must' && relax_after_s !== null && item.language !== null ? [change(after(relax_after_s), 'language_relaxes', { name: item.language, people: bring(after(relax_after_s)) })] : []
  const overflows = queue.overflow.flatMap(({ when, to }) => ('after_s' in when ? [change(after(when.after_s), 'overflows', { name: nameOfQueue(item.book, to) })] : []))
  const callBack = queue.call_back ? [change(after(queue.call_back.after_s), 'call_back_offered')] : []
  return [...(ends === null ? [] : [change(ends, 'person_first_ends')]), ...breaks, ...relaxing, ...rings, ...language, ...overflows, ...callBack]
    .filter((each) => each.at > at)
    .toSorted((a, b) => a.at - b.at)
    .slice(0, MOST_CHANGES)
} // prettier-ignore

const lacks = ({ facts }: Standing, item: WaitingItem, moment: number): Reason | null =>
  isOn(facts, item.queue)
    ? lacking(facts, item, (moment - item.since) / SECOND)
    : { why: 'not_in_queue', what: null, until: null }

const nameOfQueue = ({ queues }: Pick<Rulebook, 'queues'>, key: string): string => {
  const found = queues.find((queue) => queue.key === key)
  return found ? queueName(found) : key
}
