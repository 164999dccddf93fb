// Who answers for a request, as its customer sees them: a name and a face, whether they are here, who stands in, and when one can be reached.
import * as brands from '#brands'
import * as calendars from '#calendars'
import * as customers from '#customers'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { EntryPointId } from '#brands/contract'
import type { Calendar } from '#calendars/contract'
import type { CustomerId } from '#customers/contract'

export type Face = { id: PersonId; name: string; title: string; photo: boolean; here: boolean }
export type Hours = { open: boolean; changes_at: Temporal.Instant | null; zone: string } // null: never, as far as one can see
export type Contact = {
  person: Face
  away_until: Temporal.Instant | null
  stands_in: Face | null
  hours: Hours | null
  zone: string
}

type Of = { owner_id: PersonId; entry_point_id: string; customer_id: CustomerId | null }

export async function contactOf(work: Work, { owner_id, entry_point_id, customer_id }: Of): Promise<Contact> {
  const [{ person, stands_in: substitute, away_until }, door] = await Promise.all([
    customers.whoAnswers(work, { customer: customer_id, owner: owner_id }),
    brands.entryPoint(work, entry_point_id as EntryPointId), // a foreign key says so
  ])
  const people = [person, ...(substitute ? [substitute] : [])]
  const [known, here, hours] = await Promise.all([
    staff.find(work, people),
    staff.hereNow(work, people),
    door?.calendar_id ? calendars.calendar(work, door.calendar_id) : undefined,
  ])
  const face = (id: PersonId): Face => {
    const found = known.get(id)
    return {
      id,
      name: found?.name ?? '',
      title: found?.title ?? '',
      photo: Boolean(found?.photo),
      here: here.has(id) && !found?.absent_until,
    }
  }
  return {
    person: face(person),
    away_until,
    stands_in: substitute && face(substitute),
    hours: hours ? hoursOf(hours, work.now) : null,
    zone: hours?.zone ?? door?.zone ?? 'Europe/Paris',
  }
}

function hoursOf(calendar: Calendar, now: Temporal.Instant): Hours {
  const open = calendars.isOpen(calendar, now)
  const change = open ? calendars.nextClosing(calendar, now) : calendars.nextOpening(calendar, now)
  return { open, changes_at: 'at' in change ? change.at : null, zone: calendar.zone }
}

/** The first name alone: "Sofia s'en occupe". A single name, or one that is not a person's, is taken whole. */
export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name
