import { instant, integer, json, jsonb, nullable, part, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { BrandId, EntryPointId } from '#brands/contract'
import type { Definition, FormId } from '../../contract/form.ts'

const row = {
  id: uuid<FormId>(), brand_id: uuid<BrandId>(), entry_point_id: uuid<EntryPointId>(), key: text, name: text, draft: jsonb<Definition>(), version: integer,
  closed_at: nullable(instant), number: nullable(integer), live: nullable(jsonb<Definition>()), published_at: nullable(instant), published_by: nullable(text),
} // prettier-ignore
export type FormRow = { [Name in keyof typeof row]: ReturnType<(typeof row)[Name]['read']> }
const columns = part`f.id, f.brand_id, f.entry_point_id, f.key, f.name, f.draft, f.version, f.closed_at, v.number, v.definition as live, v.published_at, v.published_by`
const published = part`left join channels.form_version v on v.tenant_id = f.tenant_id and v.form_id = f.id and v.number = f.published`

export const findForm = (work: Work, id: FormId) => work.sql.maybeOne(row)`
  select ${columns} from channels.form f ${published} where f.tenant_id = ${work.tenant} and f.id = ${id}`

export const findByKey = (work: Work, key: string) => work.sql.maybeOne(row)`
  select ${columns} from channels.form f ${published} where f.tenant_id = ${work.tenant} and f.key = ${key}`

type Page = { cursor: string | null; most: number; brand: string | null; brands: readonly string[] | null }
export const listForms = (work: Work, page: Page) => work.sql.many(row)`
  select ${columns} from channels.form f ${published}
  where f.tenant_id = ${work.tenant} ${page.cursor ? part`and f.id < ${page.cursor}` : part``}
    ${page.brand ? part`and f.brand_id = ${page.brand}` : part``} ${page.brands ? part`and f.brand_id = any(${page.brands}::uuid[])` : part``}
  order by f.id desc limit ${page.most}`

type NewForm = { id: FormId; brand: string; entry_point: string; key: string; name: string; draft: Definition }
export const insertForm = (work: Work, f: NewForm) => work.sql.run`
  insert into channels.form (tenant_id, id, brand_id, entry_point_id, key, name, draft, made_at)
  values (${work.tenant}, ${f.id}, ${f.brand}, ${f.entry_point}, ${f.key}, ${f.name}, ${json(f.draft)}, ${work.now})`

export const updateDraft = (work: Work, f: { id: FormId; version: number; name: string; draft: Definition }) => work.sql.run`
  update channels.form set name = ${f.name}, draft = ${json(f.draft)}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${f.id} and version = ${f.version}`

export const insertVersion = (work: Work, v: { form: FormId; number: number; definition: Definition; by: string }) => work.sql
  .run`
  insert into channels.form_version (tenant_id, form_id, number, definition, published_at, published_by)
  values (${work.tenant}, ${v.form}, ${v.number}, ${json(v.definition)}, ${work.now}, ${v.by})`

export const updatePublished = (work: Work, f: { id: FormId; version: number; number: number }) => work.sql.run`
  update channels.form set published = ${f.number}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${f.id} and version = ${f.version}`

export const updateClosed = (work: Work, f: { id: FormId; version: number; closed_at: Temporal.Instant | null }) => work.sql.run`
  update channels.form set closed_at = ${f.closed_at}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${f.id} and version = ${f.version}`

export const lockForm = (work: Work, id: FormId) => work.sql.maybeOne({ id: uuid<FormId>() })`
  select id from channels.form where tenant_id = ${work.tenant} and id = ${id} for update`

export const findVersion = (work: Work, form: FormId, number: number) => work.sql.maybeOne({ definition: jsonb<Definition>() })`
  select definition from channels.form_version where tenant_id = ${work.tenant} and form_id = ${form} and number = ${number}`
