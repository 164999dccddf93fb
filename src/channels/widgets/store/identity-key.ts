import { bytes, instant, integer, nullable, text, uuid, word } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { IdentityKeyId, KeyAlgorithm, WidgetId } from '../../contract.ts'

const shown = {
  id: uuid<IdentityKeyId>(), name: text, algorithm: word<KeyAlgorithm>(), made_at: instant, used_at: nullable(instant), retired_at: nullable(instant),
} // prettier-ignore
export const listKeys = (work: Work, widget: WidgetId) => work.sql.many(shown)`
  select id, name, algorithm, made_at, used_at, retired_at from channels.identity_key
  where tenant_id = ${work.tenant} and widget_id = ${widget} order by (retired_at is null) desc, id desc limit 100`

// Held until the commit: two keys made at once are counted one after the other.
export const holdLiveKeys = (work: Work, widget: WidgetId) => work.sql.many({ id: uuid<IdentityKeyId>() })`
  select id from channels.identity_key where tenant_id = ${work.tenant} and widget_id = ${widget} and retired_at is null for update`

export const countLiveKeys = (work: Work, widgets: readonly WidgetId[]) => work.sql.many({
  widget_id: uuid<WidgetId>(),
  count: integer,
})`
  select widget_id, count(*) as count from channels.identity_key
  where tenant_id = ${work.tenant} and widget_id = any(${widgets}::uuid[]) and retired_at is null group by widget_id`

const verifying = {
  id: uuid<IdentityKeyId>(),
  algorithm: word<KeyAlgorithm>(),
  sealed: nullable(bytes),
  public_key: nullable(text),
  used_at: nullable(instant),
}
export type VerifyingKey = NonNullable<Awaited<ReturnType<typeof verifyingKeys>>[number]>
export const verifyingKeys = (work: Work, widget: WidgetId) => work.sql.many(verifying)`
  select id, algorithm, sealed, public_key, used_at from channels.identity_key
  where tenant_id = ${work.tenant} and widget_id = ${widget} and retired_at is null order by id limit 20`

type NewKey = {
  id: IdentityKeyId
  widget: WidgetId
  name: string
  algorithm: KeyAlgorithm
  sealed: Buffer | null
  public_key: string | null
}
export const insertKey = (work: Work, k: NewKey) => work.sql.run`
  insert into channels.identity_key (tenant_id, id, widget_id, name, algorithm, sealed, public_key, made_at, made_by)
  values (${work.tenant}, ${k.id}, ${k.widget}, ${k.name}, ${k.algorithm}, ${k.sealed}, ${k.public_key}, ${work.now}, ${actorId(work.actor)})`

export const retireKey = (work: Work, k: { widget: WidgetId; id: IdentityKeyId }) => work.sql.run`
  update channels.identity_key set retired_at = ${work.now}, retired_by = ${actorId(work.actor)}
  where tenant_id = ${work.tenant} and widget_id = ${k.widget} and id = ${k.id} and retired_at is null`

export const markUsed = (work: Work, id: IdentityKeyId) => work.sql.run`
  update channels.identity_key set used_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id}`
