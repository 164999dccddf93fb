import { boolean, instant, json, jsonb, nullable, text, uuid, word } from '#base/sql'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { StrayId, StrayWhy, TaskId } from '../../contract.ts'

export type KeptFile = { name: string; type: string; size: number; file: string }

type New = {
  id: StrayId
  task: TaskId
  key: string
  why: StrayWhy
  from: { name: string; address: string }
  text: string
  html: string | null
  files: readonly KeptFile[]
}
export const insertStray = (work: Work, s: New) => work.sql.run`
  insert into tasks.stray (tenant_id, id, task_id, key, why, at, from_name, from_address, text, html, files)
  values (${work.tenant}, ${s.id}, ${s.task}, ${s.key}, ${s.why}, ${work.now}, ${s.from.name.slice(0, 300)}, ${s.from.address.slice(0, 400)},
    ${s.text.slice(0, 200_000)}, ${s.html}, ${json(s.files)})
  on conflict (tenant_id, task_id, key) do nothing`

const row = {
  id: uuid<StrayId>(), task_id: uuid<TaskId>(), key: text, why: word<StrayWhy>(), at: instant, from_name: text, from_address: text, text, html: nullable(text),
  files: jsonb<KeptFile[]>(), decided_at: nullable(instant), decided_by_id: nullable(uuid<PersonId>()), taken: nullable(boolean),
} // prettier-ignore
export type StrayRow = NonNullable<Awaited<ReturnType<typeof findStray>>>

export const straysOf = (work: Work, task: TaskId, most: number) => work.sql.many(row)`
  select id, task_id, key, why, at, from_name, from_address, text, html, files, decided_at, decided_by_id, taken
  from tasks.stray where tenant_id = ${work.tenant} and task_id = ${task} order by at desc, id desc limit ${most}`

export const findStray = (work: Work, id: StrayId) => work.sql.maybeOne(row)`
  select id, task_id, key, why, at, from_name, from_address, text, html, files, decided_at, decided_by_id, taken
  from tasks.stray where tenant_id = ${work.tenant} and id = ${id}`

export const decide = (work: Work, id: StrayId, { by, taken }: { by: PersonId | null; taken: boolean }) => work.sql.run`
  update tasks.stray set decided_at = greatest(${work.now}, at), decided_by_id = ${by}, taken = ${taken}
  where tenant_id = ${work.tenant} and id = ${id} and decided_at is null`
