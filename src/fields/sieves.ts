// What lets some cases through and not others, beyond what the list of cases itself can ask.
import * as cases from '#cases'
import * as clocks from '#clocks'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { ViewFilter } from './contract.ts'
import type { Test } from './rules/read-condition.ts'
import { keepThose } from './store/found.ts'

export type Sieve = (work: Work, ids: readonly CaseId[]) => Promise<CaseId[]>

export function sievesOf({ clock, waits_for }: ViewFilter, tests: readonly Test[]): Sieve[] {
  return [
    ...(tests.length > 0 ? [byFields(tests)] : []),
    ...(clock ? [byClock(clock)] : []),
    ...(waits_for ? [byWaiting(waits_for)] : []),
  ]
}

export async function throughAll(work: Work, sieves: readonly Sieve[], ids: readonly CaseId[]): Promise<CaseId[]> {
  let left = [...ids]
  for (const sieve of sieves) left = left.length === 0 ? left : await sieve(work, left)
  return left
}

const byFields =
  (tests: readonly Test[]): Sieve =>
  async (work, ids) =>
    (await keepThose(work, ids, tests)) as CaseId[] // of those given

const SOON_HOURS = 4

function byClock(clock: 'late' | 'soon'): Sieve {
  return async (work, ids) => {
    const due = await clocks.dueOf(work, ids)
    const until = clock === 'late' ? work.now : work.now.add({ hours: SOON_HOURS })
    const from = clock === 'late' ? null : work.now
    return ids.filter((id) => {
      const at = due.get(id)?.due_at
      return at ? Temporal.Instant.compare(at, until) <= 0 && (!from || Temporal.Instant.compare(at, from) > 0) : false
    })
  }
}

function byWaiting(kind: string): Sieve {
  return async (work, ids) => {
    const waiting = new Set(
      (await cases.blockersOf(work, ids)).filter((each) => each.kind === kind).map(({ case_id }) => case_id),
    )
    return ids.filter((id) => waiting.has(id))
  }
}
