// What is found by a value. A field's own index leads; nothing is read that is not of that field.
import { boolean, integer, part, text, uuid, type Part } from '#base/sql'
import type { Work } from '#base/work'
import type { FieldId, FieldKind } from '../contract.ts'
import type { Asked, Test } from '../rules/read-condition.ts'

const MOST_READ = 50_000 // values of one field that are looked through for some words

function says(asked: Asked): Part {
  switch (asked.ask) {
    case 'filled':
      return part`v.emptied_at is null`
    case 'words':
      return part`v.words is not null and lower(left(v.words, 200)) = ${asked.is}`
    case 'contains':
      return part`v.words is not null and strpos(lower(v.words), ${asked.words}) > 0`
    case 'number':
      return part`v.number is not null ${from(part`v.number >= ${asked.from}::numeric`, asked.from)} ${from(part`v.number <= ${asked.until}::numeric`, asked.until)}`
    case 'money':
      return part`v.cents is not null and v.currency = ${asked.currency} ${from(part`v.cents >= ${asked.from}::bigint`, asked.from)} ${from(part`v.cents <= ${asked.until}::bigint`, asked.until)}`
    case 'date':
      return part`v.date is not null ${from(part`v.date >= ${asked.from}::date`, asked.from)} ${from(part`v.date <= ${asked.until}::date`, asked.until)}`
    case 'option':
      return part`v.option_id is not null and v.option_id = any(${asked.is}::uuid[])`
    case 'chosen':
      return part`exists (
        select from fields.chosen c
        where c.tenant_id = v.tenant_id and c.field_id = v.field_id and c.of_id = v.of_id and c.option_id = any(${asked.is}::uuid[]))`
    case 'yes':
      return part`v.yes is not null and v.yes = ${asked.is}`
    case 'person':
      return part`v.person_id is not null and v.person_id = ${asked.is}`
  }
}
const from = (condition: Part, side: unknown): Part => (side === null ? part`` : part`and ${condition}`)

const found = { of_id: uuid() }
/** The things that have such a value, the latest made first (ids are made in time). */
export const findBy = (work: Work, { field, asked }: Test, page: { before?: string | undefined; most: number }) =>
  asked.ask === 'chosen'
    ? work.sql.many(found)`
      select distinct c.of_id from fields.chosen c
      where c.tenant_id = ${work.tenant} and c.field_id = ${field} and c.option_id = any(${asked.is}::uuid[])
        ${page.before ? part`and c.of_id < ${page.before}::uuid` : part``}
      order by c.of_id desc limit ${page.most}`
    : work.sql.many(found)`
      select v.of_id from (
        select * from fields.value v where v.tenant_id = ${work.tenant} and v.field_id = ${field} and v.emptied_at is null
          ${asked.ask === 'contains' ? part`order by v.of_id desc limit ${MOST_READ}` : part``}) v
      where ${says(asked)} ${page.before ? part`and v.of_id < ${page.before}::uuid` : part``}
      order by v.of_id desc limit ${page.most}`

/** Are there at most so many? Counted no further. */
export const countBy = (work: Work, { field, asked }: Test, most: number) => work.sql.one({ n: integer })`
  select count(*) as n from (
    select from fields.value v where v.tenant_id = ${work.tenant} and v.field_id = ${field} and v.emptied_at is null and ${says(asked)} limit ${most}) found`

/** Of these things, those of which every test holds. */
export const keepThose = async (work: Work, ids: readonly string[], tests: readonly Test[]): Promise<string[]> => {
  if (ids.length === 0 || tests.length === 0) return [...ids]
  const all = tests.map(
    ({ field, asked, not }) => part`and ${not ? part`not exists` : part`exists`} (
    select from fields.value v
    where v.tenant_id = ${work.tenant} and v.field_id = ${field} and v.of_id = t.id and v.emptied_at is null and ${says(asked)})`,
  )
  const rows = await work.sql.many({ id: uuid() })`
    select t.id from unnest(${ids}::uuid[]) with ordinality as t (id, place) where true ${all.reduce((a, b) => part`${a} ${b}`, part``)} order by t.place`
  return rows.map(({ id }) => id)
}

type Walk = {
  field: FieldId
  kind: FieldKind
  down: boolean
  within: readonly Test[] // of this very field: where the walk begins and ends
  after: { key: string; id: string } | null
  most: number
}
/** Along the values of a field, in their order. */
export const alongValues = (work: Work, { field, kind, down, within, after, most }: Walk) => {
  const key = keyOf(kind)
  const order = down ? part`desc` : part`asc`
  const bounds = within.reduce((all, { asked }) => part`${all} and ${says(asked)}`, part``)
  const beyond = after
    ? part`and (${key.column}, v.of_id) ${down ? part`<` : part`>`} (${after.key}::${key.type}, ${after.id}::uuid)`
    : part``
  return work.sql.many({ of_id: uuid(), key: text })`
    select v.of_id, (${key.column})::text as key from fields.value v
    where v.tenant_id = ${work.tenant} and v.field_id = ${field} and ${key.there} ${bounds} ${beyond}
    order by ${key.column} ${order}, v.of_id ${order} limit ${most}`
}

function keyOf(kind: FieldKind): { column: Part; type: Part; there: Part } {
  if (kind === 'number') return { column: part`v.number`, type: part`numeric`, there: part`v.number is not null` }
  if (kind === 'money') return { column: part`v.cents`, type: part`bigint`, there: part`v.cents is not null` }
  if (kind === 'date') return { column: part`v.date`, type: part`date`, there: part`v.date is not null` }
  return { column: part`lower(left(v.words, 200))`, type: part`text`, there: part`v.words is not null` }
}

export const isFilled = (work: Work, field: FieldId) => work.sql.one({ filled: boolean })`
  select exists (select from fields.value v where v.tenant_id = ${work.tenant} and v.field_id = ${field} and v.emptied_at is null) as filled`
