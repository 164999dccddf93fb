import { boolean, instant, integer, nullable, part, text, uuid, uuids, word, type Part } from '#base/sql'
import type { Work } from '#base/work'
import type { Language, PersonId, PresenceState, TeamId } from '../contract.ts'

// The absence under way at an instant, beside a person called p: approved, or a part of the week in which they do not work.
export const absentAt = (work: Work, at: Temporal.Instant): Part => part`
  left join lateral (
    select s.id, s.deputy_id from staff.away_spans(${work.tenant}, p.id, ${at}) s order by s.weekly, s.ends_at desc limit 1) a on true`
const awayUntil = (work: Work, at: Temporal.Instant): Part =>
  part`case when a.id is not null then staff.away_until(${work.tenant}, p.id, ${at}) end`

const facts = {
  id: uuid<PersonId>(), name: text, title: text, email: text, language: word<Language>(), photo: nullable(uuid()),
  active: boolean, absent_until: nullable(instant), deputy: nullable(uuid<PersonId>()),
} // prettier-ignore

export const findFacts = (work: Work, ids: readonly PersonId[]) => work.sql.many(facts)`
  select p.id, p.name, p.title, p.email, p.language, p.photo_file_id as photo, p.left_at is null as active,
    ${awayUntil(work, work.now)} as absent_until, coalesce(a.deputy_id, p.deputy_id) as deputy
  from staff.person p ${absentAt(work, work.now)}
  where p.tenant_id = ${work.tenant} and p.id = any(${ids}::uuid[])`

export const countActive = (work: Work, ids: readonly PersonId[]) => work.sql.one({ count: integer })`
  select count(*) as count from staff.person
  where tenant_id = ${work.tenant} and id = any(${ids}::uuid[]) and left_at is null`

export type PersonRow = {
  id: PersonId
  name: string
  title: string
  email: string
  language: Language
  photo: string | null
  deputy_id: PersonId | null
  joined_at: Temporal.Instant
  left_at: Temporal.Instant | null
  absent_until: Temporal.Instant | null
  presence: PresenceState
  present_since: Temporal.Instant | null
  last_seen_at: Temporal.Instant | null
  teams: TeamId[]
  version: number
}
const person = {
  id: uuid<PersonId>(), name: text, title: text, email: text, language: word<Language>(), photo: nullable(uuid()),
  deputy_id: nullable(uuid<PersonId>()), joined_at: instant, left_at: nullable(instant), absent_until: nullable(instant),
  presence: word<PresenceState>(), present_since: nullable(instant), last_seen_at: nullable(instant), teams: uuids<TeamId>(), version: integer,
} // prettier-ignore

const cards = (work: Work): Part => part`
  select p.id, p.name, p.title, p.email, p.language, p.photo_file_id as photo, p.deputy_id, p.joined_at, p.left_at,
    ${awayUntil(work, work.now)} as absent_until, coalesce(here.state, 'offline') as presence, here.since as present_since, here.last_seen_at,
    array(select m.team_id from staff.membership m where m.tenant_id = ${work.tenant} and m.person_id = p.id and m.left_at is null
      order by m.joined_at, m.team_id) as teams,
    p.version
  from staff.person p ${absentAt(work, work.now)}
  left join staff.presence here on here.tenant_id = ${work.tenant} and here.person_id = p.id`

export const findPerson = (work: Work, id: PersonId) => work.sql.maybeOne(person)`
  ${cards(work)} where p.tenant_id = ${work.tenant} and p.id = ${id}`

export const holdActive = (work: Work, id: PersonId) => work.sql.maybeOne({ id: uuid<PersonId>() })`
  select id from staff.person where tenant_id = ${work.tenant} and id = ${id} and left_at is null for share`

// In the order of ids, so that two who leave to each other wait instead of embracing.
export const lockActive = (work: Work, ids: readonly PersonId[]) => work.sql.many({ id: uuid<PersonId>() })`
  select id from staff.person where tenant_id = ${work.tenant} and id = any(${ids}::uuid[]) and left_at is null order by id for update`

// Names are sorted as people expect (É beside E), which no index of ours does; a centre's staff is small enough to sort.
export type Page = { cursor?: string | undefined; most: number; q?: string | undefined; team?: TeamId | undefined; gone: boolean }
export const listPeople = (work: Work, page: Page) => work.sql.many(person)`
  ${cards(work)}
  where p.tenant_id = ${work.tenant}
    ${page.gone ? part`` : part`and p.left_at is null`}
    ${page.q ? part`and (strpos(lower(p.name), lower(${page.q})) > 0 or strpos(lower(p.email), lower(${page.q})) > 0)` : part``}
    ${
      page.team
        ? part`and exists (select from staff.membership m
        where m.tenant_id = ${work.tenant} and m.person_id = p.id and m.team_id = ${page.team} and m.left_at is null)`
        : part``
    }
    ${
      page.cursor
        ? part`and (p.name collate "und-x-icu", p.id) > (
        select last.name collate "und-x-icu", last.id from staff.person last where last.tenant_id = ${work.tenant} and last.id = ${page.cursor})`
        : part``
    }
  order by p.name collate "und-x-icu", p.id
  limit ${page.most}`

export type NewRow = { id: PersonId; name: string; title: string; email: string; language: Language; deputy: PersonId | null }
export const insertPerson = (work: Work, p: NewRow) => work.sql.run`
  insert into staff.person (tenant_id, id, name, title, email, language, deputy_id, joined_at)
  values (${work.tenant}, ${p.id}, ${p.name}, ${p.title}, ${p.email}, ${p.language}, ${p.deputy}, ${work.now})`

export type Change = {
  id: PersonId
  version: number
  name: string
  title: string
  email: string
  language: Language
  photo: string | null
  deputy_id: PersonId | null
}
export const updatePerson = (work: Work, c: Change) => work.sql.run`
  update staff.person
  set name = ${c.name}, title = ${c.title}, email = ${c.email}, language = ${c.language}, photo_file_id = ${c.photo}, deputy_id = ${c.deputy_id}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${c.id} and version = ${c.version} and left_at is null`

export type Leaving = { person: PersonId; successor: PersonId }
export const letLeave = (work: Work, { person: id, successor }: Leaving) => work.sql.run`
  update staff.person set left_at = ${work.now}, successor_id = ${successor}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id} and left_at is null`

// The successor becomes the deputy wherever the one who leaves was, except his own.
export const replaceDeputy = (work: Work, { person: id, successor }: Leaving, of: readonly string[] | null) => work.sql.run`
  update staff.person set deputy_id = nullif(${successor}::uuid, staff.person.id), version = version + 1
  where tenant_id = ${work.tenant} and deputy_id = ${id} and left_at is null and (${of}::uuid[] is null or staff.person.id = any(${of}::uuid[]))`
