// In whose hours the time of a task runs: those of the team asked, where it has said so, else those of the door the case came by.
import * as brands from '#brands'
import * as calendars from '#calendars'
import type { Work } from '#base/work'
import type { EntryPointId } from '#brands/contract'
import type { Hours } from '#calendars/contract'
import type { TeamId } from '#staff/contract'
import { findDesk } from './store/team-desk.ts'

export type OwnHours = { hours: Hours | null; zone: string; calendar: string | null; usual_minutes: number | null } // hours null: around the clock

const DEFAULT_ZONE = 'Europe/Paris'

type Asking = { team: TeamId | null; entry_point: string }
export async function hoursFor(work: Work, { team, entry_point }: Asking): Promise<OwnHours> {
  const desk = team ? await findDesk(work, team) : undefined
  const own = desk?.calendar_id ? await calendars.calendar(work, desk.calendar_id) : undefined
  const usual_minutes = desk?.minutes ?? null
  return own
    ? { hours: own, zone: own.zone, calendar: own.name, usual_minutes }
    : { ...(await hoursOfDoor(work, entry_point)), usual_minutes }
}

async function hoursOfDoor(work: Work, entry_point: string): Promise<Omit<OwnHours, 'usual_minutes'>> {
  const door = await brands.entryPoint(work, entry_point as EntryPointId) // a case's foreign key says so
  const hours = door?.calendar_id ? await calendars.calendar(work, door.calendar_id) : undefined
  return { hours: hours ?? null, zone: door?.zone ?? DEFAULT_ZONE, calendar: hours?.name ?? null }
}
