// A closed case comes back to the person who answered for it; if that person has left, to whoever the rules choose today.
import * as staff from '#staff'
import { audit } from '#access'
import { actorId, refuse, type Work } from '#base/work'
import type { PersonId } from '#base/contract'
import type { EntryPointId } from '#brands/contract'
import { changeOwner } from './change-owner.ts'
import { chooseOwner } from './choose-owner.ts'
import { caseReopened, caseUnknown, type CaseId } from './contract.ts'
import { holdWhole, lockMain, needVersion } from './need.ts'
import { findCase, type CaseRow } from './store/case.ts'
import { eraseClosure } from './store/closure.ts'
import { lockMerged, wereOpen } from './store/merge.ts'

export async function reopen(
  work: Work,
  { id, version }: { id: CaseId; version?: number | undefined },
): Promise<{ id: CaseId; version: number }> {
  const found = await holdWhole(work, id, 'case.reopen')
  needVersion(found, version)
  if (!found.closed_at) return { id, version: found.version }
  await audit(work, 'case.reopened', { about: id })
  const { version: next } = await bringBack(work, found)
  return { id, version: next }
}

type Back = { case: CaseId; owner: PersonId; reopened: boolean }

// What is said in a case that is part of another is said in that other one.
export async function reopenForArrival(work: Work, id: CaseId, asks: boolean): Promise<Back> {
  const found = await lockMain(work, id)
  if (!found) throw refuse(caseUnknown, {})
  if (!found.closed_at || !asks) return { case: found.id, owner: found.owner_id, reopened: false }
  const { owner } = await bringBack(work, found)
  return { case: found.id, owner, reopened: true }
}

// What we wrote did not reach the customer, so nothing was settled by it.
export async function reopenForFailure(work: Work, id: CaseId): Promise<void> {
  const found = await lockMain(work, id)
  if (found?.closed_at) await bringBack(work, found)
}

async function bringBack(work: Work, found: CaseRow): Promise<{ owner: PersonId; version: number }> {
  const owner = await fitOwner(work, found)
  const { version } = await openOne(work, found.id, owner)
  await lockMerged(work, found.id)
  for (const { id } of await wereOpen(work, found.id)) if ((await findCase(work, id))?.closed_at) await openOne(work, id, owner)
  return { owner, version }
}

async function openOne(work: Work, id: CaseId, owner: PersonId): Promise<{ version: number }> {
  const opened = await eraseClosure(work, id, actorId(work.actor))
  work.publish(caseReopened, { case_id: id, owner }, { case_id: id })
  return opened
}

async function fitOwner(work: Work, found: CaseRow): Promise<PersonId> {
  if (await staff.active(work, found.owner_id)) return found.owner_id
  const entry_point = found.entry_point_id as EntryPointId // a foreign key says so
  const chosen = await chooseOwner(work, { customer: found.customer_id, project: found.project_id, entry_point })
  await changeOwner(work, found, { ...chosen, by: actorId(work.actor) })
  return chosen.person
}
