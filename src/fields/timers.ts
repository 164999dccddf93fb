// The clock of a date: one row, the value's own id, due when the date is to speak up. What it does it decides from the value as it finds it, under
// the same lock as whoever changes it: a stopped server, a second one or a clock that jumps can make it look too early, too late or twice, and
// it still speaks once for each date.
import { cancelJob, jobKind, setTimers, worker, type Job } from '#base/jobs'
import type { Work } from '#base/work'
import { allFields } from './all-fields.ts'
import { dateReminded, type Field, type FieldId } from './contract.ts'
import { holdSubject } from './need-subject.ts'
import { speakUp } from './speak-up.ts'
import { recordReminded, recordTimer } from './store/remind.ts'
import { lockValue, type ValueRow } from './store/value.ts'
import { doorOf, speaksAt } from './working-hours.ts'

type Of = { field: FieldId; of: string }
const dateClock = jobKind<Of>('fields.date_clock')
export const dateWorker = worker(dateClock, (job) => job.work((work) => look(work, job)))

/** Sets the clock of a value that is held, or stops it. */
export async function setTimerOf(work: Work, field: Field, row: ValueRow | undefined): Promise<void> {
  if (!row) return
  const at = await momentOf(work, field, row)
  await recordTimer(work, row.id, at)
  if (at) await setTimers(work, dateClock, [{ id: row.id, payload: { field: field.id, of: row.of_id }, at }])
  else await cancelJob(work, row.id)
}

async function momentOf(work: Work, { remind, retired_at }: Field, row: ValueRow): Promise<Temporal.Instant | null> {
  if (!remind || retired_at !== null || !row.date || row.reminded_for?.equals(row.date)) return null
  const door = await doorOf(work, { subject: row.subject, of: row.of_id })
  const at = speaksAt(door, row.date, { working_days: remind.working_days, now: work.now })
  return at && Temporal.Instant.compare(at, work.now) < 0 ? work.now : at // that near already: at once
}

async function look(work: Work, job: Job<Of>): Promise<void> {
  const { field: id, of } = job.payload
  const field = (await allFields(work)).get(id)
  if (!field) return await job.finish(work)
  await holdSubject(work, { subject: field.subject, of }) // first, as by everybody: two who wait for each other cannot come about
  const row = await lockValue(work, id, of)
  if (!row?.date || !row.remind_at || !field.remind || field.retired_at || row.reminded_for?.equals(row.date))
    return await job.finish(work)
  if (Temporal.Instant.compare(work.now, row.remind_at) < 0) return await job.again(work, row.remind_at, 'not due yet')
  const opened = await speakUp(work, { field, remind: field.remind, date: row.date, of, set_by: row.set_by_id })
  await recordReminded(work, row.id, row.date)
  const about = { field: id, subject: field.subject, of, date: row.date.toString(), at: work.now.toString(), opened }
  work.publish(dateReminded, about, opened ? { case_id: opened } : {})
  await job.finish(work)
}
