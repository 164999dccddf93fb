// Who is here at an instant, and whom to turn to instead.
import { boolean, instant, nullable, part, uuid, uuids, type Part } from '#base/sql'
import type { Work } from '#base/work'
import type { PersonId, TeamId } from '../contract.ts'
import { absentAt } from './person.ts'

const substitutes = {
  id: uuid<PersonId>(), active: boolean, absent: boolean, absence_deputy: nullable(uuid<PersonId>()), away_until: nullable(instant),
  successor: nullable(uuid<PersonId>()), deputy: nullable(uuid<PersonId>()), managers: uuids<PersonId>(),
} // prettier-ignore
export type SubstitutesRow = Awaited<ReturnType<typeof findSubstitutes>>[number]

const rows = (work: Work, at: Temporal.Instant): Part => part`
  select p.id, p.left_at is null or p.left_at > ${at} as active, a.id is not null as absent, a.deputy_id as absence_deputy,
    case when a.id is not null then staff.away_until(${work.tenant}, p.id, ${at}) end as away_until, p.successor_id as successor, p.deputy_id as deputy,
    array(select t.manager_id from staff.membership m
      join staff.team t on t.tenant_id = m.tenant_id and t.id = m.team_id and t.closed_at is null
      where m.tenant_id = ${work.tenant} and m.person_id = p.id and m.left_at is null
      order by m.joined_at, t.id) as managers
  from staff.person p ${absentAt(work, at)}
  where p.tenant_id = ${work.tenant}`

export const findSubstitutes = (work: Work, ids: readonly PersonId[], at: Temporal.Instant) => work.sql.many(substitutes)`
  ${rows(work, at)} and p.id = any(${ids}::uuid[])`

// People, and whoever belongs to teams or manages them.
const MOST_OF_TEAMS = 1_000
type Around = { people: readonly PersonId[]; teams: readonly TeamId[] }
export const findSubstitutesAround = (work: Work, { people, teams }: Around, at: Temporal.Instant) => work.sql.many(substitutes)`
  ${rows(work, at)} and (p.id = any(${people}::uuid[])
    ${
      teams.length > 0
        ? part`or p.id in (
      select m.person_id from staff.membership m where m.tenant_id = ${work.tenant} and m.team_id = any(${teams}::uuid[]) and m.left_at is null
      union all
      select t.manager_id from staff.team t where t.tenant_id = ${work.tenant} and t.id = any(${teams}::uuid[]))`
        : part``
    }) limit ${MOST_OF_TEAMS}`
