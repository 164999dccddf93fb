// What every verb about a promise asks first: it is there, its case is this actor's, and it is what the caller believes it is.
import * as cases from '#cases'
import type { Permission } from '#access/contract'
import { stale } from '#base/refusal'
import { Refused, refuse, type Work } from '#base/work'
import { promiseOver, promiseUnknown, type PromiseId } from './contract.ts'
import { isOwed, stateOf } from './rules/state-of.ts'
import { findPromise, lockPromise, type PromiseRow } from './store/promise.ts'

// The case is held first, as by everybody who changes something of it: two who wait for each other cannot come about.
export async function holdPromise(work: Work, id: PromiseId, permission: Permission): Promise<{ promise: PromiseRow; of: Of }> {
  const seen = await findPromise(work, id)
  if (!seen) throw refuse(promiseUnknown, {})
  const of = await cases.holdCase(work, seen.case_id, permission).catch((error: unknown) => {
    throw error instanceof Refused && error.refusal.code === 'case.unknown' ? refuse(promiseUnknown, {}) : error
  })
  const promise = await lockPromise(work, id)
  if (!promise) throw refuse(promiseUnknown, {})
  return { promise, of }
}
export type Of = Awaited<ReturnType<typeof cases.holdCase>>

export function needOwed(promise: PromiseRow, given_version: number | undefined): void {
  const { version, due_at, what, owner_id } = promise
  if (!isOwed(promise)) throw refuse(promiseOver, { state: stateOf(promise) })
  if (given_version === undefined || given_version === version) return
  const current = { what, due_at: due_at.toString(), owner_id, state: stateOf(promise), version }
  throw refuse(stale, { current, given_version, current_version: version })
}
