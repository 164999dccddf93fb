// A case closes when nothing keeps it open; over what does, only with a reason, by whoever answers for it or may assign it. What is part of
// it closes with it. The database looks as well, so that no other verb closes around this.
import { audit, can } from '#access'
import { newId } from '#base/id'
import { actorId, refuse, type Work } from '#base/work'
import { caseBlockedOpen, caseClosed, caseIncomplete, closingOverNotYours, type CaseId, type Closure } from './contract.ts'
import { endHandOvers } from './end-hand-overs.ts'
import { holdWhole, needVersion } from './need.ts'
import { openBlockers, type BlockerRow } from './store/blocker.ts'
import { findCase, type CaseRow } from './store/case.ts'
import { missingIn, recordClosure } from './store/closure.ts'
import { lockMerged } from './store/merge.ts'

type Wish = { id: CaseId; version?: number | undefined; because?: string | undefined }

export async function close(work: Work, { id, version, because }: Wish): Promise<{ id: CaseId; version: number }> {
  const found = await holdWhole(work, id, 'case.close')
  needVersion(found, version)
  if (found.closed_at) return { id, version: found.version } // asked twice, done once; the first keeps its name
  const why = because?.trim() || null
  const blockers = await openBlockers(work, [id])
  if (blockers.length > 0) mayCloseOver(work, found, { blockers, why })
  const closed = await closeOne(work, found, { blockers, why })
  for (const part of await lockMerged(work, id)) {
    const merged = await findCase(work, part.id)
    if (merged && !merged.closed_at) await closeOne(work, merged, { blockers, why })
  }
  return { id, version: closed.version }
}

type Over = { blockers: readonly BlockerRow[]; why: string | null }

function mayCloseOver(work: Work, found: CaseRow, { blockers, why }: Over): void {
  if (why === null) throw refuse(caseBlockedOpen, { blockers: blockers.map(shownBlocker) })
  const owns = work.actor.kind === 'person' && work.actor.id === found.owner_id
  if (!owns && !can(work.actor, 'case.assign', { brand: found.brand_id })) throw refuse(closingOverNotYours, {})
}

async function closeOne(work: Work, found: CaseRow, { blockers, why }: Over): Promise<{ version: number }> {
  const by = actorId(work.actor)
  const over = blockers.map(shownBlocker)
  const closed = await recordClosure(work, { id: newId(work.now), case_id: found.id, by, because: why, over }).catch(incomplete)
  await endHandOvers(work, found.id, { by: 'closed' })
  await audit(work, 'case.closed', {
    about: found.id,
    details: { owner: found.owner_id, ...(why ? { because: why, over: over.length } : {}) },
  })
  work.publish(caseClosed, { case_id: found.id, owner: found.owner_id, because: why }, { case_id: found.id })
  return closed
}

// What rooms above want of a case first is theirs to say, in the database, so that nobody closes around it.
function incomplete(error: unknown): never {
  const missing = missingIn(error)
  throw missing ? refuse(caseIncomplete, { missing }) : error
}

export const shownBlocker = ({ kind, id, what, waits_for }: BlockerRow): Closure['over'][number] => ({
  kind,
  id,
  what,
  waits_for: { name: waits_for },
})
