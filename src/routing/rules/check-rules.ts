// A rulebook read over: what is wrong, so that it cannot be published, and what is doubtful, each with what to do about it. Pure.
import type { RuleCheck, RulesHouse } from '../contract/rulebook-endpoints.ts'
import type { PersonFactsOfRouting, Queue, Rulebook } from '../contract/rulebook.ts'
import { channelTooHeavy } from './checks/channels.ts'
import { nobodyAtThatHour } from './checks/hours.ts'
import { overflowInCircle, overflowNowhere } from './checks/overflow.ts'
import { nobodyCapable, nobodyNamed, onlyOne, skillNobodyHas } from './checks/people.ts'
import { emptyRing, lateFirstRing } from './checks/rings.ts'
import { unknownNames } from './checks/unknown.ts'
import { unreachable } from './checks/unreachable.ts'
import { factsOf } from './person-facts.ts'

/** What a check looks at; `people` are those who may be offered work. */
export type Reading = { book: Rulebook; house: RulesHouse; people: readonly PersonFactsOfRouting[] }
/** A check of one queue. */
export type QueueCheck = (queue: Queue, reading: Reading) => RuleCheck[]

// The first are what the others would only repeat in other words.
const checks: readonly QueueCheck[] = [
  unknownNames, overflowNowhere, overflowInCircle, nobodyNamed, skillNobodyHas, nobodyCapable, onlyOne, nobodyAtThatHour, emptyRing, lateFirstRing,
  channelTooHeavy, unreachable,
] // prettier-ignore

export function checkRules(book: Rulebook, house: RulesHouse): RuleCheck[] {
  const people = house.people.filter(({ takes }) => takes).map(factsOf)
  const reading = { book, house, people }
  const found = book.queues.flatMap((queue) => checks.flatMap((check) => check(queue, reading)))
  return found.toSorted((a, b) => Number(b.weight === 'wrong') - Number(a.weight === 'wrong'))
}
