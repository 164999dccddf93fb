// The part of every week in which somebody does not work. It counts like an absence, without one being written down every week.
import { allow } from '#access'
import { newId } from '#base/id'
import { actorId, refuse, type Work } from '#base/work'
import { partTimeChanged, partTimeOverlaps, type NewPartTime, type PartTime, type PersonId } from './contract.ts'
import { needActive, needDeputy } from './need.ts'
import { allowFor } from './permit.ts'
import { endPartTime, insertPartTime, isTwiceInADay, partTimeOf } from './store/part-time.ts'
import { ZONE } from './plan-absence.ts'

export async function getPartTime(work: Work, { person }: { person: PersonId }): Promise<PartTime> {
  allow(work, 'staff.read')
  return await shown(work, person)
}

// From a day on, today at the earliest: weeks that are over stay what they were.
export async function setPartTime(work: Work, { person, zone, from, deputy_id, free }: NewPartTime): Promise<PartTime> {
  await allowFor(work, person, 'absence.approve')
  await needActive(work, person)
  await needDeputy(work, person, deputy_id)
  const today = work.now.toZonedDateTimeISO(zone).toPlainDate()
  const wished = from ? Temporal.PlainDate.from(from) : today
  const first = Temporal.PlainDate.compare(wished, today) < 0 ? today : wished
  await endPartTime(work, person, first)
  const rows = free.map((each) => ({ ...each, id: newId<'part_time'>(work.now) }))
  await insertPartTime(work, { person, zone, from: first, deputy: deputy_id, by: actorId(work.actor) }, rows).catch(
    refusedByConstraint,
  )
  work.publish(partTimeChanged, { person })
  return await shown(work, person)
}

async function shown(work: Work, person: PersonId): Promise<PartTime> {
  const rows = await partTimeOf(work, person)
  const [first] = rows
  return {
    person,
    zone: first?.zone ?? ZONE,
    from: first?.from.toString() ?? null,
    deputy_id: first?.deputy_id ?? null,
    free: rows.map(({ weekday, starts_minute, ends_minute }) => ({ weekday, starts_minute, ends_minute })),
  }
}

function refusedByConstraint(error: unknown): never {
  throw isTwiceInADay(error) ? refuse(partTimeOverlaps, {}) : error
}
