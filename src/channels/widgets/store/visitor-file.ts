import { integer, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { WidgetId } from '../../contract.ts'

const row = { id: uuid(), name: text, type: text, size: integer, file_id: uuid() }
export type VisitorFileRow = Awaited<ReturnType<typeof findVisitorFiles>>[number]

type NewFile = { id: string; widget: WidgetId; visit: Buffer; name: string; type: string; size: number; file: string }
export const insertVisitorFile = (work: Work, f: NewFile) => work.sql.run`
  insert into channels.visitor_file (tenant_id, id, widget_id, visit, name, type, size, file_id, kept_at)
  values (${work.tenant}, ${f.id}, ${f.widget}, ${f.visit}, ${f.name}, ${f.type}, ${f.size}, ${f.file}, ${work.now})`

export const findVisitorFile = (work: Work, f: { widget: WidgetId; visit: Buffer; id: string }) => work.sql.maybeOne(row)`
  select id, name, type, size, file_id from channels.visitor_file
  where tenant_id = ${work.tenant} and id = ${f.id} and visit = ${f.visit} and widget_id = ${f.widget}`

export const findVisitorFiles = (work: Work, f: { widget: WidgetId; visit: Buffer; ids: readonly string[] }) => work.sql.many(
  row,
)`
  select id, name, type, size, file_id from channels.visitor_file
  where tenant_id = ${work.tenant} and visit = ${f.visit} and widget_id = ${f.widget} and id = any(${f.ids}::uuid[])`

export const markSaid = (work: Work, ids: readonly string[]) => work.sql.run`
  update channels.visitor_file set said_at = coalesce(said_at, ${work.now}) where tenant_id = ${work.tenant} and id = any(${ids}::uuid[])`

export const countOfVisit = (work: Work, f: { widget: WidgetId; visit: Buffer }) => work.sql.one({ count: integer })`
  select count(*) as count from channels.visitor_file where tenant_id = ${work.tenant} and visit = ${f.visit} and widget_id = ${f.widget}`

export const deleteUnsaid = (work: Work, before: Temporal.Instant, most: number) => work.sql.many({
  id: uuid(),
  file_id: uuid(),
})`
  delete from channels.visitor_file where (tenant_id, id) in (
    select tenant_id, id from channels.visitor_file
    where tenant_id = ${work.tenant} and said_at is null and kept_at < ${before} order by kept_at limit ${most} for update skip locked)
  returning id, file_id`
