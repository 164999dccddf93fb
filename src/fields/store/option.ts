import { boolean, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { FieldId, FieldKind, FieldSubject, OptionColour, OptionId } from '../contract.ts'

const row = {
  id: uuid<OptionId>(),
  field_id: uuid<FieldId>(),
  name_fr: text,
  name_en: text,
  colour: word<OptionColour>(),
  retired: boolean,
}
export type OptionRow = Awaited<ReturnType<typeof optionsOfHouse>>[number]

export const optionsOfHouse = (work: Work) => work.sql.many(row)`
  select id, field_id, name_fr, name_en, colour, retired_at is not null as retired from fields.option
  where tenant_id = ${work.tenant} order by field_id, retired_at is not null, position, id limit 20000`

export type NewOption = { id: OptionId; name_fr: string; name_en: string; colour: OptionColour; position: number }
type Of = { id: FieldId; subject: FieldSubject; kind: FieldKind }
export const putOptions = (work: Work, field: Of, options: readonly NewOption[]) => work.sql.run`
  insert into fields.option (tenant_id, id, field_id, subject, kind, name_fr, name_en, colour, position)
  select ${work.tenant}, o.id, ${field.id}, ${field.subject}, ${field.kind}, o.name_fr, o.name_en, o.colour, o.position
  from unnest(${options.map((o) => o.id)}::uuid[], ${options.map((o) => o.name_fr)}::text[], ${options.map((o) => o.name_en)}::text[],
    ${options.map((o) => o.colour)}::text[], ${options.map((o) => o.position)}::int[]) as o (id, name_fr, name_en, colour, position)
  on conflict (tenant_id, id) do update set name_fr = excluded.name_fr, name_en = excluded.name_en, colour = excluded.colour, position = excluded.position,
    retired_at = null
  where option.field_id = excluded.field_id`
export const retireOthers = (work: Work, field: FieldId, kept: readonly OptionId[]) => work.sql.run`
  update fields.option set retired_at = ${work.now}
  where tenant_id = ${work.tenant} and field_id = ${field} and retired_at is null and not (id = any(${kept}::uuid[]))`
