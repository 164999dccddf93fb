// What was said for a while is over: nothing is written, it only no longer holds, and whoever routes is told so at that moment.
import { jobKind, setTimers, worker, type Job } from '#base/jobs'
import type { Work } from '#base/work'
import type { PersonId } from '#base/contract'
import { personQueueSet, queueHoursSet } from '../../contract/floor-acts.ts'

type Over = { person: PersonId | null; queue: string }
const wordOver = jobKind<Over>('routing.word_over')

type Ringing = { id: string; at: Temporal.Instant; of: { person?: PersonId; queue: string } }
export const ringWhenOver = (work: Work, { id, at, of }: Ringing): Promise<void> =>
  setTimers(work, wordOver, [{ id, at, payload: { person: of.person ?? null, queue: of.queue } }])

export const workers = [worker(wordOver, (job) => job.work((work) => tell(work, job)))]

async function tell(work: Work, job: Job<Over>): Promise<void> {
  const { person, queue } = job.payload
  if (person) work.publish(personQueueSet, { person, queue, preference: null, until: null })
  else work.publish(queueHoursSet, { queue, open: null, until: null })
  await job.finish(work)
}
