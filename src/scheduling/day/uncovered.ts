// Somebody who has published shifts will be away: nobody is there then. Those who lead them are told, and rooms above.
import * as staff from '#staff'
import { asFrenchWrites } from '#base/contract'
import type { Work } from '#base/work'
import type { PersonId } from '#base/contract'
import { shiftUncovered } from '../contract.ts'
import { inForceBetween } from '../store/in-force.ts'
import { settingsNow } from '../terms/settings.ts'

const MOST_SHIFTS = 500
type Absence = { absence: string; person: PersonId; starts_at: string; ends_at: string; sudden: boolean }

export async function hearAbsence(work: Work, { absence, person, starts_at, ends_at, sudden }: Absence): Promise<void> {
  const begins = Temporal.Instant.from(starts_at)
  const from = Temporal.Instant.compare(begins, work.now) < 0 ? work.now : begins
  const to = Temporal.Instant.from(ends_at)
  if (Temporal.Instant.compare(from, to) >= 0) return
  const shifts = await inForceBetween(work, { from, to, people: [person], most: MOST_SHIFTS })
  if (shifts.length === 0) return
  for (const shift of shifts)
    work.publish(shiftUncovered, {
      plan: shift.plan_id,
      shift: shift.shift_id,
      person,
      starts_at: shift.starts_at.toString(),
      ends_at: shift.ends_at.toString(),
      sudden,
    })
  const name = (await staff.find(work, [person])).get(person)?.name ?? ''
  const { zone } = await settingsNow(work)
  await staff.tell(work, {
    to: await staff.managersFor(work, person),
    kind: 'scheduling.uncovered',
    ...words({ name, count: shifts.length, first: shifts[0]!.starts_at, zone }),
    path: `/planning?plan=${shifts[0]!.plan_id}`,
    key: `absence ${absence} uncovered ${starts_at} ${ends_at}`,
    urgent: sudden,
  })
}

type Uncovered = { name: string; count: number; first: Temporal.Instant; zone: string }
function words({ name, count, first, zone }: Uncovered): { fr: string; en: string } {
  const shape = { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const
  const at = first.toZonedDateTimeISO(zone)
  return {
    fr: asFrenchWrites(
      `${name} sera absent·e : ${count > 1 ? `${count} vacations ne sont plus couvertes, la première` : 'une vacation n’est plus couverte,'} ${at.toLocaleString('fr-FR', shape)}.`,
    ),
    en: `${name} will be away: ${count > 1 ? `${count} shifts are no longer covered, the first` : 'one shift is no longer covered,'} ${at.toLocaleString('en-GB', shape)}.`,
  }
}
