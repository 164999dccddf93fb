// Those who may want a shift are told it is offered; those who bid, who got it.
import * as staff from '#staff'
import { asFrenchWrites } from '#base/contract'
import type { Work } from '#base/work'
import { peopleOfPlan } from '../plans/people.ts'
import { saySpan } from '../rules/say-span.ts'
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
  const { fr, en } = saySpan(open, plan.zone)
  await staff.tell(work, {
    to: people.map(({ id }) => id).filter((id) => id !== me),
    kind: 'scheduling.open_shift', fr: asFrenchWrites(`Une vacation est proposée le ${fr}. Proposez-vous si elle vous convient.`), en: `A shift is offered on ${en}. Bid for it if it suits you.`,
    path, key: `open shift ${open.id}`,
  }) // prettier-ignore
}

const ends = {
  filled: { fr: 'est prise par d’autres', en: 'went to others' },
  closed: { fr: 'n’est plus proposée, et ne vous a pas été donnée', en: 'is no longer offered, and was not given to you' },
  withdrawn: { fr: 'n’est plus proposée', en: 'is no longer offered' },
} as const

/** Those who wait in vain; who got a shift hears of it by its publication. */
export async function tellOfEnd(
  work: Work,
  open: OpenShiftRow,
  { zone, as }: { zone: string; as: keyof typeof ends },
): Promise<void> {
  const waiting = (await bidsFor(work, [open.id])).filter(({ withdrawn, shift_id }) => !withdrawn && shift_id === null)
  if (waiting.length === 0) return
  const { fr, en } = saySpan(open, zone)
  await staff.tell(work, {
    to: waiting.map(({ person_id }) => person_id),
    kind: 'scheduling.open_shift', fr: asFrenchWrites(`La vacation du ${fr} ${ends[as].fr}.`), en: `The shift of ${en} ${ends[as].en}.`,
    path, key: `open shift ${open.id} ${as}`,
  }) // prettier-ignore
}
