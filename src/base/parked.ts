// Nothing that failed is lost: it is parked, and whoever mended the cause has it done again. An event heard again is handled by the reader
// that failed, in one transaction with its leaving the list; readers bear that later events were heard before it.
import { jobKind, later, worker, type Job, type Worker } from './jobs.ts'
import type { Reader } from './journal.ts'
import { log } from './log.ts'
import type { Work } from './work.ts'
import * as store from './store/parked.ts'

export type ParkedEvent = { reader: string; seq: number }
const heardAgain = jobKind<ParkedEvent>('base.heard_again')

export { parkedEvents, parkedJobs, unparkJob } from './store/parked.ts'

/** False when there is no such event in the list: somebody else had it done meanwhile. */
export async function hearAgain(work: Work, parked: ParkedEvent): Promise<boolean> {
  if (!(await store.isParked(work, parked))) return false
  await later(work, heardAgain, { payload: parked, line: `parked ${parked.reader}` })
  return true
}

export function parkedWorker(readers: readonly Reader[]): Worker {
  const byName = new Map(readers.map((each) => [each.name, each]))
  return worker(heardAgain, async (job) => {
    try {
      await job.work((work) => hear(work, job, byName.get(job.payload.reader)))
    } catch (error) {
      log.warn({ error, ...job.payload }, 'a parked event failed again')
      await job.work(async (work) => {
        await store.recordParkedAgain(work, { ...job.payload, error: String(error).slice(0, 2_000) })
        await job.finish(work)
      })
    }
  })
}

async function hear(work: Work, job: Job<ParkedEvent>, reader: Reader | undefined): Promise<void> {
  const event = await store.lockParked(work, job.payload)
  const heard = event && reader?.hears.get(event.name)
  if (event && heard)
    await heard.act(work, heard.kind.shape.parse(event.payload), {
      ...event,
      tenant_id: work.tenant,
      seq: job.payload.seq,
      case_id: event.case_id || null,
    })
  await store.forgetParked(work, job.payload) // a reader that is no more, or hears this no longer, has nothing to do
  await job.finish(work)
}
