import { boolean, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { ReasonId } from '../contract.ts'

const reason = { id: uuid<ReasonId>(), name: text }
export const findReasons = (work: Work, ids: readonly ReasonId[]) => work.sql.many(reason)`
  select id, name from cases.reason where tenant_id = ${work.tenant} and id = any(${ids}::uuid[])`
export const openReasons = (work: Work) => work.sql.many(reason)`
  select id, name from cases.reason where tenant_id = ${work.tenant} and closed_at is null order by lower(name) limit 500`
export const findReasonsEver = (work: Work, ids: readonly ReasonId[]) => work.sql.many({ ...reason, retired: boolean })`
  select id, name, closed_at is not null as retired from cases.reason where tenant_id = ${work.tenant} and id = any(${ids}::uuid[])`
export const insertReason = (work: Work, r: { id: ReasonId; name: string }) => work.sql.run`
  insert into cases.reason (tenant_id, id, name, made_at) values (${work.tenant}, ${r.id}, ${r.name}, ${work.now}) on conflict do nothing`
export const closeReason = (work: Work, id: ReasonId) => work.sql.run`
  update cases.reason set closed_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id} and closed_at is null`

// Two reasons never bear one name; whoever comes second is told so, and nothing has failed in the transaction.
export async function renameReason(work: Work, r: { id: ReasonId; name: string }): Promise<'done' | 'taken' | 'unknown'> {
  const held = await work.sql.maybeOne({ id: uuid<ReasonId>() })`
    select id from cases.reason where tenant_id = ${work.tenant} and id = ${r.id} and closed_at is null for update`
  if (!held) return 'unknown'
  const done = await work.sql.run`
    update cases.reason set name = ${r.name} where tenant_id = ${work.tenant} and id = ${r.id} and closed_at is null
      and not exists (select from cases.reason o where o.tenant_id = ${work.tenant} and o.closed_at is null and o.id <> ${r.id} and lower(o.name) = lower(${r.name}))`
  return done === 0 ? 'taken' : 'done'
}
