// Somebody comes, as one tries the rules: the queue, and whom the engine would offer it to if everybody were free. Pure, browser-safe.
import { decisionsOf, newState, step, type Decision, type DecidingRule, type Rules } from '../engine/index.ts'
import type { RulesHouse } from '../contract/rulebook-endpoints.ts'
import type { PersonFactsOfRouting, Queue, Rulebook, WorkFacts } from '../contract/rulebook.ts'
import { capableAfter } from './capable.ts'
import { classify, type Classified } from './classify.ts'
import { channelHandle, compile, laneFor, needsOf, pointsOf, type Compiled } from './compile.ts'
import { isOpenInWeek, weekOf } from './open-at.ts'
import { factsOf } from './person-facts.ts'
import { said, type Said } from './said.ts'

export type Trying = { book: Rulebook; house: RulesHouse; facts: WorkFacts; owner: string | null; now: number } // now: milliseconds since 1970
export type Tried = {
  classified: Classified
  offered: readonly string[] // names
  why: Said | null
  later: readonly { after_s: number; more: number }[] // when the wait lets more people take it
}

export function tryRules({ book, house, facts, owner, now }: Trying): Tried {
  const classified = classify(book, facts, (queue) => isOpenNow(queue, house, now))
  const { queue } = classified
  if (!queue) return { classified, offered: [], why: null, later: [] }
  const people = house.people.filter(({ takes }) => takes).map(factsOf)
  const compiled = compile([{ version: TRIED, rulebook: book }], people)
  const offers = offersOf(compiled, { facts, key: queue.key, owner })
  return {
    classified,
    offered: offers.map(({ agent }) => people[agent]!.name),
    why: whyOf(offers[0]?.receipt?.by),
    later: laterOf(queue, people, book),
  }
}

const TRIED = 'tried'

function isOpenNow(queue: Queue, { calendars }: RulesHouse, now: number): boolean {
  const week = weekOf(queue.hours, calendars)
  return week === null || isOpenInWeek(week, now)
}

type Offer = Extract<Decision, { kind: 'offer' | 'give' }>
type Coming = { facts: WorkFacts; key: string; owner: string | null }

function offersOf(compiled: Compiled, { facts, key, owner }: Coming): Offer[] {
  const lane = laneFor(compiled, { version: TRIED, key, channel: facts.channel })!
  const state = newState(pushed(compiled.rules), compiled.agents.map((agent) => ({ ...agent, state: 'ready' as const })), { at: 0, receipts: true }) // prettier-ignore
  step(state, {
    kind: 'arrived',
    at: 1,
    item: { queue: lane, channel: channelHandle(facts.channel), priority: pointsOf(compiled, lane, facts), owner: owner === null ? -1 : compiled.people.indexOf(owner) },
    needs: needsOf(compiled, lane, facts),
  }) // prettier-ignore
  return decisionsOf(state).filter((decision): decision is Offer => decision.kind === 'offer' || decision.kind === 'give')
}

// Whoever tries wants to know who would have it; that people of a queue ask for the next themselves is said elsewhere.
const pushed = (rules: Rules): Rules => ({ ...rules, queues: rules.queues.map((queue) => ({ ...queue, mode: 'push' as const })) })

const WHY: Readonly<Partial<Record<DecidingRule, Said>>> = {
  owner: said('parce que cette personne répond du dossier.', 'because they answer for the case.'),
  only_one: said('parce que personne d’autre ne peut le prendre.', 'because nobody else can take it.'),
  should: said(
    'parce que cette personne réunit le mieux ce qui est souhaité.',
    'because they have the most of what is wished for.',
  ),
  preference: said('parce que cette file est d’abord la sienne.', 'because this queue is theirs before others.'),
  skill: said('parce que son niveau est le plus haut.', 'because their level is the highest.'),
  order: said('parce que cette personne vient la première.', 'because they stand first.'),
  turn: said('parce que c’est son tour.', 'because it is their turn.'),
  all: said('parce que la file sonne chez tous.', 'because the queue rings everywhere.'),
}
const TIED = said('à égalité avec d’autres : au quotidien, l’attente et la charge les départagent.', 'tied with others: day by day, idle time and load tell them apart.') // prettier-ignore

const whyOf = (by: DecidingRule | undefined): Said | null => (by === undefined ? null : (WHY[by] ?? TIED))

const MOST_LATER = 4

function laterOf(queue: Queue, people: readonly PersonFactsOfRouting[], book: Rulebook): { after_s: number; more: number }[] {
  const moments = [...queue.who.skills.flatMap(({ relax }) => relax), ...queue.who.rings].map(({ after_s }) => after_s)
  const able = (wait_s: number): number => capableAfter(queue, people, { book, wait_s }).length
  let before = able(0)
  return [...new Set(moments)]
    .filter((after_s) => after_s > 0)
    .toSorted((a, b) => a - b)
    .flatMap((after_s) => {
      const now = able(after_s)
      const more = now - before
      before = now
      return more > 0 ? [{ after_s, more }] : []
    })
    .slice(0, MOST_LATER)
}
