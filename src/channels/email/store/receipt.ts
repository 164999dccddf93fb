import type { TenantId } from '#base/contract'
import { boolean, bytes, instant, integer, json, jsonb, nullable, part, text, uuid, type Sql } from '#base/sql'
import type { Work } from '#base/work'
import type { InteractionId } from '#cases/contract'
import type { TaskId } from '#tasks/contract'
import type { ReceiptId, Wire } from '../../contract.ts'

export type NewReceipt = { id: ReceiptId; door: string; entry_point: string; file: string | null; size: number; envelope: Wire }
export const insertReceipt = (work: Work, r: NewReceipt) => work.sql.run`
  insert into channels.receipt (tenant_id, id, door, entry_point_id, received_at, file_id, size, envelope)
  values (${work.tenant}, ${r.id}, ${r.door}, ${r.entry_point}, ${work.now}, ${r.file}, ${r.size}, ${json(r.envelope)})`

const waiting = {
  id: uuid<ReceiptId>(), door: text, entry_point_id: uuid(), received_at: instant, file_id: nullable(uuid()), size: integer, envelope: jsonb<Wire>(), attempts: integer,
} // prettier-ignore
export type Waiting = {
  id: ReceiptId
  door: string
  entry_point_id: string
  received_at: Temporal.Instant
  file_id: string | null
  size: number
  envelope: Wire
  attempts: number
}

// Two filers never hold the same receipt; what is already filed is not given out again.
export const lockWaiting = (work: Work, ids: readonly ReceiptId[]): Promise<Waiting[]> => work.sql.many(waiting)`
  select id, door, entry_point_id, received_at, file_id, size, envelope, attempts from channels.receipt
  where tenant_id = ${work.tenant} and id = any(${ids}::uuid[]) and filed_at is null and tray_at is null
  order by id for update skip locked`

export const findReceipt = (work: Work, id: ReceiptId) => work.sql.maybeOne(waiting)`
  select id, door, entry_point_id, received_at, file_id, size, envelope, attempts from channels.receipt
  where tenant_id = ${work.tenant} and id = ${id}`

export const waitingOf = (sql: Sql, page: { after: string | null; most: number }) => sql.many({
  tenant_id: uuid<TenantId>(),
  id: uuid<ReceiptId>(),
})`
  select tenant_id, id from channels.receipt
  where filed_at is null and tray_at is null ${page.after ? part`and id > ${page.after}` : part``}
  order by id limit ${page.most}`

// Filed in a case or in a task.
type Where = { interaction: InteractionId | null; task?: TaskId | null }
type FiledReceipt = Where & { id: ReceiptId; again: boolean }
export const recordFiled = (work: Work, filed: readonly FiledReceipt[]) => work.sql.run`
  update channels.receipt r set filed_at = ${work.now}, interaction_id = f.interaction, task_id = f.task, again = f.again
  from unnest(${filed.map((f) => f.id)}::uuid[], ${filed.map((f) => f.interaction)}::uuid[], ${filed.map((f) => f.task ?? null)}::uuid[],
    ${filed.map((f) => f.again)}::boolean[]) as f (id, interaction, task, again)
  where r.tenant_id = ${work.tenant} and r.id = f.id`

export const countAttempt = (work: Work, id: ReceiptId) => work.sql.run`
  update channels.receipt set attempts = attempts + 1 where tenant_id = ${work.tenant} and id = ${id}`

export const putInTray = (work: Work, tray: { id: ReceiptId; why: string; detail: string }) => work.sql.run`
  update channels.receipt set tray_at = ${work.now}, tray_why = ${tray.why}, tray_detail = ${tray.detail.slice(0, 2_000)}
  where tenant_id = ${work.tenant} and id = ${tray.id} and filed_at is null`

export const takeFromTray = (work: Work, id: ReceiptId) => work.sql.run`
  update channels.receipt set tray_at = null, tray_why = null, tray_detail = null, attempts = 0
  where tenant_id = ${work.tenant} and id = ${id} and tray_at is not null and handled_at is null and file_id is not null`

export const recordHandled = (work: Work, id: ReceiptId, by: string) => work.sql.run`
  update channels.receipt set handled_at = ${work.now}, handled_by = ${by}
  where tenant_id = ${work.tenant} and id = ${id} and tray_at is not null and handled_at is null`

const traySlip = {
  id: uuid<ReceiptId>(), door: text, entry_point_id: uuid(), received_at: instant, size: integer, envelope: jsonb<Wire>(), tray_at: instant, why: text,
  detail: text, has_original: boolean,
} // prettier-ignore
export const trayOf = (work: Work, page: { after: string | null; most: number }) => work.sql.many(traySlip)`
  select id, door, entry_point_id, received_at, size, envelope, tray_at, tray_why as why, coalesce(tray_detail, '') as detail, file_id is not null as has_original
  from channels.receipt where tenant_id = ${work.tenant} and tray_at is not null and handled_at is null
    ${page.after ? part`and id > ${page.after}` : part``}
  order by id limit ${page.most}`

// Received = filed + in the tray + on its way (a moment). Handled slips of the tray stay counted: they were received.
export const countByDoor = (work: Work) => work.sql.many({
  door: text,
  entry_point_id: uuid(),
  received: integer,
  filed: integer,
  in_tray: integer,
  waiting: integer,
  last_at: nullable(instant),
})`
  select door, entry_point_id, count(*) as received, count(filed_at) as filed, count(tray_at) as in_tray,
    count(*) filter (where filed_at is null and tray_at is null) as waiting, max(received_at) as last_at
  from channels.receipt where tenant_id = ${work.tenant}
  group by door, entry_point_id order by door, entry_point_id limit 500`

export const troubles = (sql: Sql) => sql.one({ in_tray: integer, oldest_waiting: nullable(instant) })`
  select count(*) filter (where tray_at is not null and handled_at is null) as in_tray,
    min(received_at) filter (where filed_at is null and tray_at is null) as oldest_waiting
  from channels.receipt where (tray_at is not null and handled_at is null) or (filed_at is null and tray_at is null)`

type Print = { entry_point: string; hash: Buffer }
export const findFingerprints = (work: Work, prints: readonly Print[]) => work.sql.many({
  entry_point_id: uuid(),
  hash: bytes,
  interaction_id: nullable(uuid<InteractionId>()),
  task_id: nullable(uuid<TaskId>()),
  at: instant,
})`
  select f.entry_point_id, f.hash, f.interaction_id, f.task_id, f.at
  from unnest(${prints.map((p) => p.entry_point)}::uuid[], ${prints.map((p) => p.hash)}::bytea[]) as p (entry_point_id, hash)
  join channels.fingerprint f on f.tenant_id = ${work.tenant} and f.entry_point_id = p.entry_point_id and f.hash = p.hash`

export const insertFingerprints = (work: Work, prints: readonly (Print & Where)[]) => work.sql.run`
  insert into channels.fingerprint (tenant_id, entry_point_id, hash, interaction_id, task_id, at)
  select ${work.tenant}, entry_point_id, hash, interaction_id, task_id, ${work.now}
  from unnest(${prints.map((p) => p.entry_point)}::uuid[], ${prints.map((p) => p.hash)}::bytea[], ${prints.map((p) => p.interaction)}::uuid[],
    ${prints.map((p) => p.task ?? null)}::uuid[]) as p (entry_point_id, hash, interaction_id, task_id)
  on conflict (tenant_id, entry_point_id, hash) do update set interaction_id = excluded.interaction_id, task_id = excluded.task_id, at = excluded.at`

// Filers of one entry point go one after the other where two deliveries of one mail could meet.
export const lockFingerprints = (work: Work, hashes: readonly Buffer[]) => work.sql.run`
  select pg_advisory_xact_lock(k) from (
    select distinct hashtextextended(encode(h, 'hex'), 4720116) as k from unnest(${hashes}::bytea[]) as h order by 1) keys`

// On its way means within the last ten minutes: what waits longer is stuck, and stuck is lost until somebody looks.
export const countUnbalanced = (work: Work) => work.sql.one({ lost: integer })`
  select count(*) as lost from channels.receipt
  where tenant_id = ${work.tenant} and filed_at is null and tray_at is null and received_at < ${work.now.subtract({ minutes: 10 })}`

export const doorsWithMail = (work: Work) => work.sql.many({ entry_point_id: uuid() })`
  select distinct entry_point_id from channels.receipt
  where tenant_id = ${work.tenant} and received_at > ${work.now.subtract({ hours: 25 })} limit 500`

// The last hours by the hour, empty ones too: what a chart shows.
export const countByHour = (work: Work, hours: number, doors: readonly string[]) => work.sql.many({
  at: instant,
  received: integer,
  in_tray: integer,
})`
  select h.at, count(r.id) as received, count(r.tray_at) as in_tray
  from generate_series(date_trunc('hour', ${work.now}::timestamptz) - make_interval(hours => ${hours - 1}), ${work.now}::timestamptz, interval '1 hour') as h(at)
  left join channels.receipt r on r.tenant_id = ${work.tenant} and r.received_at >= h.at and r.received_at < h.at + interval '1 hour'
    and r.entry_point_id = any(${doors}::uuid[])
  group by h.at order by h.at`
