// The working time a policy counts in for a case: the hours of its door, of a calendar of its own, or day and night.
import * as brands from '#brands'
import * as calendars from '#calendars'
import { once } from '#base/once'
import type { Work } from '#base/work'
import type { EntryPointId } from '#brands/contract'
import type { CalendarId, Hours } from '#calendars/contract'
import type { WorkingTime } from './rules/run.ts'
import type { PolicyRow } from './store/policy.ts'

export type CaseHours = { zone: string; hours: Hours | null; time: WorkingTime } // hours null: day and night

const DEFAULT_ZONE = 'Europe/Paris'
const OFFICE = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens_minute: 9 * 60, closes_minute: 18 * 60 }))

/** Of a door without opening hours: Monday to Friday, 9 to 18, where it stands. */
export const officeHours = (zone: string): Hours => ({
  zone,
  weekly: OFFICE,
  exceptions: [],
  holidays: zone === DEFAULT_ZONE ? 'FR' : null,
  good_friday: false,
})

export type Hourly = Pick<PolicyRow, 'hours' | 'calendar_id'>
export async function hoursOf(work: Work, policy: Hourly | null, entry_point: string): Promise<CaseHours> {
  const door = await once(work, `entry point ${entry_point}`, () => brands.entryPoint(work, entry_point as EntryPointId)) // a case's foreign key says so
  const zone = door?.zone ?? DEFAULT_ZONE
  if (policy?.hours === 'always') return { zone, hours: null, time: dayAndNight }
  const own = policy?.hours === 'calendar' ? policy.calendar_id : door?.calendar_id
  const hours = own ? await calendarOf(work, own) : undefined
  return hours
    ? of(zone, hours)
    : of(zone, await once(work, `office hours ${zone}`, async () => await Promise.resolve(officeHours(zone))))
}

const calendarOf = (work: Work, id: CalendarId) => once(work, `calendar ${id}`, () => calendars.calendar(work, id))

const DAY = 86_400_000
const dayAndNight: WorkingTime = { between: (from, until) => until - from, after: (from, milliseconds) => from + milliseconds }

function of(zone: string, hours: Hours): CaseHours {
  const instant = (at: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at)
  return {
    zone,
    hours,
    time: {
      between: (from, until) =>
        until <= from ? 0 : calendars.workingTimeBetween(hours, instant(from), instant(until)).total('milliseconds'),
      after: (from, milliseconds) => {
        const found = calendars.addWorkingTime(
          hours,
          instant(from),
          Temporal.Duration.from({ milliseconds: Math.round(milliseconds) }),
        )
        return 'at' in found && found.at.epochMilliseconds - from < 5 * 366 * DAY ? found.at.epochMilliseconds : null
      },
    },
  }
}
