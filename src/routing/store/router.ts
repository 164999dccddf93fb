// The row of a house that routes, the log of what was put into its engine, and its snapshots.
import type { TenantId } from '#base/contract'
import { instant, integer, json, jsonb, nullable, text, uuid } from '#base/sql'
import type { Work } from '#base/work'

const router = {
  seq: integer, stamp: uuid(), stepped_at: instant, snapshot_seq: integer, timer: uuid(), wakes_at: nullable(instant), seats_at: nullable(instant),
  hours_at: nullable(instant), ended_at: nullable(instant),
} // prettier-ignore
export type RouterRow = NonNullable<Awaited<ReturnType<typeof lockRouter>>>

// Whoever steps the engine of a house queues here.
export const lockRouter = (work: Work) => work.sql.maybeOne(router)`
  select seq, stamp, stepped_at, snapshot_seq, timer, wakes_at, seats_at, hours_at, ended_at
  from routing.router where tenant_id = ${work.tenant} for update`

export const findRouter = (work: Work) => work.sql.maybeOne(router)`
  select seq, stamp, stepped_at, snapshot_seq, timer, wakes_at, seats_at, hours_at, ended_at from routing.router where tenant_id = ${work.tenant}`

export const insertRouter = (work: Work, given: { stamp: string; timer: string }) => work.sql.run`
  insert into routing.router (tenant_id, seq, stamp, stepped_at, snapshot_seq, timer, ended_at)
  values (${work.tenant}, 0, ${given.stamp}, ${work.now}, 0, ${given.timer}, ${work.now})
  on conflict (tenant_id) do nothing`

export type Stepped = {
  seq: number
  stamp: string
  stepped_at: Temporal.Instant
  snapshot_seq: number
  wakes_at: Temporal.Instant | null
  seats_at: Temporal.Instant | null
  hours_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
}
export const recordStep = (work: Work, s: Stepped) => work.sql.run`
  update routing.router set seq = ${s.seq}, stamp = ${s.stamp}, stepped_at = ${s.stepped_at}, snapshot_seq = ${s.snapshot_seq}, wakes_at = ${s.wakes_at},
    seats_at = ${s.seats_at}, hours_at = ${s.hours_at}, ended_at = ${s.ended_at}
  where tenant_id = ${work.tenant}`

export type Logged = { seq: number; stamp: string; at: Temporal.Instant; inputs: unknown; decided: string }
export const insertLog = (work: Work, l: Logged) => work.sql.run`
  insert into routing.log (tenant_id, seq, stamp, at, inputs, decided)
  values (${work.tenant}, ${l.seq}, ${l.stamp}, ${l.at}, ${json(l.inputs)}, ${l.decided})`

export const logFrom = (work: Work, seq: number, most: number) => work.sql.many({
  seq: integer, stamp: uuid(), at: instant, inputs: jsonb<unknown>(), decided: text,
})`
  select seq, stamp, at, inputs, decided from routing.log where tenant_id = ${work.tenant} and seq >= ${seq} order by seq limit ${most}` // prettier-ignore

export const findSnapshot = (work: Work, seq: number) => work.sql.maybeOne({ at: instant, body: jsonb<unknown>() })`
  select at, body from routing.snapshot where tenant_id = ${work.tenant} and seq = ${seq}`

// What a later snapshot holds is forgotten with it.
export async function replaceSnapshot(work: Work, s: { seq: number; at: Temporal.Instant; body: unknown }): Promise<void> {
  await Promise.all([
    work.sql.run`delete from routing.log where tenant_id = ${work.tenant} and seq < ${s.seq}`,
    work.sql.run`delete from routing.snapshot where tenant_id = ${work.tenant} and seq < ${s.seq}`,
    work.sql.run`
      insert into routing.snapshot (tenant_id, seq, at, body) values (${work.tenant}, ${s.seq}, ${s.at}, ${json(s.body)})
      on conflict (tenant_id, seq) do nothing`,
  ])
}

export type { TenantId }
