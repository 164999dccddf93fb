import { integer } from '#base/sql'
import type { Work } from '#base/work'
import type { OutsideDeed, TaskId } from '../../contract.ts'

export const insertDeed = (work: Work, d: { id: string; task: TaskId; did: OutsideDeed }) => work.sql.run`
  insert into tasks.deed (tenant_id, id, task_id, did, at) values (${work.tenant}, ${d.id}, ${d.task}, ${d.did}, ${work.now}) on conflict do nothing`

export const countDeeds = (work: Work, task: TaskId, since: Temporal.Instant) => work.sql.one({ n: integer })`
  select count(*) as n from tasks.deed where tenant_id = ${work.tenant} and task_id = ${task} and at > ${since}`
