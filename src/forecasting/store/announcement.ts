import type { PersonId } from '#base/contract'
import { decimal, instant, integer, json, jsonb, nullable, part, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { AnnouncementId, AnnouncementKind, Stream } from '../contract.ts'

const row = {
  id: uuid<AnnouncementId>(), name: text, kind: word<AnnouncementKind>(), from_at: instant, to_at: instant, streams: jsonb<Stream[]>(), percent: nullable(decimal), note: text,
  by: nullable(uuid<PersonId>()), at: instant, version: integer,
} // prettier-ignore
export type AnnouncementRow = NonNullable<Awaited<ReturnType<typeof holdAnnouncement>>>
const columns = part`id, name, kind, from_at, to_at, streams, percent, note, by, at, version`

type Page = { cursor: string | undefined; most: number; from: string | undefined; to: string | undefined }
export const listAnnouncements = (work: Work, page: Page) => work.sql.many(row)`
  select ${columns} from forecasting.announcement
  where tenant_id = ${work.tenant} and withdrawn_at is null ${page.cursor ? part`and id < ${page.cursor}` : part``}
    ${page.from ? part`and to_at > ${page.from}` : part``} ${page.to ? part`and from_at < ${page.to}` : part``}
  order by id desc limit ${page.most}`

export const countAnnouncements = (work: Work) => work.sql.one({ n: integer })`
  select count(*) as n from forecasting.announcement where tenant_id = ${work.tenant} and withdrawn_at is null`

export const holdAnnouncement = (work: Work, id: AnnouncementId) => work.sql.maybeOne(row)`
  select ${columns} from forecasting.announcement where tenant_id = ${work.tenant} and id = ${id} and withdrawn_at is null for update`

export const insertAnnouncement = (work: Work, a: Omit<AnnouncementRow, 'at' | 'version'>) => work.sql.run`
  insert into forecasting.announcement (tenant_id, id, name, kind, from_at, to_at, streams, percent, note, by, at)
  values (${work.tenant}, ${a.id}, ${a.name}, ${a.kind}, ${a.from_at}, ${a.to_at}, ${json(a.streams)}, ${a.percent}, ${a.note}, ${a.by}, ${work.now})`

export const updateAnnouncement = (work: Work, a: AnnouncementRow) => work.sql.run`
  update forecasting.announcement set name = ${a.name}, kind = ${a.kind}, from_at = ${a.from_at}, to_at = ${a.to_at}, streams = ${json(a.streams)}, percent = ${a.percent},
    note = ${a.note}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${a.id}`

export const recordAnnouncementWithdrawn = (work: Work, id: AnnouncementId, by: PersonId | null) => work.sql.run`
  update forecasting.announcement set withdrawn_at = ${work.now}, withdrawn_by = ${by} where tenant_id = ${work.tenant} and id = ${id}`
