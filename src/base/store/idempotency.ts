import { actorId } from '../contract.ts'
import type { Work } from '../work.ts'
import { bytes, integer, json, jsonb, nullable, type Sql } from '../sql.ts'

export const claimKey = (sql: Sql, work: Work, claim: { key: string; hash: Buffer }) => sql.run`
  insert into base.idempotency (tenant_id, actor_id, key, request_hash, at)
  values (${work.tenant}, ${actorId(work.actor)}, ${claim.key}, ${claim.hash}, ${work.now})
  on conflict do nothing`

export const findAnswer = (sql: Sql, work: Work, key: string) => sql.one({
  request_hash: bytes,
  status: nullable(integer),
  answer: nullable(jsonb<unknown>()),
})`
  select request_hash, status, answer from base.idempotency
  where tenant_id = ${work.tenant} and actor_id = ${actorId(work.actor)} and key = ${key}`

export const recordAnswer = (sql: Sql, work: Work, given: { key: string; status: number; answer: unknown }) => sql.run`
  update base.idempotency set status = ${given.status}, answer = ${json(given.answer)}
  where tenant_id = ${work.tenant} and actor_id = ${actorId(work.actor)} and key = ${given.key}`

export const forgetOldKeys = (sql: Sql, before: Temporal.Instant, most: number) => sql.run`
  delete from base.idempotency where (tenant_id, actor_id, key) in (
    select tenant_id, actor_id, key from base.idempotency where at < ${before} order by at limit ${most})`
