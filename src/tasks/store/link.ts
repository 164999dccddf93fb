import { instant, integer, nullable, uuid } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { TaskId, TaskLinkId } from '../contract.ts'

export const insertLink = (work: Work, l: { id: TaskLinkId; task: TaskId; hash: Buffer; expires_at: Temporal.Instant }) => work
  .sql.run`
  insert into tasks.link (tenant_id, id, task_id, hash, made_at, made_by, expires_at)
  values (${work.tenant}, ${l.id}, ${l.task}, ${l.hash}, ${work.now}, ${actorId(work.actor)}, ${l.expires_at})`

const row = { id: uuid<TaskLinkId>(), task_id: uuid<TaskId>(), expires_at: instant, revoked_at: nullable(instant) }
export const findLink = (work: Work, hash: Buffer) => work.sql.maybeOne(row)`
  select id, task_id, expires_at, revoked_at from tasks.link where tenant_id = ${work.tenant} and hash = ${hash}`

export const recordOpened = (work: Work, id: TaskLinkId) => work.sql.run`
  update tasks.link set opened_at = greatest(${work.now}, made_at) where tenant_id = ${work.tenant} and id = ${id}`

export const countLinks = (work: Work, task: TaskId) => work.sql.one({ n: integer })`
  select count(*) as n from tasks.link where tenant_id = ${work.tenant} and task_id = ${task} and revoked_at is null and expires_at > ${work.now}`

export const revokeLinksOf = (work: Work, task: TaskId) => work.sql.run`
  update tasks.link set revoked_at = greatest(${work.now}, made_at), revoked_by = ${actorId(work.actor)}
  where tenant_id = ${work.tenant} and task_id = ${task} and revoked_at is null`

// So many at once; the oldest make room.
export const makeRoom = (work: Work, task: TaskId, most: number) => work.sql.run`
  update tasks.link set revoked_at = greatest(${work.now}, made_at), revoked_by = ${actorId(work.actor)}
  where tenant_id = ${work.tenant} and revoked_at is null and id in (
    select id from tasks.link where tenant_id = ${work.tenant} and task_id = ${task} and revoked_at is null order by made_at desc, id desc offset ${most} limit 100)`
