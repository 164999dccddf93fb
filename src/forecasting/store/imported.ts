// Files of counts, and what each says.
import type { PersonId } from '#base/contract'
import { boolean, bytes, decimal, instant, integer, join, json, jsonb, nullable, part, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { Dates, Decimal, HistoryImport, HistoryImportId } from '../contract.ts'
import type { Quarter } from '../rules/counts.ts'
import { among } from './among.ts'

const row = {
  id: uuid<HistoryImportId>(), file_id: uuid(), name: text, size: integer, sha256: bytes, at: instant, by: nullable(uuid<PersonId>()), interval_min: integer, zone: text,
  missing: word<'gap' | 'zero'>(), dates: nullable(word<Dates>()), decimal: nullable(word<Decimal>()), lines: integer, intervals: integer, arrived: decimal, streams: jsonb<HistoryImport['streams']>(), replaced: jsonb<HistoryImport['replaced']>(),
  withdrawn_at: nullable(instant), under_way: boolean,
} // prettier-ignore
export type ImportRow = NonNullable<Awaited<ReturnType<typeof findImport>>>
const columns = part`id, file_id, name, size, sha256, at, by, interval_min, zone, missing, dates, decimal, lines, intervals, arrived, streams, replaced, withdrawn_at, under_way`

export const findImport = (work: Work, id: HistoryImportId) => work.sql.maybeOne(row)`
  select ${columns} from forecasting.import where tenant_id = ${work.tenant} and id = ${id}`

export const findSame = (work: Work, sha256: Buffer) => work.sql.maybeOne(row)`
  select ${columns} from forecasting.import where tenant_id = ${work.tenant} and sha256 = ${sha256}`

export const listImports = (work: Work, page: { cursor: string | undefined; most: number }) => work.sql.many(row)`
  select ${columns} from forecasting.import
  where tenant_id = ${work.tenant} and not under_way ${page.cursor ? part`and id < ${page.cursor}` : part``} order by id desc limit ${page.most}`

export type NewImportRow = Omit<ImportRow, 'withdrawn_at' | 'under_way' | 'at'>
/** Not in force before all of it is there. 0: somebody has brought the same this moment. */
export const insertImport = (work: Work, row: NewImportRow) => work.sql.run`
  insert into forecasting.import (tenant_id, ${columns})
  values (${work.tenant}, ${row.id}, ${row.file_id}, ${row.name}, ${row.size}, ${row.sha256}, ${work.now}, ${row.by}, ${row.interval_min}, ${row.zone}, ${row.missing}, ${row.dates}, ${row.decimal}, ${row.lines},
    ${row.intervals}, ${row.arrived}, ${json(row.streams)}, ${json(row.replaced)}, ${work.now}, true)
  on conflict (tenant_id, sha256) do nothing` // prettier-ignore

export type ImportedDay = { queue: string; channel: string; day: string; quarters: readonly Quarter[] }
export const putImported = async (work: Work, id: HistoryImportId, days: readonly ImportedDay[]): Promise<void> => {
  if (days.length === 0) return
  await work.sql.run`
  insert into forecasting.imported (tenant_id, queue, channel, day, import_id, quarters)
  values ${join(days.map(({ queue, channel, day, quarters }) => part`(${work.tenant}, ${queue}, ${channel}, ${day}::date, ${id}, ${json(quarters)})`), ', ')}
  on conflict do nothing` // prettier-ignore
}

/** All of it is kept. 0: it was before. */
export const recordWhole = (work: Work, id: HistoryImportId, replaced: HistoryImport['replaced']) => work.sql.run`
  update forecasting.import set under_way = false, withdrawn_at = null, replaced = ${json(replaced)} where tenant_id = ${work.tenant} and id = ${id} and under_way`

export const recordWithdrawn = (
  work: Work,
  id: HistoryImportId,
  by: { at: Temporal.Instant | null; person: PersonId | null },
) => work.sql.run`
  update forecasting.import set withdrawn_at = ${by.at}, withdrawn_by = ${by.at ? by.person : null} where tenant_id = ${work.tenant} and id = ${id}`

/** What files say of some days, those brought first first. */
export const importedBetween = (work: Work, { first, last }: { first: string; last: string }, keys: readonly string[] | null) => work.sql.many({
  import_id: uuid<HistoryImportId>(), queue: text, channel: text, day: text, quarters: jsonb<Quarter[]>(),
})`
  select d.import_id, d.queue, d.channel, d.day::text as day, d.quarters
  from forecasting.imported d join forecasting.import i on i.tenant_id = d.tenant_id and i.id = d.import_id
  where d.tenant_id = ${work.tenant} and d.day between ${first}::date and ${last}::date and i.withdrawn_at is null ${among(keys)}
  order by d.import_id, d.day` // prettier-ignore

/** Streams that files speak of, and the span of each. */
export const importedSpans = (work: Work) => work.sql.many({
  queue: text,
  channel: text,
  first: text,
  last: text,
  days: integer,
})`
  select d.queue, d.channel, min(d.day)::text as first, max(d.day)::text as last, count(distinct d.day) as days
  from forecasting.imported d join forecasting.import i on i.tenant_id = d.tenant_id and i.id = d.import_id
  where d.tenant_id = ${work.tenant} and i.withdrawn_at is null group by d.queue, d.channel`

/** Files of which nobody brought the rest. */
export const deleteLeft = (work: Work, before: Temporal.Instant) => work.sql.run`
  delete from forecasting.import where tenant_id = ${work.tenant} and under_way and at < ${before}`
