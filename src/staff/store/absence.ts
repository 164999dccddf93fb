import pg from 'pg'
import { boolean, instant, integer, nullable, part, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { AbsenceId, AbsenceReason, AbsenceState, PersonId } from '../contract.ts'
import type { Leaving } from './person.ts'

const absence = {
  id: uuid<AbsenceId>(), person_id: uuid<PersonId>(), person_name: text, starts_at: instant, ends_at: instant, reason: word<AbsenceReason>(),
  deputy_id: nullable(uuid<PersonId>()), state: word<AbsenceState>(), sudden: boolean, cancelled: boolean, asked_by: text, answered_at: nullable(instant),
  answered_by: nullable(text), because: nullable(text), version: integer,
} // prettier-ignore
export type AbsenceRow = NonNullable<Awaited<ReturnType<typeof findAbsence>>>

const stateOf = part`case when a.declined_at is not null then 'declined' when a.approved_at is not null then 'approved' else 'asked' end`
const rows = (work: Work) => part`
  select a.id, a.person_id, p.name as person_name, a.starts_at, a.ends_at, a.reason, a.deputy_id, ${stateOf} as state, a.sudden,
    a.cancelled_at is not null as cancelled, a.asked_by, coalesce(a.approved_at, a.declined_at) as answered_at,
    coalesce(a.approved_by, a.declined_by) as answered_by, a.because, a.version
  from staff.absence a join staff.person p on p.tenant_id = a.tenant_id and p.id = a.person_id
  where a.tenant_id = ${work.tenant}`

export const findAnyAbsence = (work: Work, id: AbsenceId) => work.sql.maybeOne(absence)`${rows(work)} and a.id = ${id}`
export const findAbsence = (work: Work, id: AbsenceId) => work.sql.maybeOne(absence)`
  ${rows(work)} and a.id = ${id} and a.cancelled_at is null`

type Page = {
  cursor?: string | undefined
  most: number
  person?: PersonId | undefined
  from: Temporal.Instant
  state?: AbsenceState | undefined
}
const inState = { asked: part`and a.approved_at is null and a.declined_at is null`, approved: part`and a.approved_at is not null`, declined: part`and a.declined_at is not null` } // prettier-ignore
export const listAbsences = (work: Work, page: Page) => work.sql.many(absence)`
  ${rows(work)} and a.cancelled_at is null and a.ends_at > ${page.from} ${page.person ? part`and a.person_id = ${page.person}` : part``}
    ${page.state ? inState[page.state] : part`and a.declined_at is null`}
    ${
      page.cursor
        ? part`and (a.starts_at, a.id) > (
        select last.starts_at, last.id from staff.absence last where last.tenant_id = ${work.tenant} and last.id = ${page.cursor})`
        : part``
    }
  order by a.starts_at, a.id limit ${page.most}`

type Span = { starts_at: Temporal.Instant; ends_at: Temporal.Instant }
export type AbsenceFields = Span & { id: AbsenceId; person_id: PersonId; reason: AbsenceReason; deputy_id: PersonId | null }
// `approved`: whoever writes it down may approve it, or nobody is asked.
type NewRow = AbsenceFields & { sudden: boolean; approved: boolean; by: string }
export const insertAbsence = (work: Work, a: NewRow) => work.sql.run`
  insert into staff.absence (tenant_id, id, person_id, starts_at, ends_at, reason, deputy_id, noted_at, sudden, asked_by, approved_at, approved_by)
  values (${work.tenant}, ${a.id}, ${a.person_id}, ${a.starts_at}, ${a.ends_at}, ${a.reason}, ${a.deputy_id}, ${work.now}, ${a.sudden}, ${a.by},
    ${a.approved ? work.now : null}, ${a.approved ? a.by : null})`

export const overlapping = (work: Work, person: PersonId, { starts_at, ends_at }: Span) => work.sql.many(absence)`
  ${rows(work)} and a.person_id = ${person} and a.cancelled_at is null and a.declined_at is null
    and a.starts_at < ${ends_at} and a.ends_at > ${starts_at}
  order by a.starts_at limit 10`

export const updateAbsence = (work: Work, a: Omit<AbsenceFields, 'person_id'> & { version: number }) => work.sql.run`
  update staff.absence set starts_at = ${a.starts_at}, ends_at = ${a.ends_at}, reason = ${a.reason}, deputy_id = ${a.deputy_id}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${a.id} and version = ${a.version} and cancelled_at is null and declined_at is null`

type Answer = { id: AbsenceId; version: number; by: string }
const unanswered = part`and approved_at is null and declined_at is null and cancelled_at is null`
export const approve = (work: Work, { id, version, by }: Answer) => work.sql.run`
  update staff.absence set approved_at = ${work.now}, approved_by = ${by}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id} and version = ${version} ${unanswered}`

export const decline = (work: Work, { id, version, by, because }: Answer & { because: string }) => work.sql.run`
  update staff.absence set declined_at = ${work.now}, declined_by = ${by}, because = ${because}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id} and version = ${version} ${unanswered}`

// What has begun was so: it ends now. What has not begun never will.
export const endOrCancel = (work: Work, id: AbsenceId) => work.sql.run`
  update staff.absence set
    ends_at = case when approved_at is not null and starts_at < ${work.now} then ${work.now} else ends_at end,
    cancelled_at = case when approved_at is not null and starts_at < ${work.now} then null else ${work.now}::timestamptz end, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id} and cancelled_at is null and declined_at is null and ends_at > ${work.now}`

export const endOrCancelAll = (work: Work, person: PersonId) => work.sql.run`
  update staff.absence set
    ends_at = case when approved_at is not null and starts_at < ${work.now} then ${work.now} else ends_at end,
    cancelled_at = case when approved_at is not null and starts_at < ${work.now} then null else ${work.now}::timestamptz end, version = version + 1
  where tenant_id = ${work.tenant} and person_id = ${person} and cancelled_at is null and declined_at is null and ends_at > ${work.now}`

export const replaceAbsenceDeputy = (work: Work, { person, successor }: Leaving, ids: readonly string[] | null) => work.sql.run`
  update staff.absence set deputy_id = nullif(${successor}::uuid, person_id), version = version + 1
  where tenant_id = ${work.tenant} and deputy_id = ${person} and cancelled_at is null and declined_at is null and ends_at > ${work.now}
    and (${ids}::uuid[] is null or id = any(${ids}::uuid[]))`

export const isOverlap = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.constraint === 'one_absence_at_a_time'
