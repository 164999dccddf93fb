import type { PersonId } from '#base/contract'
import { instant, nullable, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { AbsenceId } from '#staff/contract'

const row = {
  absence_id: uuid<AbsenceId>(),
  person_id: uuid<PersonId>(),
  since: instant,
  until: instant,
  read_at: nullable(instant),
}
export type HomecomingRow = NonNullable<Awaited<ReturnType<typeof findHomecoming>>>

export const insertHomecoming = (
  work: Work,
  h: { absence: AbsenceId; person: PersonId; since: Temporal.Instant; until: Temporal.Instant },
) => work.sql.run`
  insert into cover.homecoming (tenant_id, absence_id, person_id, since, until)
  values (${work.tenant}, ${h.absence}, ${h.person}, ${h.since}, ${h.until}) on conflict do nothing`

export const findHomecoming = (work: Work, absence: AbsenceId) => work.sql.maybeOne(row)`
  select absence_id, person_id, since, until, read_at from cover.homecoming where tenant_id = ${work.tenant} and absence_id = ${absence}`

export const unreadOf = (work: Work, person: PersonId) => work.sql.many(row)`
  select absence_id, person_id, since, until, read_at from cover.homecoming
  where tenant_id = ${work.tenant} and person_id = ${person} and read_at is null order by until desc limit 20`

export const recordRead = (work: Work, absence: AbsenceId) => work.sql.run`
  update cover.homecoming set read_at = ${work.now} where tenant_id = ${work.tenant} and absence_id = ${absence} and read_at is null`
