// What keeps a case open: a room above says what it waits for and of whom, and says when that is over. No right is asked here; whoever asks
// has looked already.
import { actorId, refuse, type Work } from '#base/work'
import { caseBlocked, caseIsClosed, caseUnblocked, caseUnknown, type Blocker, type CaseId } from './contract.ts'
import { endBlocker, openBlockers, putBlocker } from './store/blocker.ts'
import { findCase, lockCase } from './store/case.ts'

export type Block = { case_id: CaseId; kind: string; id: string; what: string; waits_for: { name: string } }

/** Said again, it is renewed. Refused in a closed case: it would keep nothing open. */
export async function block(work: Work, given: Block): Promise<void> {
  const found = await lockCase(work, given.case_id)
  if (!found) throw refuse(caseUnknown, {})
  if (found.closed_at) throw refuse(caseIsClosed, {})
  const { case_id, kind, id } = given
  await putBlocker(work, {
    case_id, kind, id, what: given.what.slice(0, 500), waits_for: given.waits_for.name.slice(0, 300), by: actorId(work.actor),
  }) // prettier-ignore
  work.publish(caseBlocked, { case_id, kind, id, owner: found.owner_id }, { case_id })
}

/** Whether it kept a case open until now. */
export async function unblock(work: Work, { kind, id }: { kind: string; id: string }): Promise<boolean> {
  const ended = await endBlocker(work, kind, id)
  if (!ended) return false
  const { case_id } = ended
  const of = await findCase(work, case_id)
  if (of) work.publish(caseUnblocked, { case_id, kind, id, owner: of.owner_id }, { case_id })
  return true
}

/** What keeps these cases, or what is part of them, open; at most five hundred, the oldest first. */
export async function blockersOf(work: Work, cases: readonly CaseId[]): Promise<Blocker[]> {
  const found = cases.length === 0 ? [] : await openBlockers(work, cases)
  return found.map(({ waits_for, since, ...row }) => ({ ...row, waits_for: { name: waits_for }, since: since.toString() }))
}
