// A field asks to be reminded otherwise, or again: the clocks of its dates are set anew, some at a time.
import { jobKind, later, worker, type Job } from '#base/jobs'
import type { Work } from '#base/work'
import { allFields } from './all-fields.ts'
import type { FieldId } from './contract.ts'
import { datesAfter } from './store/remind.ts'
import { lockValue } from './store/value.ts'
import { setTimerOf } from './timers.ts'

type Renewal = { field: FieldId; after: string | null }
const renewal = jobKind<Renewal>('fields.renew_timers')
const AT_ONCE = 200

export async function renewTimersOf(work: Work, field: FieldId): Promise<void> {
  await later(work, renewal, { payload: { field, after: null }, line: `fields.renew ${field}` })
}

export const renewWorker = worker(renewal, (job) => job.work((work) => renew(work, job)))

async function renew(work: Work, job: Job<Renewal>): Promise<void> {
  const { field: id, after } = job.payload
  const field = (await allFields(work)).get(id)
  const rows = field?.kind === 'date' ? await datesAfter(work, { field: id, after, most: AT_ONCE }) : []
  for (const { of_id } of rows) await setTimerOf(work, field!, await lockValue(work, id, of_id)) // there are rows of a field that is there
  const last = rows.at(-1)
  if (last && rows.length === AT_ONCE)
    await later(work, renewal, { payload: { field: id, after: last.of_id }, line: `fields.renew ${id}` })
  await job.finish(work)
}
