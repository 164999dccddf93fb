import type { PersonId } from '#base/contract'
import { instant, integer, nullable, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { AbsenceId } from '#staff/contract'

export type ChoiceKind = 'case' | 'contact'
const row = {
  id: uuid(), absence_id: uuid<AbsenceId>(), kind: word<ChoiceKind>(), about_id: uuid(), person_id: uuid<PersonId>(), starts_at: instant, ends_at: instant,
  applied_at: nullable(instant), before_id: nullable(uuid<PersonId>()),
} // prettier-ignore
export type ChoiceRow = Awaited<ReturnType<typeof choicesOf>>[number]

export const choicesOf = (work: Work, absence: AbsenceId) => work.sql.many(row)`
  select id, absence_id, kind, about_id, person_id, starts_at, ends_at, applied_at, before_id from cover.choice
  where tenant_id = ${work.tenant} and absence_id = ${absence} and ended_at is null order by chosen_at, id limit 5000`

type New = {
  id: string
  absence: AbsenceId
  kind: ChoiceKind
  about: string
  person: PersonId
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  by: string
}
export const insertChoice = (work: Work, c: New) => work.sql.run`
  insert into cover.choice (tenant_id, id, absence_id, kind, about_id, person_id, starts_at, ends_at, chosen_at, chosen_by)
  values (${work.tenant}, ${c.id}, ${c.absence}, ${c.kind}, ${c.about}, ${c.person}, ${c.starts_at}, ${c.ends_at}, ${work.now}, ${c.by})`

export const endChoice = (work: Work, id: string) => work.sql.run`
  update cover.choice set ended_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id} and ended_at is null`

export const recordApplied = (work: Work, id: string, before: PersonId | null) => work.sql.run`
  update cover.choice set applied_at = ${work.now}, before_id = ${before} where tenant_id = ${work.tenant} and id = ${id} and applied_at is null`

export const chosenFor = (work: Work, person: PersonId) => work.sql.many({ absence_id: uuid<AbsenceId>(), n: integer })`
  select absence_id, count(*) as n from cover.choice
  where tenant_id = ${work.tenant} and person_id = ${person} and kind = 'case' and applied_at is not null and ended_at is null group by absence_id`
