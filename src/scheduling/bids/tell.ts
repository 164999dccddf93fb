// Those who may want a shift are told it is offered; those who bid, who got it.
import * as staff from '#staff'
import { asFrenchWrites, type PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { peopleOfPlan } from '../plans/people.ts'
import { bidsFor, type OpenShiftRow } from '../store/open-shift.ts'
import type { PlanRow } from '../store/plan.ts'

const path = '/my-shifts'

export async function tellOfOffer(work: Work, plan: PlanRow, open: OpenShiftRow): Promise<void> {
  const people = (await peopleOfPlan(work, plan)).filter(
    ({ teams, skills }) =>
      (open.teams.length === 0 || teams.some((team) => open.teams.includes(team))) &&
      open.skills.every((skill) => (skills[skill] ?? 0) > 0),
  )
  const me = work.actor.kind === 'person' ? work.actor.id : null
  const { fr, en } = when(open, plan.zone)
  await staff.tell(work, {
    to: people.map(({ id }) => id).filter((id) => id !== me),
    kind: 'scheduling.open_shift', fr: asFrenchWrites(`Une vacation est proposée ${fr}. Proposez-vous si elle vous convient.`), en: `A shift is offered ${en}. Bid for it if it suits you.`,
    path, key: `open shift ${open.id}`,
  }) // prettier-ignore
}

export async function tellOfChoice(
  work: Work,
  open: OpenShiftRow,
  { zone, got, filled }: { zone: string; got: readonly PersonId[]; filled: boolean },
): Promise<void> {
  if (!filled) return // who gets one hears it by its publication
  const waiting = (await bidsFor(work, [open.id])).filter(
    ({ withdrawn, shift_id, person_id }) => !withdrawn && shift_id === null && !got.includes(person_id),
  )
  const { fr, en } = when(open, zone)
  await staff.tell(work, {
    to: waiting.map(({ person_id }) => person_id),
    kind: 'scheduling.open_shift', fr: asFrenchWrites(`La vacation proposée ${fr} est prise par d’autres.`), en: `The shift offered ${en} went to others.`,
    path, key: `open shift ${open.id} filled`,
  }) // prettier-ignore
}

function when({ starts_at, ends_at }: OpenShiftRow, zone: string): { fr: string; en: string } {
  const [from, to] = [starts_at.toZonedDateTimeISO(zone), ends_at.toZonedDateTimeISO(zone)]
  const time = (each: Temporal.ZonedDateTime): string => each.toLocaleString('en-GB', { hour: '2-digit', minute: '2-digit' })
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const
  return {
    fr: `${from.toLocaleString('fr-FR', day)} de ${time(from)} à ${time(to)}`,
    en: `${from.toLocaleString('en-GB', day)}, ${time(from)}–${time(to)}`,
  }
}
