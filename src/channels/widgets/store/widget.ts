import { instant, integer, json, jsonb, nullable, part, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { BrandId, EntryPointId } from '#brands/contract'
import type { WidgetId, WidgetSettings } from '../../contract.ts'

const row = {
  id: uuid<WidgetId>(), key: text, brand_id: uuid<BrandId>(), entry_point_id: uuid<EntryPointId>(), settings: jsonb<Partial<WidgetSettings>>(),
  paused_at: nullable(instant), made_at: instant, closed_at: nullable(instant), version: integer,
} // prettier-ignore
const columns = part`id, key, brand_id, entry_point_id, settings, paused_at, made_at, closed_at, version`
export type WidgetRow = NonNullable<Awaited<ReturnType<typeof findWidget>>>

export const findWidget = (work: Work, id: WidgetId) => work.sql.maybeOne(row)`
  select ${columns} from channels.widget where tenant_id = ${work.tenant} and id = ${id}`

export const findByKey = (work: Work, key: string) => work.sql.maybeOne(row)`
  select ${columns} from channels.widget where tenant_id = ${work.tenant} and key = ${key}`

export const findByEntryPoint = (work: Work, entryPoint: EntryPointId) => work.sql.maybeOne(row)`
  select ${columns} from channels.widget where tenant_id = ${work.tenant} and entry_point_id = ${entryPoint} order by closed_at desc nulls first limit 1`

type Page = { cursor?: string | undefined; most: number; brand?: string | undefined; brands: readonly string[] | null }
export const listWidgets = (work: Work, page: Page) => work.sql.many(row)`
  select ${columns} from channels.widget
  where tenant_id = ${work.tenant} and closed_at is null ${page.cursor ? part`and id > ${page.cursor}` : part``}
    ${page.brands ? part`and brand_id = any(${page.brands}::uuid[])` : part``} ${page.brand ? part`and brand_id = ${page.brand}` : part``}
  order by id limit ${page.most}`

type NewRow = { id: WidgetId; key: string; brand: BrandId; entry_point: EntryPointId; settings: WidgetSettings }
export const insertWidget = (work: Work, w: NewRow) => work.sql.run`
  insert into channels.widget (tenant_id, id, key, brand_id, entry_point_id, settings, made_at)
  values (${work.tenant}, ${w.id}, ${w.key}, ${w.brand}, ${w.entry_point}, ${json(w.settings)}, ${work.now})`

type Change = { id: WidgetId; version: number; settings: WidgetSettings; paused_at: Temporal.Instant | null }
export const updateWidget = (work: Work, w: Change) => work.sql.run`
  update channels.widget set settings = ${json(w.settings)}, paused_at = ${w.paused_at}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${w.id} and version = ${w.version} and closed_at is null`

export const closeWidget = (work: Work, id: WidgetId) => work.sql.run`
  update channels.widget set closed_at = ${work.now}, version = version + 1 where tenant_id = ${work.tenant} and id = ${id} and closed_at is null`
