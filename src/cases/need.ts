// What nearly every verb asks first: the case is there, is this actor's to touch, and is what the caller believes it is.
import { allow, can } from '#access'
import type { Permission } from '#access/contract'
import { stale } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { caseUnknown, type CaseId } from './contract.ts'
import { findCase, lockCase, type CaseRow } from './store/case.ts'

export async function needCase(work: Work, id: CaseId, permission: Permission): Promise<CaseRow> {
  return visible(work, await findCase(work, id), permission)
}

export async function holdCase(work: Work, id: CaseId, permission: Permission): Promise<CaseRow> {
  return visible(work, await lockCase(work, id), permission)
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
  const { version, subject, reason_id, customer_id, owner_id, closed_at } = found
  const current = { subject, reason_id, customer_id, owner_id, closed_at: closed_at?.toString() ?? null, version }
  throw refuse(stale, { current, given_version: given, current_version: version })
}
