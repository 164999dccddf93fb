// In which hours a team answers, and how long it usually takes: what an OLA is when nobody says otherwise.
import * as calendars from '#calendars'
import * as staff from '#staff'
import { allow } from '#access'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { CalendarId } from '#calendars/contract'
import type { TeamId } from '#staff/contract'
import type { TeamDesk } from './contract.ts'
import { desksOf, findDesk, putDesk, type DeskRow } from './store/team-desk.ts'

export async function listTeamDesks(work: Work): Promise<{ items: TeamDesk[] }> {
  const rows = await desksOf(work)
  return { items: (await show(work, rows)).toSorted((a, b) => a.team.name.localeCompare(b.team.name)) }
}

type Wish = { team: TeamId; calendar: string | null; minutes: number | null }
export async function setTeamDesk(work: Work, { team, calendar, minutes }: Wish): Promise<TeamDesk> {
  allow(work, 'task.manage', { team })
  if (!(await staff.teamsNamed(work, [team])).get(team)?.open) throw refuse(notFound, {})
  const calendar_id = calendar as CalendarId | null // looked for in the next line
  if (calendar_id && !(await calendars.isKept(work, calendar_id))) throw refuse(notFound, {})
  await putDesk(work, { team_id: team, calendar_id, minutes })
  return (await show(work, [(await findDesk(work, team))!]))[0]!
}

async function show(work: Work, rows: readonly DeskRow[]): Promise<TeamDesk[]> {
  const teams = await staff.teamsNamed(work, rows.map(({ team_id }) => team_id)) // prettier-ignore
  const known = await Promise.all(
    [...new Set(rows.flatMap(({ calendar_id }) => calendar_id ?? []))].map((id) => calendars.calendar(work, id)),
  )
  const named = (id: CalendarId): string => known.find((calendar) => calendar?.id === id)?.name ?? ''
  return rows.map(({ team_id, calendar_id, minutes }) => ({
    team: { id: team_id, name: teams.get(team_id)?.name ?? '' },
    calendar: calendar_id ? { id: calendar_id, name: named(calendar_id) } : null,
    minutes,
  }))
}
