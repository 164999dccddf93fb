import { boolean, text, uuid, uuids } from '#base/sql'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { TeamId } from '../contract.ts'

export type TeamNamed = Awaited<ReturnType<typeof findTeamsNamed>>[number]
export const findTeamsNamed = (work: Work, ids: readonly TeamId[]) => work.sql.many({
  id: uuid<TeamId>(), name: text, open: boolean, manager: uuid<PersonId>(), members: uuids<PersonId>(),
})`
  select t.id, t.name, t.closed_at is null as open, t.manager_id as manager, array(
    select m.person_id from staff.membership m
    where m.tenant_id = ${work.tenant} and m.team_id = t.id and m.left_at is null order by m.person_id limit 300) as members
  from staff.team t where t.tenant_id = ${work.tenant} and t.id = any(${ids}::uuid[])` // prettier-ignore

export const teamsAround = (work: Work, person: PersonId) => work.sql.many({ id: uuid<TeamId>() })`
  select t.id from staff.team t
  where t.tenant_id = ${work.tenant} and t.closed_at is null and (t.manager_id = ${person} or exists (
    select from staff.membership m where m.tenant_id = ${work.tenant} and m.team_id = t.id and m.person_id = ${person} and m.left_at is null))
  order by t.id limit 300`
