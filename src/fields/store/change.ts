import type { PersonId } from '#base/contract'
import { instant, json, jsonb, nullable, part, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { FieldId, Label, Value } from '../contract.ts'

export type Said = Label & { value: Value | null }
export type NewChange = {
  id: string
  field_id: FieldId
  of: string
  before: Said
  after: Said
  by: string
  by_id: PersonId | null
}
export const insertChange = (work: Work, c: NewChange) => work.sql.run`
  insert into fields.change (tenant_id, id, field_id, of_id, before, after, at, by, by_id)
  values (${work.tenant}, ${c.id}, ${c.field_id}, ${c.of}, ${json(c.before)}, ${json(c.after)}, ${work.now}, ${c.by}, ${c.by_id})`

const row = {
  id: uuid(), field_id: uuid<FieldId>(), before: jsonb<Said>(), after: jsonb<Said>(), at: instant, by: text, by_id: nullable(uuid<PersonId>()),
} // prettier-ignore
type Page = { of: string; field?: FieldId | undefined; before?: string | undefined; most: number }
export const changesOf = (work: Work, { of, field, before, most }: Page) => work.sql.many(row)`
  select id, field_id, before, after, at, by, by_id from fields.change
  where tenant_id = ${work.tenant} and of_id = ${of} ${field ? part`and field_id = ${field}` : part``} ${before ? part`and id < ${before}::uuid` : part``}
  order by id desc limit ${most}`
