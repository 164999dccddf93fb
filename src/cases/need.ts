// What nearly every verb asks first: the case is there, is this actor's to touch, and is what the caller believes it is.
import { allow, can } from '#access'
import type { Permission } from '#access/contract'
import { stale } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { caseIsMerged, caseUnknown, type CaseId } from './contract.ts'
import { findCase, lockCase, type CaseRow } from './store/case.ts'

export async function needCase(work: Work, id: CaseId, permission: Permission): Promise<CaseRow> {
  return visible(work, await findCase(work, id), permission)
}

export async function holdCase(work: Work, id: CaseId, permission: Permission): Promise<CaseRow> {
  return visible(work, await lockCase(work, id), permission)
}

/** The case, or the main one it is part of: what is said in either is said there. */
export async function holdMain(work: Work, id: CaseId, permission: Permission): Promise<CaseRow> {
  const main = await lockMain(work, id)
  return visible(work, main, permission)
}

/** The case itself, when it stands by itself; of one that is part of another, the main one answers. */
export async function holdWhole(work: Work, id: CaseId, permission: Permission): Promise<CaseRow> {
  const found = await holdCase(work, id, permission)
  if (!found.main_id) return found
  const main = await findCase(work, found.main_id)
  throw refuse(caseIsMerged, { main: { id: found.main_id, number: main?.number ?? 0 } })
}

// A merge may be made or undone while one waits for the lock: then it is asked once more. (The main one is always locked before its parts.)
const MOST_TURNS = 5
export async function lockMain(work: Work, id: CaseId): Promise<CaseRow | undefined> {
  let at = id
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const found = await lockCase(work, at)
    if (!found?.main_id) return found
    at = found.main_id
  }
  return undefined
}

// A case of a brand that is not yours answers exactly as one that does not exist.
function visible(work: Work, found: CaseRow | undefined, permission: Permission): CaseRow {
  if (!found || !can(work.actor, 'case.read', { brand: found.brand_id })) throw refuse(caseUnknown, {})
  allow(work, permission, { brand: found.brand_id })
  return found
}

// A stale edit gets both values back; nothing is overwritten in silence.
export function needVersion(found: CaseRow, given: number | undefined): void {
  if (given === undefined || given === found.version) return
  const { version, subject, reason_id, customer_id, owner_id, closed_at, priority } = found
  const current = { subject, reason_id, customer_id, owner_id, priority, closed_at: closed_at?.toString() ?? null, version }
  throw refuse(stale, { current, given_version: given, current_version: version })
}
