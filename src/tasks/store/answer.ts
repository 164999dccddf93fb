import type { PersonId } from '#base/contract'
import { instant, nullable, text, uuid, word } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { AnswerId, AnswerWay, TaskId } from '../contract.ts'

type NewAnswer = {
  id: AnswerId
  task_id: TaskId
  at: Temporal.Instant
  by_id: PersonId | null
  by_name: string
  way: AnswerWay
  text: string
  html: string | null
  key: string
}
export const insertAnswer = (work: Work, a: NewAnswer) => work.sql.run`
  insert into tasks.answer (tenant_id, id, task_id, at, by, by_id, by_name, way, text, html, key)
  values (${work.tenant}, ${a.id}, ${a.task_id}, ${a.at}, ${actorId(work.actor)}, ${a.by_id}, ${a.by_name}, ${a.way}, ${a.text}, ${a.html}, ${a.key})`

export const findByKey = (work: Work, task: TaskId, key: string) => work.sql.maybeOne({ id: uuid<AnswerId>() })`
  select id from tasks.answer where tenant_id = ${work.tenant} and task_id = ${task} and key = ${key}`

const row = {
  id: uuid<AnswerId>(), at: instant, by_id: nullable(uuid<PersonId>()), by_name: text, way: word<AnswerWay>(), text, html: nullable(text),
  sent_back_at: nullable(instant), sent_back_because: nullable(text),
} // prettier-ignore
export const answersOf = (work: Work, task: TaskId) => work.sql.many(row)`
  select id, at, by_id, by_name, way, text, html, sent_back_at, sent_back_because
  from tasks.answer where tenant_id = ${work.tenant} and task_id = ${task} order by at desc, id desc limit 100`

export const recordReturn = (work: Work, task: TaskId, because: string) => work.sql.run`
  update tasks.answer set sent_back_at = greatest(${work.now}, at), sent_back_because = ${because}
  where tenant_id = ${work.tenant} and task_id = ${task} and sent_back_at is null`
