// What of a case is shown with its tasks, and the files of tasks and answers.
import { actorId, type Work } from '#base/work'
import { integer, nullable, text, uuid } from '#base/sql'
import type { InteractionId } from '#cases/contract'
import type { AnswerId, TaskFileId, TaskId, TaskUploadId } from '../contract.ts'

export const insertShown = (work: Work, task: TaskId, messages: readonly InteractionId[]) => work.sql.run`
  insert into tasks.shown (tenant_id, task_id, interaction_id, shown_at)
  select ${work.tenant}, ${task}, message, ${work.now} from unnest(${messages}::uuid[]) as message on conflict do nothing`

export const deleteShown = (work: Work, task: TaskId) => work.sql.run`
  delete from tasks.shown where tenant_id = ${work.tenant} and task_id = ${task}`

export const shownWith = (work: Work, task: TaskId) => work.sql.many({ id: uuid<InteractionId>() })`
  select interaction_id as id from tasks.shown where tenant_id = ${work.tenant} and task_id = ${task}`

type NewFile = {
  id: string
  task_id: TaskId
  answer_id: AnswerId | null
  position: number
  name: string
  type: string
  size: number
  file_id: string
  brought: boolean
}
export const insertFile = (work: Work, f: NewFile) => work.sql.run`
  insert into tasks.file (tenant_id, id, task_id, answer_id, brought_by, brought_at, position, name, type, size, file_id)
  values (${work.tenant}, ${f.id}, ${f.task_id}, ${f.answer_id}, ${f.brought ? actorId(work.actor) : null}, ${work.now}, ${f.position}, ${f.name}, ${f.type},
    ${f.size}, ${f.file_id})`

const file = {
  id: uuid<TaskFileId>(),
  task_id: uuid<TaskId>(),
  answer_id: nullable(uuid<AnswerId>()),
  name: text,
  type: text,
  size: integer,
  file_id: uuid(),
}
export const filesOf = (work: Work, task: TaskId) => work.sql.many(file)`
  select id, task_id, answer_id, name, type, size, file_id from tasks.file
  where tenant_id = ${work.tenant} and task_id = ${task} and brought_by is null order by position, id limit 1000`

export const findFile = (work: Work, id: TaskFileId) => work.sql.maybeOne({ ...file, brought_by: nullable(text) })`
  select id, task_id, answer_id, name, type, size, file_id, brought_by from tasks.file where tenant_id = ${work.tenant} and id = ${id}`

// Only what the same person, or the same link, brought for this very task.
export const giveFiles = (work: Work, g: { task: TaskId; answer: AnswerId; uploads: readonly TaskUploadId[] }) => work.sql.run`
  update tasks.file set brought_by = null, answer_id = ${g.answer}
  where tenant_id = ${work.tenant} and task_id = ${g.task} and id = any(${g.uploads}::uuid[]) and brought_by = ${actorId(work.actor)}`

export const countBrought = (work: Work, task: TaskId) => work.sql.one({ n: integer, bytes: integer })`
  select count(*) as n, coalesce(sum(size), 0)::bigint as bytes from tasks.file where tenant_id = ${work.tenant} and task_id = ${task} and brought_by is not null`

export const forgetBrought = (work: Work, before: Temporal.Instant, most: number) => work.sql.many({ file_id: uuid() })`
  delete from tasks.file where tenant_id = ${work.tenant} and id in (
    select id from tasks.file where tenant_id = ${work.tenant} and brought_by is not null and brought_at < ${before} order by brought_at limit ${most})
  returning file_id`
