// Somebody of ours promises a customer something. Whoever answers for the case answers for the promise.
import * as cases from '#cases'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { Due, Promised } from './contract.ts'
import { resolveDue } from './due.ts'
import { record } from './record.ts'
import { showOne } from './show.ts'

export type NewPromise = { case: CaseId; what: string; due: Due; channel?: string | undefined }

export async function promise(work: Work, given: NewPromise): Promise<Promised> {
  const of = await cases.holdMain(work, given.case, 'case.reply')
  const due = await resolveDue(work, of.entry_point_id, given.due)
  const channel = given.channel ?? (await cases.facts(work, [of.id])).get(of.id)?.channel ?? 'email'
  return await showOne(work, await record(work, of, { ...due, what: given.what, channel, follows: null }))
}
