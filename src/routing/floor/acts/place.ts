// Who serves which queue for a while, over what skills and settings say.
import * as staff from '#staff'
import { audit } from '#access'
import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import type { PersonId } from '#base/contract'
import { personQueueSet, untilPast } from '../../contract/floor-acts.ts'
import { queueUnknown } from '../../contract/refusals.ts'
import { personGone } from '#staff/contract'
import { needTheirPerson } from '../need-theirs.ts'
import { queuesOf, rulesNow } from '../rules-now.ts'
import { endOfDay } from './end-of-day.ts'
import { ringWhenOver } from './over.ts'
import * as store from './store.ts'

type Asked = { person: PersonId; queue: string; preference: number; until: string | null }

export async function placePerson(work: Work, { person, queue, preference, until }: Asked): Promise<object> {
  await needTheirPerson(work, person, 'routing.steer')
  await knownQueue(work, queue)
  if (!(await staff.active(work, person))) throw refuse(personGone, { person })
  const ends = await untilOf(work, until)
  await store.endPlacing(work, { person, queue })
  const id = newId(work.now)
  await store.insertPlacing(work, { id, person, queue, preference, until: ends })
  await ringWhenOver(work, { id, at: ends, of: { person, queue } })
  await audit(work, 'routing.person_queue_set', { about: person, details: { queue, preference } })
  work.publish(personQueueSet, { person, queue, preference, until: ends.toString() })
  return {}
}

/** What was said of somebody on a queue for a while and still holds. */
export async function placingOf(work: Work, of: { person: PersonId; queue: string }): Promise<{ preference: number; until: string } | null> {
  const found = await store.findPlacing(work, of)
  return found ? { preference: found.preference, until: found.until_at.toString() } : null
} // prettier-ignore

export async function unplacePerson(work: Work, { person, queue }: { person: PersonId; queue: string }): Promise<object> {
  await needTheirPerson(work, person, 'routing.steer')
  if ((await store.endPlacing(work, { person, queue })) > 0)
    work.publish(personQueueSet, { person, queue, preference: null, until: null })
  return {}
}

export async function knownQueue(work: Work, queue: string): Promise<void> {
  const rules = await rulesNow(work)
  if (!rules || !queuesOf(rules).some((each) => each.queue.key === queue)) throw refuse(queueUnknown, { queue })
}

export async function untilOf(work: Work, until: string | null): Promise<Temporal.Instant> {
  const ends = until === null ? await endOfDay(work) : Temporal.Instant.from(until)
  if (Temporal.Instant.compare(ends, work.now) <= 0) throw refuse(untilPast, {})
  const most = work.now.add({ hours: 30 * 24 })
  return Temporal.Instant.compare(ends, most) > 0 ? most : ends
}
