// The one place where the accountable person changes: the old ownership ends at the instant the new one begins, and what is part of the
// case goes along.
import * as staff from '#staff'
import { audit } from '#access'
import { newId } from '#base/id'
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import { ownerChanged, ownerUnfit, type CaseId, type Overtaking, type OwnerRule } from './contract.ts'
import { endHandOvers } from './end-hand-overs.ts'
import { findCase, type CaseRow } from './store/case.ts'
import { lockMerged } from './store/merge.ts'
import { endOwnership, insertOwnership, recordOwner } from './store/ownership.ts'

export type NewOwner = {
  person: PersonId
  deputy?: PersonId | null | undefined
  deputy_is_named?: boolean | undefined
  chosen_by: OwnerRule
  by: string
  accepts?: string // the hand-over by which it happens
}

// The case must be locked by the caller.
export async function changeOwner(work: Work, found: CaseRow, next: NewOwner): Promise<{ version: number }> {
  if (!(await staff.active(work, next.person))) throw refuse(ownerUnfit, {})
  const deputy = next.deputy ?? (await staff.deputyFor(work, next.person))
  const changed = await pass(work, found, { ...next, deputy })
  for (const { id } of await lockMerged(work, found.id)) {
    const part = await findCase(work, id)
    if (part && part.owner_id !== next.person) await pass(work, part, { ...next, deputy })
  }
  return changed
}

async function pass(work: Work, found: CaseRow, next: NewOwner & { deputy: PersonId | null }): Promise<{ version: number }> {
  const ownership = newId<'ownership'>(work.now)
  const { person, deputy, chosen_by, by, deputy_is_named = false } = next
  const before = await endOwnership(work, { case_id: found.id, id: found.ownership_id })
  const [, { version }] = await Promise.all([
    insertOwnership(work, {
      id: ownership, case_id: found.id, person, deputy, deputy_is_named, chosen_by, by, place: before.place + 1, since: before.until,
    }), // prettier-ignore
    recordOwner(work, found.id, { ownership, person }),
    endHandOvers(work, found.id, { accepted: next.accepts, by: overtakenBy(chosen_by) }),
    audit(work, 'case.owner_changed', { about: found.id, details: { from: found.owner_id, to: person, chosen_by } }),
  ])
  const about = { case_id: found.id as CaseId }
  work.publish(ownerChanged, { ...about, from: found.owner_id, to: person, chosen_by }, about)
  return { version }
}

function overtakenBy(rule: OwnerRule): Overtaking {
  if (rule === 'claimed' || rule === 'routed') return 'taken'
  if (rule === 'successor') return 'giver_left'
  if (rule === 'handed_over') return 'handed_over'
  return rule === 'merged' || rule === 'unmerged' ? 'merged' : 'assigned'
}
