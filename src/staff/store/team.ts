import { boolean, integer, part, text, uuid, uuids } from '#base/sql'
import type { Work } from '#base/work'
import type { PersonId, TeamId } from '../contract.ts'
import type { Leaving } from './person.ts'

const team = {
  id: uuid<TeamId>(),
  name: text,
  manager_id: uuid<PersonId>(),
  manager_name: text,
  members: integer,
  version: integer,
}

const rows = (work: Work) => part`
  select t.id, t.name, t.manager_id, p.name as manager_name,
    (select count(*) from staff.membership m where m.tenant_id = ${work.tenant} and m.team_id = t.id and m.left_at is null) as members, t.version
  from staff.team t join staff.person p on p.tenant_id = t.tenant_id and p.id = t.manager_id`

export const listTeams = (work: Work, page: { cursor?: string | undefined; most: number }) => work.sql.many(team)`
  ${rows(work)}
  where t.tenant_id = ${work.tenant} and t.closed_at is null
    ${
      page.cursor
        ? part`and (t.name collate "und-x-icu", t.id) > (
        select last.name collate "und-x-icu", last.id from staff.team last where last.tenant_id = ${work.tenant} and last.id = ${page.cursor})`
        : part``
    }
  order by t.name collate "und-x-icu", t.id
  limit ${page.most}`

export const findTeam = (work: Work, id: TeamId) => work.sql.maybeOne(team)`
  ${rows(work)} where t.tenant_id = ${work.tenant} and t.id = ${id} and t.closed_at is null`

export const holdOpen = (work: Work, ids: readonly TeamId[]) => work.sql.many({ id: uuid<TeamId>() })`
  select id from staff.team where tenant_id = ${work.tenant} and id = any(${ids}::uuid[]) and closed_at is null order by id for share`

export const insertTeam = (work: Work, t: { id: TeamId; name: string; manager: PersonId }) => work.sql.run`
  insert into staff.team (tenant_id, id, name, manager_id, made_at) values (${work.tenant}, ${t.id}, ${t.name}, ${t.manager}, ${work.now})`

export const updateTeam = (work: Work, t: { id: TeamId; version: number; name: string; manager: PersonId }) => work.sql.run`
  update staff.team set name = ${t.name}, manager_id = ${t.manager}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${t.id} and version = ${t.version} and closed_at is null`

export const closeTeam = (work: Work, id: TeamId) => work.sql.run`
  update staff.team set closed_at = ${work.now}, version = version + 1 where tenant_id = ${work.tenant} and id = ${id} and closed_at is null`

export const join = (work: Work, teams: readonly TeamId[], person: PersonId) => work.sql.run`
  insert into staff.membership (tenant_id, team_id, person_id, joined_at)
  select ${work.tenant}, team_id, ${person}, ${work.now} from unnest(${teams}::uuid[]) as team_id
  on conflict (tenant_id, team_id, person_id) where left_at is null do nothing`

export const leave = (work: Work, team_id: TeamId, person: PersonId) => work.sql.run`
  update staff.membership set left_at = ${work.now}
  where tenant_id = ${work.tenant} and team_id = ${team_id} and person_id = ${person} and left_at is null`

export const leaveAll = (work: Work, person: PersonId) => work.sql.run`
  update staff.membership set left_at = ${work.now} where tenant_id = ${work.tenant} and person_id = ${person} and left_at is null`

export const replaceManager = (work: Work, { person, successor }: Leaving, ids: readonly TeamId[] | null) =>
  work.sql.many({ id: uuid<TeamId>() })`
  update staff.team set manager_id = ${successor}, version = version + 1
  where tenant_id = ${work.tenant} and manager_id = ${person} and closed_at is null and (${ids}::uuid[] is null or id = any(${ids}::uuid[]))
  returning id`

export const managersOf = (work: Work, person: PersonId) => work.sql.many({ id: uuid<PersonId>() })`
  select distinct t.manager_id as id from staff.membership m join staff.team t on t.tenant_id = m.tenant_id and t.id = m.team_id
  where m.tenant_id = ${work.tenant} and m.person_id = ${person} and m.left_at is null and t.closed_at is null`

export const teamsOf = (work: Work, person: PersonId) => work.sql.many({ team_id: uuid<TeamId>() })`
  select team_id from staff.membership where tenant_id = ${work.tenant} and person_id = ${person} and left_at is null`

export const leaveTogether = (work: Work, id: TeamId) => work.sql.many({ person_id: uuid<PersonId>() })`
  update staff.membership set left_at = ${work.now} where tenant_id = ${work.tenant} and team_id = ${id} and left_at is null returning person_id`

export const membersOf = (work: Work, team: TeamId) => work.sql.many({ id: uuid<PersonId>() })`
  select person_id as id from staff.membership where tenant_id = ${work.tenant} and team_id = ${team} and left_at is null order by person_id limit 1000`

// A closed team shows nobody; its manager stays for what was asked of it before.
export const findTeamFacts = (work: Work, ids: readonly TeamId[]) => work.sql.many({
  id: uuid<TeamId>(),
  name: text,
  manager: uuid<PersonId>(),
  members: uuids<PersonId>(),
  open: boolean,
})`
  select t.id, t.name, t.manager_id as manager, array(
    select m.person_id from staff.membership m
    where m.tenant_id = ${work.tenant} and m.team_id = t.id and m.left_at is null and t.closed_at is null
    order by m.person_id limit 1000) as members, t.closed_at is null as open
  from staff.team t where t.tenant_id = ${work.tenant} and t.id = any(${ids}::uuid[])`
