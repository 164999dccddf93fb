// Which queues somebody serves today: those they could, and those they were put on or taken off for a while.
import * as staff from '#staff'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { PersonId } from '#base/contract'
import type { SeatOf } from '../../contract/floor-acts.ts'
import { queueName } from '../../contract/queue.ts'
import { isCapable } from '../../rules/capable.ts'
import { peopleOfRouting } from '../../rulebook/people.ts'
import { namesOf } from '../../rulebook/show.ts'
import { needTheirPerson } from '../need-theirs.ts'
import { queuesOf, rulesNow } from '../rules-now.ts'
import { placingsNow } from './store.ts'

const USUAL = 3

export async function seatOf(work: Work, { person }: { person: PersonId }): Promise<SeatOf> {
  await needTheirPerson(work, person, 'routing.read')
  const rules = await rulesNow(work)
  const facts = (await peopleOfRouting(work)).find(({ id }) => id === person)
  if (!facts) {
    const name = (await staff.find(work, [person])).get(person)?.name
    if (name === undefined) throw refuse(notFound, {})
    return { person: { id: person, name }, queues: [] }
  }
  const set = (await placingsNow(work)).filter(({ person_id }) => person_id === person)
  const named = await namesOf(work, set.map(({ set_by }) => set_by)) // prettier-ignore
  const queues = (rules ? queuesOf(rules) : []).flatMap(({ queue }) => {
    const word = set.find((each) => each.queue === queue.key)
    if (!word && !isCapable(facts, queue, Infinity)) return []
    const preference = facts.queues[queue.key] ?? (queue.who.people === 'named' ? 0 : USUAL)
    return [{ queue: queue.key, name: queueName(queue), preference, set: word ? { by: named(word.set_by), until: word.until_at.toString() } : null }]
  }) // prettier-ignore
  return { person: { id: person, name: facts.name }, queues }
}
