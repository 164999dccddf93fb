import type { TenantId } from '#base/contract'
import { bytes, instant, integer, json, jsonb, nullable, text, uuid, type Sql } from '#base/sql'
import type { Work } from '#base/work'
import type { MailboxId, MailboxSettings, ReceiptId } from '../../contract.ts'

export const insertMailbox = (
  work: Work,
  m: { id: MailboxId; entry_point: string; settings: MailboxSettings; sealed: Buffer },
) => work.sql.run`
  insert into channels.mailbox (tenant_id, id, entry_point_id, settings, sealed, authserv_id, made_at)
  values (${work.tenant}, ${m.id}, ${m.entry_point}, ${json(m.settings)}, ${m.sealed}, ${m.settings.authserv_id}, ${work.now})`

const row = {
  id: uuid<MailboxId>(), entry_point_id: uuid(), settings: jsonb<MailboxSettings>(), sealed: bytes, uid_validity: nullable(integer), last_uid: nullable(integer),
  since: nullable(instant), health: nullable(jsonb<unknown>()), last_mail_at: nullable(instant), version: integer,
} // prettier-ignore
export const openMailboxes = (work: Work) => work.sql.many(row)`
  select id, entry_point_id, settings, sealed, uid_validity, last_uid, since, health, last_mail_at, version
  from channels.mailbox where tenant_id = ${work.tenant} and closed_at is null order by id limit 500`

export const findMailbox = (work: Work, id: MailboxId) => work.sql.maybeOne(row)`
  select id, entry_point_id, settings, sealed, uid_validity, last_uid, since, health, last_mail_at, version
  from channels.mailbox where tenant_id = ${work.tenant} and id = ${id} and closed_at is null`

export const everyMailbox = (sql: Sql) => sql.many({ tenant_id: uuid<TenantId>(), id: uuid<MailboxId>(), version: integer })`
  select tenant_id, id, version from channels.mailbox where closed_at is null order by tenant_id, id limit 5000`

export const mailboxHealths = (sql: Sql) => sql.many({
  id: uuid<MailboxId>(),
  health: nullable(jsonb<{ state: string; lastSeenAt: string | null; since: string }>()),
})`
  select id, health from channels.mailbox where closed_at is null order by id limit 5000`

export const closeMailbox = (work: Work, id: MailboxId) => work.sql.run`
  update channels.mailbox set closed_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id} and closed_at is null`

export const beginMailbox = (
  work: Work,
  at: { id: MailboxId; uidValidity: number; lastUid: number; since: Temporal.Instant | null },
) => work.sql.run`
  update channels.mailbox set uid_validity = ${at.uidValidity}, last_uid = ${at.lastUid}, since = ${at.since}
  where tenant_id = ${work.tenant} and id = ${at.id}`

export const advanceMailbox = (work: Work, at: { id: MailboxId; uidValidity: number; uid: number }) => work.sql.run`
  update channels.mailbox set last_uid = greatest(last_uid, ${at.uid}::bigint), last_mail_at = ${work.now}
  where tenant_id = ${work.tenant} and id = ${at.id} and uid_validity = ${at.uidValidity}`

export const recordHealth = (work: Work, id: MailboxId, health: object) => work.sql.run`
  update channels.mailbox set health = ${json(health)} where tenant_id = ${work.tenant} and id = ${id}`

export const claimUid = (
  work: Work,
  m: { mailbox: MailboxId; uidValidity: number; uid: number; receipt: ReceiptId; sha256: string },
) => work.sql.run`
  insert into channels.mailbox_message (tenant_id, mailbox_id, uid_validity, uid, receipt_id, sha256)
  values (${work.tenant}, ${m.mailbox}, ${m.uidValidity}, ${m.uid}, ${m.receipt}, ${m.sha256})
  on conflict (tenant_id, mailbox_id, uid_validity, uid) do update set receipt_id = excluded.receipt_id, sha256 = excluded.sha256, settled_at = null`

export const isHeld = (work: Work, m: { mailbox: MailboxId; uidValidity: number; uid: number }) => work.sql.maybeOne({
  receipt_id: uuid<ReceiptId>(),
  sha256: text,
})`
  select receipt_id, sha256 from channels.mailbox_message
  where tenant_id = ${work.tenant} and mailbox_id = ${m.mailbox} and uid_validity = ${m.uidValidity} and uid = ${m.uid}`

export const unsettledUids = (work: Work, m: { mailbox: MailboxId; uidValidity: number }) => work.sql.many({ uid: integer })`
  select uid from channels.mailbox_message
  where tenant_id = ${work.tenant} and mailbox_id = ${m.mailbox} and uid_validity = ${m.uidValidity} and settled_at is null order by uid limit 1000`

export const settleUids = (work: Work, m: { mailbox: MailboxId; uidValidity: number; uids: readonly number[] }) => work.sql.run`
  update channels.mailbox_message set settled_at = ${work.now}
  where tenant_id = ${work.tenant} and mailbox_id = ${m.mailbox} and uid_validity = ${m.uidValidity} and uid = any(${m.uids}::bigint[])`
