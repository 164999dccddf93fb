// A queue opened or closed until a moment, whatever its hours say.
import { allow, audit } from '#access'
import { newId } from '#base/id'
import type { Work } from '#base/work'
import { queueHoursSet } from '../../contract/floor-acts.ts'
import { ringWhenOver } from './over.ts'
import { knownQueue, untilOf } from './place.ts'
import * as store from './store.ts'

type Asked = { queue: string; open: boolean; until: string | null; because: string }

export async function setHours(work: Work, { queue, open, until, because }: Asked): Promise<object> {
  allow(work, 'routing.steer', { team: null, brand: null })
  await knownQueue(work, queue)
  const ends = await untilOf(work, until)
  await store.endHoursWord(work, queue)
  const id = newId(work.now)
  await store.insertHoursWord(work, { id, queue, opens: open, until: ends, because })
  await ringWhenOver(work, { id, at: ends, of: { queue } })
  await audit(work, 'routing.queue_hours_set', { about: queue, details: { open, until: ends.toString(), because } })
  work.publish(queueHoursSet, { queue, open, until: ends.toString() })
  return {}
}

export async function usualHours(work: Work, { queue }: { queue: string }): Promise<object> {
  allow(work, 'routing.steer', { team: null, brand: null })
  if ((await store.endHoursWord(work, queue)) > 0) work.publish(queueHoursSet, { queue, open: null, until: null })
  return {}
}
