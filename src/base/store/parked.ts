// What was tried again and again in vain, and waits for a person.
import { instant, integer, jsonb, text, uuid, xid } from '../sql.ts'
import type { Work } from '../work.ts'

export const parkedJobs = (work: Work, most: number) => work.sql.many({ id: uuid(), name: text, error: text, at: instant })`
  select id, kind as name, coalesce(error, '') as error, parked_at as at from base.job
  where tenant_id = ${work.tenant} and parked_at is not null order by parked_at desc, id limit ${most}`

export const parkedEvents = (work: Work, most: number) => work.sql.many({
  reader: text,
  seq: integer,
  name: text,
  error: text,
  at: instant,
})`
  select reader, seq, name, error, at from base.parked where tenant_id = ${work.tenant} order by at desc, reader, seq limit ${most}`

export const unparkJob = (work: Work, id: string) => work.sql.run`
  update base.job set parked_at = null, attempts = 0, due_at = ${work.now}, claimed_until = null
  where tenant_id = ${work.tenant} and id = ${id} and parked_at is not null`

type Parked = { reader: string; seq: number }
export const isParked = async (work: Work, { reader, seq }: Parked): Promise<boolean> =>
  (await work.sql.maybeOne({ seq: integer })`
    select seq from base.parked where tenant_id = ${work.tenant} and reader = ${reader} and seq = ${seq}`) !== undefined

export const lockParked = (work: Work, { reader, seq }: Parked) => work.sql.maybeOne({
  xid,
  name: text,
  at: instant,
  actor_kind: text,
  actor_id: text,
  case_id: text,
  payload: jsonb<unknown>(),
})`
  select e.xid, e.name, e.at, e.actor_kind, e.actor_id, coalesce(e.case_id::text, '') as case_id, e.payload
  from base.parked p join base.event e on e.tenant_id = p.tenant_id and e.seq = p.seq and e.name = p.name
  where p.tenant_id = ${work.tenant} and p.reader = ${reader} and p.seq = ${seq} for update of p`

export const forgetParked = (work: Work, { reader, seq }: Parked) => work.sql.run`
  delete from base.parked where tenant_id = ${work.tenant} and reader = ${reader} and seq = ${seq}`

export const recordParkedAgain = (work: Work, { reader, seq, error }: Parked & { error: string }) => work.sql.run`
  update base.parked set error = ${error}, at = ${work.now} where tenant_id = ${work.tenant} and reader = ${reader} and seq = ${seq}`
