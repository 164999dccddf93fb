import type { Id } from '#base/contract'
import { instant, nullable, part, text, uuid, uuids, word, type Sql } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { Grant, KeyId, RoleName } from '../contract.ts'

export type NewKey = Grant & { id: KeyId; name: string; hash: Buffer; expires_at: Temporal.Instant }
const held = { role: word<RoleName>(), teams: nullable(uuids()), brands: nullable(uuids()) }

export const insertKey = (sql: Sql, work: Work, k: NewKey) => sql.run`
  insert into access.key (tenant_id, id, name, hash, role, teams, brands, made_at, made_by, expires_at)
  values (${work.tenant}, ${k.id}, ${k.name}, ${k.hash}, ${k.role}, ${k.teams}::uuid[], ${k.brands}::uuid[], ${work.now}, ${actorId(work.actor)}, ${k.expires_at})`

export const useKey = (sql: Sql, work: Work, hash: Buffer) => sql.maybeOne({
  id: uuid<KeyId>(),
  ...held,
  expires_at: instant,
  used_at: nullable(instant),
})`
  select id, role, teams, brands, expires_at, used_at from access.key
  where tenant_id = ${work.tenant} and hash = ${hash} and revoked_at is null and expires_at > ${work.now}`

export const touchKey = (sql: Sql, work: Work, id: KeyId) => sql.run`
  update access.key set used_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id} and (used_at is null or used_at < ${work.now})`

export const findKey = (sql: Sql, work: Work, id: Id<'key'>) => sql.maybeOne({ name: text, ...held })`
  select name, role, teams, brands from access.key where tenant_id = ${work.tenant} and id = ${id} and revoked_at is null`

export const findKeys = (sql: Sql, work: Work, page: { before: string | undefined; most: number }) => sql.many({
  id: uuid<KeyId>(), name: text, ...held, made_at: instant, expires_at: instant, used_at: nullable(instant), revoked_at: nullable(instant),
})`
  select id, name, role, teams, brands, made_at, expires_at, used_at, revoked_at from access.key
  where tenant_id = ${work.tenant} ${page.before ? part`and id < ${page.before}` : part``}
  order by id desc
  limit ${page.most}` // prettier-ignore

export const revokeKey = (sql: Sql, work: Work, id: KeyId) => sql.run`
  update access.key set revoked_at = ${work.now}, revoked_by = ${actorId(work.actor)}
  where tenant_id = ${work.tenant} and id = ${id} and revoked_at is null`
