// The one place where the accountable person changes: the old ownership ends at the instant the new one begins.
import * as staff from '#staff'
import { audit } from '#access'
import { newId } from '#base/id'
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import { handOverEnded, ownerChanged, ownerUnfit, type OwnerRule } from './contract.ts'
import { endOwnership, insertOwnership, recordOwner, type CaseRow } from './store/case.ts'
import { endHandOversOf } from './store/hand-over.ts'

type NewOwner = { person: PersonId; deputy?: PersonId | null; chosen_by: OwnerRule; by: string }

// The case must be locked by the caller.
export async function changeOwner(work: Work, found: CaseRow, next: NewOwner): Promise<{ version: number }> {
  if (!(await staff.active(work, next.person))) throw refuse(ownerUnfit, {})
  const ownership = newId<'ownership'>(work.now)
  const deputy = next.deputy ?? (await staff.deputyFor(work, next.person))
  await endOwnership(work, found.ownership_id)
  const [, { version }, overtaken] = await Promise.all([
    insertOwnership(work, {
      id: ownership,
      case_id: found.id,
      person: next.person,
      deputy,
      chosen_by: next.chosen_by,
      by: next.by,
    }),
    recordOwner(work, found.id, { ownership, person: next.person }),
    endHandOversOf(work, found.id, next.chosen_by === 'handed_over' ? 'accepted' : 'overtaken'),
    audit(work, 'case.owner_changed', {
      about: found.id,
      details: { from: found.owner_id, to: next.person, chosen_by: next.chosen_by },
    }),
  ])
  const about = { case_id: found.id }
  work.publish(ownerChanged, { ...about, from: found.owner_id, to: next.person, chosen_by: next.chosen_by }, about)
  for (const each of overtaken)
    work.publish(handOverEnded, { ...about, hand_over_id: each.id, from: each.from_id, to: each.to_id, as: each.ended_as }, about)
  return { version }
}
