import { text, uuid, integer } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { TaskId } from '../contract.ts'
import { columns, open, row } from './row.ts'

export const insertWaits = (work: Work, w: { case_id: CaseId; task: TaskId; for: readonly TaskId[] }) => work.sql.run`
  insert into tasks.wait (tenant_id, case_id, task_id, for_id)
  select ${work.tenant}, ${w.case_id}, ${w.task}, for_id from unnest(${w.for}::uuid[]) as for_id on conflict do nothing`

export const deleteWaits = (work: Work, task: TaskId) => work.sql.run`
  delete from tasks.wait where tenant_id = ${work.tenant} and task_id = ${task}`

const beside = { task_id: uuid<TaskId>(), id: uuid<TaskId>(), place: integer, title: text }
// What a task still waits for: tasks of its case that are neither accepted nor called off.
export const waitsOf = (work: Work, tasks: readonly TaskId[]) => work.sql.many(beside)`
  select w.task_id, t.id, t.place, t.title from tasks.wait w join tasks.task t on t.tenant_id = w.tenant_id and t.id = w.for_id
  where w.tenant_id = ${work.tenant} and w.task_id = any(${tasks}::uuid[]) and ${open} order by w.task_id, t.place limit 5000`

export const waitsFor = (work: Work, task: TaskId) => work.sql.many(row)`
  select ${columns} from tasks.wait w join tasks.task t on t.tenant_id = w.tenant_id and t.id = w.for_id
  where w.tenant_id = ${work.tenant} and w.task_id = ${task} order by t.place`

export const heldUpBy = (work: Work, task: TaskId) => work.sql.many(row)`
  select ${columns} from tasks.wait w join tasks.task t on t.tenant_id = w.tenant_id and t.id = w.task_id
  where w.tenant_id = ${work.tenant} and w.for_id = ${task} and ${open} order by t.place limit 200`

// Of those that wait for it, the ones that wait for nothing else any more. Locked: whoever ends another that they wait for comes after.
export const readyAfter = (work: Work, task: TaskId) => work.sql.many(row)`
  select ${columns} from tasks.task t
  where t.tenant_id = ${work.tenant} and t.begun_at is null and ${open}
    and t.id in (select w.task_id from tasks.wait w where w.tenant_id = ${work.tenant} and w.for_id = ${task})
    and not exists (
      select from tasks.wait w join tasks.task f on f.tenant_id = w.tenant_id and f.id = w.for_id
      where w.tenant_id = ${work.tenant} and w.task_id = t.id and f.accepted_at is null and f.cancelled_at is null)
  order by t.id limit 200 for no key update of t`
