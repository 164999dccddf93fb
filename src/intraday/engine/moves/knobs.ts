// Moves that need nobody's plan: one chat more for each, and call-backs offered to those who wait.
import { workOf, type Situation } from '../situation.ts'
import { named, type Candidate } from './candidate.ts'

/** Beyond four chats at once nobody answers any of them well. */
const MOST_CHATS = 4
const MOST_TOUCHED = 40
/** A call-back is offered after this many times the wait we gave ourselves. */
const TIMES_WITHIN = 3

export function raiseChats(situation: Situation): Candidate[] {
  const chats = new Set(situation.streams.filter(({ channel, queue }) => channel === 'chat' && isOwn(situation, queue)).map(({ queue }) => queue))
  const people = situation.people.filter((person) => [...chats].some((key) => (person.queues[key] ?? 0) > 0) && workOf(person, situation).length > 0)
  const touched = people.filter(({ chats: own }) => (own ?? situation.chats_at_once) < MOST_CHATS).slice(0, MOST_TOUCHED)
  if (touched.length === 0) return []
  const steps = touched.map((person) => ({ does: 'chats' as const, person: named(person), most: (person.chats ?? situation.chats_at_once) + 1, was: person.chats }))
  return [{ id: 'raise_chats', kind: 'raise_chats', steps, cost: { people: touched.length, rests_moved: 0, extra_min: 0, training_min: 0 } }]
} // prettier-ignore

export function offerCallBacks(situation: Situation): Candidate[] {
  return situation.queues
    .filter((queue) => queue.own && !queue.deferred && queue.call_back_after_s === null)
    .filter(({ key }) => situation.streams.some(({ queue, channel }) => queue === key && channel === 'phone'))
    .map(({ key, label, within_s }) => ({
      id: `offer_call_backs.${key}`.slice(0, 60),
      kind: 'offer_call_backs',
      steps: [{ does: 'call_back', queue: key, label, after_s: Math.max(60, within_s * TIMES_WITHIN) }],
      cost: { people: 0, rests_moved: 0, extra_min: 0, training_min: 0 },
    }))
}

const isOwn = ({ queues }: Situation, key: string): boolean => queues.some((queue) => queue.key === key && queue.own)
