import { boolean, instant, integer, nullable, part, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { ReasonId } from '#cases/contract'
import type { RemindWay } from '../contract.ts'
import type { FieldId, FieldKind, FieldSubject } from '../contract.ts'

const row = {
  id: uuid<FieldId>(), subject: word<FieldSubject>(), kind: word<FieldKind>(), name_fr: text, name_en: text, help_fr: text, help_en: text, group_fr: text, group_en: text,
  position: integer, currency: nullable(text), required_at_closing: boolean, remind_working_days: nullable(integer), remind_way: nullable(word<RemindWay>()),
  remind_what_fr: nullable(text), remind_what_en: nullable(text), retired_at: nullable(instant), version: integer,
} // prettier-ignore
export type FieldRow = Awaited<ReturnType<typeof fieldsOfHouse>>[number]
const columns = part`id, subject, kind, name_fr, name_en, help_fr, help_en, group_fr, group_en, position, currency, required_at_closing, remind_working_days,
  remind_way, remind_what_fr, remind_what_en, retired_at, version`

// Of a house there are a few dozen: they are read all at once, and whoever asks takes those it needs.
const MOST_EVER = 1_000
export const fieldsOfHouse = (work: Work, retired: boolean) => work.sql.many(row)`
  select ${columns} from fields.field where tenant_id = ${work.tenant} ${retired ? part`` : part`and retired_at is null`}
  order by subject, retired_at is not null, position, id limit ${MOST_EVER}`
export const lockField = (work: Work, id: FieldId) => work.sql.maybeOne(row)`
  select ${columns} from fields.field where tenant_id = ${work.tenant} and id = ${id} for update`

const reasons = { field_id: uuid<FieldId>(), reason_id: uuid<ReasonId>() }
export const reasonsOfFields = (work: Work) => work.sql.many(reasons)`
  select field_id, reason_id from fields.field_reason where tenant_id = ${work.tenant} order by field_id, reason_id limit 10000`
export const replaceReasons = async (work: Work, f: Pick<FieldRow, 'id' | 'kind'>, given: readonly ReasonId[]): Promise<void> => {
  await work.sql.run`delete from fields.field_reason where tenant_id = ${work.tenant} and field_id = ${f.id}`
  await work.sql.run`
    insert into fields.field_reason (tenant_id, field_id, kind, reason_id)
    select ${work.tenant}, ${f.id}, ${f.kind}, r from unnest(${[...new Set(given)]}::uuid[]) as r`
}

export type FieldBody = Omit<FieldRow, 'id' | 'subject' | 'kind' | 'position' | 'retired_at' | 'version'>
export type NewRow = FieldBody & Pick<FieldRow, 'id' | 'subject' | 'kind'>
// After the last of its subject.
export const insertField = (work: Work, f: NewRow) => work.sql.run`
  insert into fields.field (tenant_id, id, subject, kind, name_fr, name_en, help_fr, help_en, group_fr, group_en, position, currency, required_at_closing,
    remind_working_days, remind_way, remind_what_fr, remind_what_en, made_at)
  select ${work.tenant}, ${f.id}, ${f.subject}, ${f.kind}, ${f.name_fr}, ${f.name_en}, ${f.help_fr}, ${f.help_en}, ${f.group_fr}, ${f.group_en},
    coalesce((select max(position) + 1 from fields.field where tenant_id = ${work.tenant} and subject = ${f.subject}), 0), ${f.currency}, ${f.required_at_closing},
    ${f.remind_working_days}, ${f.remind_way}, ${f.remind_what_fr}, ${f.remind_what_en}, ${work.now}
  on conflict do nothing`
export const changeField = (work: Work, f: FieldBody & Pick<FieldRow, 'id'>) => work.sql.run`
  update fields.field set name_fr = ${f.name_fr}, name_en = ${f.name_en}, help_fr = ${f.help_fr}, help_en = ${f.help_en}, group_fr = ${f.group_fr},
    group_en = ${f.group_en}, currency = ${f.currency}, required_at_closing = ${f.required_at_closing}, remind_working_days = ${f.remind_working_days},
    remind_way = ${f.remind_way}, remind_what_fr = ${f.remind_what_fr}, remind_what_en = ${f.remind_what_en}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${f.id}`

// Two fields that are asked never bear one name in one language.
export const nameIsTaken = (work: Work, f: { id: FieldId; subject: FieldSubject; fr: string; en: string }) => work.sql.one({
  taken: boolean,
})`
  select exists (
    select from fields.field where tenant_id = ${work.tenant} and subject = ${f.subject} and retired_at is null and id <> ${f.id}
      and (lower(name_fr) = lower(${f.fr}) or lower(name_en) = lower(${f.en}))) as taken`
export const countAsked = (work: Work, subject: FieldSubject) => work.sql.one({ n: integer })`
  select count(*) as n from fields.field where tenant_id = ${work.tenant} and subject = ${subject} and retired_at is null`

export const retire = (work: Work, id: FieldId) => work.sql.run`
  update fields.field set retired_at = ${work.now}, version = version + 1 where tenant_id = ${work.tenant} and id = ${id} and retired_at is null`
export const askAgain = (work: Work, id: FieldId) => work.sql.run`
  update fields.field set retired_at = null, version = version + 1 where tenant_id = ${work.tenant} and id = ${id} and retired_at is not null`
export const putInOrder = (work: Work, subject: FieldSubject, ids: readonly FieldId[]) => work.sql.run`
  update fields.field f set position = o.place - 1
  from (
    select a.id, row_number() over (order by array_position(${ids}::uuid[], a.id) nulls last, a.position, a.id) as place
    from fields.field a where a.tenant_id = ${work.tenant} and a.subject = ${subject} and a.retired_at is null) o
  where f.tenant_id = ${work.tenant} and f.id = o.id and f.position <> o.place - 1`
