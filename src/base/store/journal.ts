import type { Published, Work } from '../work.ts'
import { boolean, instant, integer, json, jsonb, nullable, part, text, uuid, word, xid, type Sql } from '../sql.ts'
import { actorId, type TenantId } from '../contract.ts'

export type Place = { xid: bigint; seq: number }
export type Event = {
  tenant_id: TenantId
  xid: bigint
  seq: number
  name: string
  at: Temporal.Instant
  actor_kind: string
  actor_id: string
  case_id: string | null
  payload: unknown
}

const event = {
  tenant_id: uuid<TenantId>(), xid, seq: integer, name: text, at: instant, actor_kind: word<string>(),
  actor_id: text, case_id: nullable(uuid()), payload: jsonb<unknown>(),
} // prettier-ignore

export const appendEvents = (sql: Sql, work: Work, events: Published[]) => sql.run`
  insert into base.event (tenant_id, name, at, actor_kind, actor_id, case_id, payload)
  select ${work.tenant}, name, ${work.now}, ${work.actor.kind}, ${actorId(work.actor)}, case_id, payload
  from jsonb_to_recordset(${json(events)}::jsonb) as e (name text, case_id uuid, payload jsonb)`

// A sequence number is not commit order: a slow transaction may commit a lower number later. Below the oldest running transaction
// nothing can appear any more, so readers go no further than that and miss nothing. Whether there is something beyond is told in the same look.
const news = { ...event, hidden: boolean }
export async function newsAfter(sql: Sql, { xid: x, seq }: Place, most: number): Promise<{ events: Event[]; hidden: boolean }> {
  const rows = await sql.many(news)`
    select tenant_id, xid, seq, name, at, actor_kind, actor_id, case_id, payload, hidden from (
      (select tenant_id, xid, seq, name, at, actor_kind, actor_id, case_id, payload, false as hidden
        from base.event
        where (xid, seq) > (${x}::xid8, ${seq}::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
        order by xid, seq limit ${most})
      union all
      (select tenant_id, xid, seq, name, at, actor_kind, actor_id, case_id, 'null'::jsonb, true
        from base.event
        where (xid, seq) > (${x}::xid8, ${seq}::bigint) and xid >= pg_snapshot_xmin(pg_current_snapshot())
        order by xid, seq limit 1)) as news
    order by hidden, xid, seq`
  const hidden = rows.at(-1)?.hidden === true
  return { events: hidden ? rows.slice(0, -1) : rows, hidden }
}

export const tenantEventsAfter = (
  sql: Sql,
  work: Work,
  page: { after: Place; caseId?: string | undefined; most: number },
) => sql.many(event)`
  select tenant_id, xid, seq, name, at, actor_kind, actor_id, case_id, payload
  from base.event
  where tenant_id = ${work.tenant} and (xid, seq) > (${page.after.xid}::xid8, ${page.after.seq}::bigint)
    and xid < pg_snapshot_xmin(pg_current_snapshot()) ${page.caseId ? part`and case_id = ${page.caseId}` : part``}
  order by xid, seq
  limit ${page.most}`

// For whoever knows that nobody else writes for this tenant now (a test): also what the tail does not show yet.
export const tenantEventsSoFar = (sql: Sql, work: Work, most: number) => sql.many(event)`
  select tenant_id, xid, seq, name, at, actor_kind, actor_id, case_id, payload
  from base.event where tenant_id = ${work.tenant} order by xid, seq limit ${most}`

// For who holds what the events of a case are written under: what is committed of it may be read though the tail does not show it yet.
export const eventsOfCase = (sql: Sql, { tenant }: Work, of: { case_id: string; after: number; most: number }) => sql.many(event)`
  select tenant_id, xid, seq, name, at, actor_kind, actor_id, case_id, payload
  from base.event
  where tenant_id = ${tenant} and case_id = ${of.case_id} and seq > ${of.after}::bigint
  order by seq
  limit ${of.most}`

export const lastPlace = (sql: Sql) => sql.maybeOne({ xid, seq: integer })`
  select xid, seq from base.event where xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid desc, seq desc limit 1`

export const cursorsOf = (sql: Sql, readers: readonly string[]) => sql.many({
  tenant_id: uuid<TenantId>(),
  reader: text,
  xid,
  seq: integer,
})`
  select tenant_id, reader, xid, seq from base.cursor where reader = any(${readers}::text[])`

// The first event that one of these readers lacks, of whatever tenant: one step down the index per tenant and reader.
export const firstUnheard = (sql: Sql, readers: readonly string[]) => sql.maybeOne({ xid, seq: integer })`
  with recursive t as (
    (select tenant_id from base.event order by tenant_id limit 1)
    union all
    select (select e.tenant_id from base.event e where e.tenant_id > t.tenant_id order by e.tenant_id limit 1) from t where t.tenant_id is not null
  )
  select e.xid, e.seq
  from t cross join unnest(${readers}::text[]) as r (name)
  left join base.cursor c on c.tenant_id = t.tenant_id and c.reader = r.name
  cross join lateral (
    select xid, seq from base.event
    where tenant_id = t.tenant_id and (xid, seq) > (coalesce(c.xid, '0'::xid8), coalesce(c.seq, 0)) order by xid, seq limit 1) e
  where t.tenant_id is not null
  order by e.xid, e.seq limit 1`

export const lockCursor = (sql: Sql, tenant: TenantId, reader: string) => sql.one({ xid, seq: integer })`
  insert into base.cursor (tenant_id, reader, xid, seq) values (${tenant}, ${reader}, '0', 0)
  on conflict (tenant_id, reader) do update set seq = base.cursor.seq
  returning xid, seq`

// A cursor never goes back: of two servers the slower one would hear again what the other has done.
export const moveCursor = (sql: Sql, at: { tenant: TenantId; reader: string } & Place) => sql.run`
  update base.cursor set xid = ${at.xid}::xid8, seq = ${at.seq}
  where tenant_id = ${at.tenant} and reader = ${at.reader} and (xid, seq) < (${at.xid}::xid8, ${at.seq}::bigint)`

export const passCursor = (sql: Sql, at: { tenant: TenantId; reader: string } & Place) => sql.run`
  insert into base.cursor as c (tenant_id, reader, xid, seq) values (${at.tenant}, ${at.reader}, ${at.xid}::xid8, ${at.seq})
  on conflict (tenant_id, reader) do update set xid = excluded.xid, seq = excluded.seq where (c.xid, c.seq) < (excluded.xid, excluded.seq)`

export const parkEvent = (
  sql: Sql,
  parked: { tenant: TenantId; reader: string; seq: number; name: string; error: string; at: Temporal.Instant },
) => sql.run`
  insert into base.parked (tenant_id, reader, seq, name, error, at)
  values (${parked.tenant}, ${parked.reader}, ${parked.seq}, ${parked.name}, ${parked.error}, ${parked.at})
  on conflict do nothing`

export const countParked = (sql: Sql) => sql.one({ events: integer, jobs: integer })`
  select (select count(*) from base.parked) as events, (select count(*) from base.job where parked_at is not null) as jobs`
