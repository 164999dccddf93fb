import pg from 'pg'
import { instant, integer, nullable, part, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { AbsenceId, AbsenceReason, PersonId } from '../contract.ts'
import type { Leaving } from './person.ts'

export type AbsenceRow = {
  id: AbsenceId
  person_id: PersonId
  person_name: string
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  reason: AbsenceReason
  deputy_id: PersonId | null
  version: number
}
const absence = {
  id: uuid<AbsenceId>(), person_id: uuid<PersonId>(), person_name: text, starts_at: instant, ends_at: instant, reason: word<AbsenceReason>(),
  deputy_id: nullable(uuid<PersonId>()), version: integer,
} // prettier-ignore

const rows = (work: Work) => part`
  select a.id, a.person_id, p.name as person_name, a.starts_at, a.ends_at, a.reason, a.deputy_id, a.version
  from staff.absence a join staff.person p on p.tenant_id = a.tenant_id and p.id = a.person_id
  where a.tenant_id = ${work.tenant} and a.cancelled_at is null`

export const findAbsence = (work: Work, id: AbsenceId) => work.sql.maybeOne(absence)`${rows(work)} and a.id = ${id}`

type Page = { cursor?: string | undefined; most: number; person?: PersonId | undefined; from: Temporal.Instant }
export const listAbsences = (work: Work, page: Page) => work.sql.many(absence)`
  ${rows(work)} and a.ends_at > ${page.from} ${page.person ? part`and a.person_id = ${page.person}` : part``}
    ${
      page.cursor
        ? part`and (a.starts_at, a.id) > (
        select last.starts_at, last.id from staff.absence last where last.tenant_id = ${work.tenant} and last.id = ${page.cursor})`
        : part``
    }
  order by a.starts_at, a.id limit ${page.most}`

export type AbsenceFields = Omit<AbsenceRow, 'person_name' | 'version'>
export const insertAbsence = (work: Work, a: AbsenceFields) => work.sql.run`
  insert into staff.absence (tenant_id, id, person_id, starts_at, ends_at, reason, deputy_id, noted_at)
  values (${work.tenant}, ${a.id}, ${a.person_id}, ${a.starts_at}, ${a.ends_at}, ${a.reason}, ${a.deputy_id}, ${work.now})`

export const updateAbsence = (work: Work, a: Omit<AbsenceFields, 'person_id'> & { version: number }) => work.sql.run`
  update staff.absence set starts_at = ${a.starts_at}, ends_at = ${a.ends_at}, reason = ${a.reason}, deputy_id = ${a.deputy_id}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${a.id} and version = ${a.version} and cancelled_at is null`

export const cancelAbsence = (work: Work, id: AbsenceId) => work.sql.run`
  update staff.absence set cancelled_at = ${work.now}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id} and cancelled_at is null`

export const cancelAll = (work: Work, person: PersonId) => work.sql.run`
  update staff.absence set cancelled_at = ${work.now}, version = version + 1
  where tenant_id = ${work.tenant} and person_id = ${person} and cancelled_at is null and ends_at > ${work.now}`

export const replaceAbsenceDeputy = (work: Work, { person, successor }: Leaving) => work.sql.run`
  update staff.absence set deputy_id = nullif(${successor}::uuid, person_id), version = version + 1
  where tenant_id = ${work.tenant} and deputy_id = ${person} and cancelled_at is null and ends_at > ${work.now}`

export const isOverlap = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.constraint === 'one_absence_at_a_time'
