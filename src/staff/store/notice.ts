import { boolean, instant, integer, json, nullable, part, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { NoticeId, PersonId, Telling } from '../contract.ts'

const fields = {
  id: uuid<NoticeId>(), person_id: uuid<PersonId>(), kind: text, fr: text, en: text, path: text, case_id: nullable(uuid()), urgent: boolean,
  told_at: instant, seen_at: nullable(instant),
} // prettier-ignore
const columns = part`id, person_id, kind, fr, en, path, case_id, urgent, told_at, seen_at`

// Whoever left is told nothing any more, and nobody the same thing twice.
type New = { id: NoticeId; person: PersonId; fr: string; en: string; urgent: boolean }
export const insertNotices = (work: Work, n: Pick<Telling, 'kind' | 'path' | 'key' | 'case_id'>, rows: readonly New[]) =>
  work.sql.many({ id: uuid<NoticeId>(), person_id: uuid<PersonId>(), urgent: boolean })`
  insert into staff.notice (tenant_id, id, person_id, key, kind, fr, en, path, case_id, urgent, told_at)
  select ${work.tenant}, told.id, told.person, ${n.key}, ${n.kind}, told.fr, told.en, ${n.path}, ${n.case_id ?? null}, told.urgent, ${work.now}
  from jsonb_to_recordset(${json(rows)}::jsonb) as told (id uuid, person uuid, fr text, en text, urgent boolean)
  join staff.person p on p.tenant_id = ${work.tenant} and p.id = told.person and p.left_at is null
  on conflict (tenant_id, person_id, key) do nothing
  returning id, person_id, urgent`

export const findNotices = (work: Work, ids: readonly NoticeId[]) => work.sql.many(fields)`
  select ${columns} from staff.notice where tenant_id = ${work.tenant} and id = any(${ids}::uuid[]) order by told_at, id`

type Page = { unseen: boolean; before: { at: string; id: string } | undefined; most: number }
export const noticesOf = (work: Work, person: PersonId, { unseen, before, most }: Page) => work.sql.many(fields)`
  select ${columns} from staff.notice
  where tenant_id = ${work.tenant} and person_id = ${person}
    ${unseen ? part`and seen_at is null` : part``}
    ${before ? part`and (told_at, id) < (${before.at}::timestamptz, ${before.id}::uuid)` : part``}
  order by told_at desc, id desc limit ${most}`

export const countUnseen = (work: Work, person: PersonId) => work.sql.one({ unseen: integer, urgent: integer })`
  select count(*) as unseen, count(*) filter (where urgent) as urgent from staff.notice
  where tenant_id = ${work.tenant} and person_id = ${person} and seen_at is null`

export const markSeen = (work: Work, person: PersonId, { id, path }: { id?: NoticeId; path?: string | undefined }) =>
  work.sql.run`
  update staff.notice set seen_at = ${work.now}
  where tenant_id = ${work.tenant} and person_id = ${person} and seen_at is null
    ${id ? part`and id = ${id}` : part``} ${path ? part`and split_part(split_part(path, '?', 1), '#', 1) = ${path}` : part``}`

export const forgetNotices = (
  work: Work,
  { seen, told, most }: { seen: Temporal.Instant; told: Temporal.Instant; most: number },
) =>
  work.sql.run`
  delete from staff.notice where tenant_id = ${work.tenant} and id in (
    select id from staff.notice
    where tenant_id = ${work.tenant} and (told_at < ${told} or (told_at < ${seen} and seen_at < ${seen}))
    order by told_at limit ${most} for update skip locked)`

/** The same key again is the same row, unseen again. */
export const putNotices = (work: Work, n: Pick<Telling, 'kind' | 'path' | 'key'>, rows: readonly New[]) =>
  work.sql.many({ id: uuid<NoticeId>(), person_id: uuid<PersonId>(), urgent: boolean })`
  insert into staff.notice (tenant_id, id, person_id, key, kind, fr, en, path, urgent, told_at)
  select ${work.tenant}, told.id, told.person, ${n.key}, ${n.kind}, told.fr, told.en, ${n.path}, told.urgent, ${work.now}
  from jsonb_to_recordset(${json(rows)}::jsonb) as told (id uuid, person uuid, fr text, en text, urgent boolean)
  join staff.person p on p.tenant_id = ${work.tenant} and p.id = told.person and p.left_at is null
  order by told.person
  on conflict (tenant_id, person_id, key) do update
    set fr = excluded.fr, en = excluded.en, path = excluded.path, urgent = excluded.urgent, told_at = excluded.told_at, seen_at = null
  returning id, person_id, urgent`

const whose = { person_id: uuid<PersonId>() }
export const rewordNotices = (
  work: Work,
  key: string,
  rows: readonly { person: PersonId; fr: string; en: string }[],
) => work.sql.many(whose)`
  update staff.notice n set fr = said.fr, en = said.en
  from jsonb_to_recordset(${json(rows)}::jsonb) as said (person uuid, fr text, en text)
  where n.tenant_id = ${work.tenant} and n.person_id = said.person and n.key = ${key}
  returning n.person_id`

export const removeNotices = (work: Work, keys: readonly string[], people: readonly PersonId[]) => work.sql.many(whose)`
  delete from staff.notice
  where tenant_id = ${work.tenant} and person_id = any(${people}::uuid[]) and key = any(${keys}::text[])
  returning person_id`
