import { integer, nullable, uuid } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { CalendarId } from '#calendars/contract'
import type { TeamId } from '#staff/contract'

const row = { team_id: uuid<TeamId>(), calendar_id: nullable(uuid<CalendarId>()), minutes: nullable(integer) }
export type DeskRow = { team_id: TeamId; calendar_id: CalendarId | null; minutes: number | null }

export const findDesk = (work: Work, team: TeamId) => work.sql.maybeOne(row)`
  select team_id, calendar_id, minutes from tasks.team_desk where tenant_id = ${work.tenant} and team_id = ${team}`

export const desksOf = (work: Work) => work.sql.many(row)`
  select team_id, calendar_id, minutes from tasks.team_desk where tenant_id = ${work.tenant} limit 1000`

export const putDesk = (work: Work, d: DeskRow) => work.sql.run`
  insert into tasks.team_desk (tenant_id, team_id, calendar_id, minutes, changed_at, changed_by)
  values (${work.tenant}, ${d.team_id}, ${d.calendar_id}, ${d.minutes}, ${work.now}, ${actorId(work.actor)})
  on conflict (tenant_id, team_id) do update set calendar_id = excluded.calendar_id, minutes = excluded.minutes, changed_at = excluded.changed_at,
    changed_by = excluded.changed_by`
