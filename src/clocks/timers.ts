// The timer of a case looks when something of it is due: a warning, a breach, a silence, the next step of the ladder. It holds the case, so
// that whoever answers in it has done or waits, and hears what the journal has of it: what it then finds gone by is gone by for good. A
// stopped server, a second one or a clock that jumps make it look late, twice or too early, and it still speaks once.
import * as cases from '#cases'
import { setTimers, worker, type Job } from '#base/jobs'
import { eventsOfCase } from '#base/store/journal'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import { remember } from './remember.ts'
import { reviewWorker } from './review.ts'
import { lastSeq } from './store/moment.ts'
import { watchClock } from './watch-clock.ts'
import { workOut } from './work-out.ts'

const MOST_UNHEARD = 500

export const workers = [worker(watchClock, (job) => job.work((work) => look(work, job))), reviewWorker]

async function look(work: Work, job: Job<{ case_id: CaseId }>): Promise<void> {
  const { case_id } = job.payload
  await cases.holdCase(work, case_id, 'case.read')
  await hearTheRest(work, case_id)
  const [decision] = (await workOut(work, [case_id], { marks: true })).filter(({ watch }) => watch.id === job.id)
  const next = decision?.watch.looks_at
  if (!next) return await job.finish(work)
  await job.again(work, next, 'not due yet')
  await setTimers(work, watchClock, [{ id: job.id, payload: job.payload, at: next }]) // and its tries begin anew
}

async function hearTheRest(work: Work, case_id: CaseId): Promise<void> {
  const news = await eventsOfCase(work.sql, work, { case_id, after: await lastSeq(work, case_id), most: MOST_UNHEARD })
  await remember(work, news)
}
