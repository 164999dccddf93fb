import { integer, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { FieldId } from '../contract.ts'

export const recordTimer = (work: Work, id: string, at: Temporal.Instant | null) => work.sql.run`
  update fields.value set remind_at = ${at} where tenant_id = ${work.tenant} and id = ${id}`

// What happened is never before what led to it, even if the machine's clock went back meanwhile.
export const recordReminded = (work: Work, id: string, day: Temporal.PlainDate) => work.sql.run`
  update fields.value set reminded_for = ${day}::date, reminded_at = greatest(${work.now}, remind_at), remind_at = null
  where tenant_id = ${work.tenant} and id = ${id}`

export const datesAfter = (
  work: Work,
  { field, after, most }: { field: FieldId; after: string | null; most: number },
) => work.sql.many({
  of_id: uuid(),
})`
  select of_id from fields.value
  where tenant_id = ${work.tenant} and field_id = ${field} and emptied_at is null and (${after}::uuid is null or of_id > ${after}::uuid)
  order by of_id limit ${most}`

// For health: dates whose moment went by and that nobody spoke of.
export const countMissed = (work: Work, before: Temporal.Instant) => work.sql.one({ n: integer })`
  select count(*) as n from (
    select from fields.value v join fields.field f on f.tenant_id = v.tenant_id and f.id = v.field_id
    where v.tenant_id = ${work.tenant} and v.remind_at < ${before} and f.retired_at is null and f.remind_way is not null limit 1000) missed`
