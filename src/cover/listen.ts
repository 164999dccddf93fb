// What we do when somebody's absence is decided, changed, or called off.
import * as staff from '#staff'
import { hear, reader } from '#base/journal'
import type { Work } from '#base/work'
import { absenceCancelled, absencePlanned, type AbsenceId } from '#staff/contract'
import { comeBack, watchFor } from './homecoming/return.ts'
import { applyChoices } from './plan/apply.ts'

async function planned(
  work: Work,
  { absence, person, ends_at }: { absence: AbsenceId; person: Parameters<typeof applyChoices>[2]; ends_at: string },
): Promise<void> {
  await watchFor(work, absence, ends_at)
  await applyChoices(work, absence, person) // approved without us: what was chosen counts all the same
}

async function calledOff(work: Work, { absence }: { absence: AbsenceId }): Promise<void> {
  const found = await staff.absence(work, absence)
  if (found) await comeBack(work, found)
}

export const readers = [reader('cover.absences', [hear(absencePlanned, planned), hear(absenceCancelled, calledOff)])]
