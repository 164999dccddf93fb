// Those who bid are told who got it; those who did not are asked no more.
import * as staff from '#staff'
import { asFrenchWrites } from '#base/contract'
import type { Work } from '#base/work'
import { unsayOffered } from '../offers/say.ts'
import { saySpan } from '../rules/say-span.ts'
import { bidsFor, type OpenShiftRow } from '../store/open-shift.ts'

const path = '/my-shifts'

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
  await unsayOffered(work, [open.id])
  const waiting = (await bidsFor(work, [open.id])).filter(({ withdrawn, shift_id }) => !withdrawn && shift_id === null)
  if (waiting.length === 0) return
  const { fr, en } = saySpan(open, zone)
  await staff.tell(work, {
    to: waiting.map(({ person_id }) => person_id),
    kind: 'scheduling.open_shift', fr: asFrenchWrites(`La vacation du ${fr} ${ends[as].fr}.`), en: `The shift of ${en} ${ends[as].en}.`,
    path, key: `open shift ${open.id} ${as}`,
  }) // prettier-ignore
}
