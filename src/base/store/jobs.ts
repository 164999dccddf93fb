import type { TenantId } from '../contract.ts'
import { instant, integer, json, jsonb, nullable, text, uuid, type Sql } from '../sql.ts'

export type JobRow = {
  tenant_id: TenantId
  id: string
  kind: string
  line: string | null
  payload: unknown
  due_at: Temporal.Instant
  attempts: number
}
const job = {
  tenant_id: uuid<TenantId>(),
  id: uuid(),
  kind: text,
  line: nullable(text),
  payload: jsonb<unknown>(),
  due_at: instant,
  attempts: integer,
}

export type NewJob = {
  tenant: TenantId
  id: string
  kind: string
  line: string | null
  payload: unknown
  due_at: Temporal.Instant
}
export const insertJob = (sql: Sql, j: NewJob) => sql.run`
  insert into base.job (tenant_id, id, kind, line, payload, due_at)
  values (${j.tenant}, ${j.id}, ${j.kind}, ${j.line}, ${json(j.payload)}, ${j.due_at})
  on conflict (tenant_id, id) do nothing`

// The first of each line only, unless it was put off for long: a mail that one recipient's server refuses for two days does not silence the
// conversation. A claim is a lease, so a killed server's jobs come back by themselves; `running` are in the claimer's own hands.
type Claim = { now: Temporal.Instant; until: Temporal.Instant; kinds: string[]; running: string[]; most: number }
export const claimJobs = (sql: Sql, claim: Claim) => sql.many(job)`
  update base.job set claimed_until = ${claim.until}, attempts = attempts + 1
  where (tenant_id, id) in (
    select tenant_id, id from base.job j
    where parked_at is null and due_at <= ${claim.now} and (claimed_until is null or claimed_until < ${claim.now})
      and kind = any(${claim.kinds}::text[]) and id <> all(${claim.running}::uuid[])
      and (line is null or not exists (
        select from base.job earlier
        where earlier.tenant_id = j.tenant_id and earlier.line = j.line and earlier.parked_at is null
          and earlier.id < j.id and earlier.due_at < ${claim.now}::timestamptz + interval '15 minutes'))
    order by due_at
    limit ${claim.most}
    for update skip locked)
  returning tenant_id, id, kind, line, payload, due_at, attempts`

// One that is being ended at this moment needs no more time, and is not waited for: whoever ends several may be waiting for another of ours.
export const renewJobs = (sql: Sql, lease: { ids: string[]; until: Temporal.Instant }) => sql.run`
  update base.job set claimed_until = ${lease.until}
  where (tenant_id, id) in (
    select tenant_id, id from base.job where id = any(${lease.ids}::uuid[]) and claimed_until is not null for update skip locked)`

// Claimed by one that has not renewed its lease for a while.
type Silent = { tenant: TenantId; ids: readonly string[]; below: Temporal.Instant }
export const silentJobs = (sql: Sql, { tenant, ids, below }: Silent) => sql.many({ id: uuid(), claimed_until: instant })`
  select id, claimed_until from base.job
  where tenant_id = ${tenant} and id = any(${ids}::uuid[]) and parked_at is null and claimed_until < ${below}`

export const releaseJobs = (sql: Sql) => sql.run`
  update base.job set claimed_until = null where claimed_until is not null and parked_at is null`

export const deleteJob = (sql: Sql, tenant: TenantId, id: string) => sql.run`
  delete from base.job where tenant_id = ${tenant} and id = ${id}`

export const deleteJobs = (sql: Sql, tenant: TenantId, ids: readonly string[]) => sql.run`
  delete from base.job where tenant_id = ${tenant} and id = any(${ids}::uuid[])`

export const postponeJob = (sql: Sql, j: { tenant: TenantId; id: string; due_at: Temporal.Instant; error: string }) => sql.run`
  update base.job set due_at = ${j.due_at}, claimed_until = null, error = ${j.error}
  where tenant_id = ${j.tenant} and id = ${j.id}`

// A timer that is there already is set anew, whatever it was set to; one that is being looked at goes on and finds what is new.
export type Timer = { id: string; payload: unknown; due_at: string }
export const putTimers = (
  sql: Sql,
  { tenant, kind, timers }: { tenant: TenantId; kind: string; timers: readonly Timer[] },
) => sql.run`
  insert into base.job (tenant_id, id, kind, payload, due_at)
  select ${tenant}, id, ${kind}, payload, due_at from jsonb_to_recordset(${json(timers)}::jsonb) as t (id uuid, payload jsonb, due_at timestamptz)
  on conflict (tenant_id, id) do update set due_at = excluded.due_at, payload = excluded.payload, attempts = 0, parked_at = null, error = null`

export const parkJob = (sql: Sql, j: { tenant: TenantId; id: string; at: Temporal.Instant; error: string }) => sql.run`
  update base.job set parked_at = ${j.at}, claimed_until = null, error = ${j.error}
  where tenant_id = ${j.tenant} and id = ${j.id}`
