import { instant, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { AbsenceId, PersonId } from '../contract.ts'

const away = { id: uuid<AbsenceId>(), person: uuid<PersonId>(), starts_at: instant, ends_at: instant }
export type AwayRow = Awaited<ReturnType<typeof approvedBetween>>[number]
export const approvedBetween = (work: Work, span: { starts_at: Temporal.Instant; ends_at: Temporal.Instant }) => work.sql.many(
  away,
)`
  select id, person_id as person, starts_at, ends_at from staff.absence
  where tenant_id = ${work.tenant} and approved_at is not null and cancelled_at is null and starts_at < ${span.ends_at} and ends_at > ${span.starts_at}
  order by starts_at, id limit 1000`
