// The hours in which an answer may be expected: those of the door a case came by, or of the main one.
import * as brands from '#brands'
import * as calendars from '#calendars'
import type { Work } from '#base/work'
import type { EntryPointId } from '#brands/contract'
import type { Hours } from '#calendars/contract'

const DEFAULT_ZONE = 'Europe/Paris'

export async function hoursOf(work: Work, entry_point: string | null): Promise<{ zone: string; hours: Hours | null }> {
  const door = entry_point ? await brands.entryPoint(work, entry_point as EntryPointId) : await brands.mainEntryPoint(work) // a case's foreign key says so
  const hours = door?.calendar_id ? await calendars.calendar(work, door.calendar_id) : undefined
  return { zone: door?.zone ?? DEFAULT_ZONE, hours: hours ?? null }
}
