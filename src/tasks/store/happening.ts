import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import { instant, nullable, text, uuid, word } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { Happened, TaskId } from '../contract.ts'

type New = { task: TaskId; what: Happened; by_id: PersonId | null; by_name: string | null; note: string | null }
export const insertHappening = (work: Work, h: New) => work.sql.run`
  insert into tasks.happening (tenant_id, id, task_id, at, what, by, by_id, by_name, note)
  values (${work.tenant}, ${newId(work.now)}, ${h.task}, ${work.now}, ${h.what}, ${actorId(work.actor)}, ${h.by_id}, ${h.by_name}, ${h.note})`

export const happenedTo = (work: Work, task: TaskId) => work.sql.many({
  id: uuid(), what: word<Happened>(), at: instant, by_id: nullable(uuid<PersonId>()), by_name: nullable(text), note: nullable(text),
})`
  select id, what, at, by_id, by_name, note from tasks.happening
  where tenant_id = ${work.tenant} and task_id = ${task} order by at desc, id desc limit 200` // prettier-ignore
