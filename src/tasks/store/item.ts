import type { PersonId } from '#base/contract'
import { instant, integer, nullable, text, uuid } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { ItemId, TaskId } from '../contract.ts'

const row = {
  id: uuid<ItemId>(), case_id: uuid<CaseId>(), task_id: nullable(uuid<TaskId>()), what: text, done_at: nullable(instant), done_by_id: nullable(uuid<PersonId>()),
  done_by: nullable(text),
} // prettier-ignore
export type ItemRow = Awaited<ReturnType<typeof itemsOfTask>>[number]

type New = { id: ItemId; case_id: CaseId; task_id: TaskId | null; position: number; what: string }
export const insertItem = (work: Work, i: New) => work.sql.run`
  insert into tasks.item (tenant_id, id, case_id, task_id, position, what)
  values (${work.tenant}, ${i.id}, ${i.case_id}, ${i.task_id}, ${i.position}, ${i.what})`

export const itemsOfTask = (work: Work, task: TaskId) => work.sql.many(row)`
  select id, case_id, task_id, what, done_at, done_by_id, done_by from tasks.item
  where tenant_id = ${work.tenant} and task_id = ${task} order by position, id limit 200`

export const itemsOfCase = (work: Work, of: CaseId) => work.sql.many(row)`
  select id, case_id, task_id, what, done_at, done_by_id, done_by from tasks.item
  where tenant_id = ${work.tenant} and case_id = ${of} and task_id is null order by position, id limit 200`

export const lockItem = (work: Work, id: ItemId) => work.sql.maybeOne(row)`
  select id, case_id, task_id, what, done_at, done_by_id, done_by from tasks.item where tenant_id = ${work.tenant} and id = ${id} for no key update`

export const nextPosition = (work: Work, of: { case_id: CaseId; task_id: TaskId | null }) => work.sql.one({
  n: integer,
  position: integer,
})`
  select count(*) as n, coalesce(max(position), 0) + 1 as position from tasks.item
  where tenant_id = ${work.tenant} and case_id = ${of.case_id} and task_id is not distinct from ${of.task_id}`

export const recordDone = (work: Work, id: ItemId, person: PersonId | null) => work.sql.run`
  update tasks.item set done_at = ${work.now}, done_by = ${actorId(work.actor)}, done_by_id = ${person} where tenant_id = ${work.tenant} and id = ${id}`
export const eraseDone = (work: Work, id: ItemId) => work.sql.run`
  update tasks.item set done_at = null, done_by = null, done_by_id = null where tenant_id = ${work.tenant} and id = ${id}`
export const deleteItem = (work: Work, id: ItemId) => work.sql.run`
  delete from tasks.item where tenant_id = ${work.tenant} and id = ${id}`

export const countItems = (work: Work, tasks: readonly TaskId[]) => work.sql.many({
  task_id: uuid<TaskId>(),
  done: integer,
  all: integer,
})`
  select task_id, count(done_at) as done, count(*) as all from tasks.item
  where tenant_id = ${work.tenant} and task_id = any(${tasks}::uuid[]) group by task_id`
