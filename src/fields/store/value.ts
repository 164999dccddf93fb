import type { PersonId } from '#base/contract'
import { date, decimal, instant, integer, boolean, nullable, part, text, uuid, uuids, word } from '#base/sql'
import type { Work } from '#base/work'
import type { FieldId, FieldKind, FieldSubject, OptionId } from '../contract.ts'

const row = {
  id: uuid(), field_id: uuid<FieldId>(), subject: word<FieldSubject>(), kind: word<FieldKind>(), of_id: uuid(), words: nullable(text), number: nullable(decimal),
  cents: nullable(integer), currency: nullable(text), date: nullable(date), option_id: nullable(uuid<OptionId>()), chosen: uuids<OptionId>(), yes: nullable(boolean),
  person_id: nullable(uuid<PersonId>()), set_at: instant, set_by_id: nullable(uuid<PersonId>()), emptied_at: nullable(instant), remind_at: nullable(instant),
  reminded_for: nullable(date), reminded_at: nullable(instant), version: integer,
} // prettier-ignore
export type ValueRow = Awaited<ReturnType<typeof valuesOf>>[number]
const columns = part`v.id, v.field_id, v.subject, v.kind, v.of_id, v.words, v.number, v.cents, v.currency, v.date, v.option_id,
  case when v.chosen is null then '{}' else array(
    select c.option_id from fields.chosen c where c.tenant_id = v.tenant_id and c.field_id = v.field_id and c.of_id = v.of_id order by c.option_id) end as chosen,
  v.yes, v.person_id, v.set_at, v.set_by_id, v.emptied_at, v.remind_at, v.reminded_for, v.reminded_at, v.version`

export const valuesOf = (work: Work, of: string) => work.sql.many(row)`
  select ${columns} from fields.value v where v.tenant_id = ${work.tenant} and v.of_id = ${of} limit 1000`
export const valuesOfMany = (work: Work, of: readonly string[], fields: readonly FieldId[]) => work.sql.many(row)`
  select ${columns} from fields.value v
  where v.tenant_id = ${work.tenant} and v.of_id = any(${of}::uuid[]) and v.field_id = any(${fields}::uuid[]) and v.emptied_at is null`

// Whoever would change a value queues here: the hand that fills it in, and the clock of its date.
export const lockValue = (work: Work, field: FieldId, of: string) => work.sql.maybeOne(row)`
  select ${columns} from fields.value v where v.tenant_id = ${work.tenant} and v.field_id = ${field} and v.of_id = ${of} for no key update of v`

export type Written = {
  id: string
  field_id: FieldId
  subject: FieldSubject
  kind: FieldKind
  of: string
  words: string | null
  number: number | null
  cents: number | null
  currency: string | null
  date: string | null
  option_id: OptionId | null
  chosen: number | null
  yes: boolean | null
  person_id: PersonId | null
  by: string
  by_id: PersonId | null
  empty: boolean
}
// The second of two who fill in an empty field at the same time writes nothing here, and is told.
export const insertValue = (work: Work, v: Written) => work.sql.run`
  insert into fields.value (tenant_id, id, field_id, subject, kind, case_id, customer_id, company_id, project_id, words, number, cents, currency, date,
    option_id, chosen, yes, person_id, set_at, set_by, set_by_id)
  values (${work.tenant}, ${v.id}, ${v.field_id}, ${v.subject}, ${v.kind}, ${v.subject === 'case' ? v.of : null}, ${v.subject === 'customer' ? v.of : null},
    ${v.subject === 'company' ? v.of : null}, ${v.subject === 'project' ? v.of : null}, ${v.words}, ${v.number}, ${v.cents}, ${v.currency}, ${v.date}::date,
    ${v.option_id}, ${v.chosen}, ${v.yes}, ${v.person_id}, ${work.now}, ${v.by}, ${v.by_id})
  on conflict (tenant_id, field_id, of_id) do nothing`
export const updateValue = (work: Work, v: Written) => work.sql.run`
  update fields.value set words = ${v.words}, number = ${v.number}, cents = ${v.cents}, currency = ${v.currency}, date = ${v.date}::date,
    option_id = ${v.option_id}, chosen = ${v.chosen}, yes = ${v.yes}, person_id = ${v.person_id}, set_at = ${work.now}, set_by = ${v.by}, set_by_id = ${v.by_id},
    emptied_at = case when ${v.empty} then ${work.now}::timestamptz end, remind_at = null, version = version + 1
  where tenant_id = ${work.tenant} and field_id = ${v.field_id} and of_id = ${v.of}`

export const replaceChosen = async (
  work: Work,
  v: Pick<Written, 'field_id' | 'of'>,
  chosen: readonly OptionId[],
): Promise<void> => {
  await work.sql.run`
    delete from fields.chosen where tenant_id = ${work.tenant} and field_id = ${v.field_id} and of_id = ${v.of} and not (option_id = any(${chosen}::uuid[]))`
  await work.sql.run`
    insert into fields.chosen (tenant_id, field_id, of_id, option_id)
    select ${work.tenant}, ${v.field_id}, ${v.of}, o from unnest(${chosen}::uuid[]) as o on conflict do nothing`
}
