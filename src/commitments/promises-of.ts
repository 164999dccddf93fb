// For rooms above that show a customer what was promised: of cases they may show, the latest first, at most two hundred.
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { PromiseState } from './contract.ts'
import { stateOf } from './rules/state-of.ts'
import { promisesOfCases, type PromiseRow } from './store/promise.ts'

export type PromiseFacts = PromiseRow & { state: PromiseState }
const MOST = 200

export async function promisesOf(work: Work, cases: readonly CaseId[]): Promise<PromiseFacts[]> {
  const rows = cases.length === 0 ? [] : await promisesOfCases(work, cases, MOST)
  return rows.map((row) => ({ ...row, state: stateOf(row) }))
}
