// When a value is rare, the cases that have it are few: they are named, and the list of cases shows none but these.
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { Test } from './rules/read-condition.ts'
import { throughAll, type Sieve } from './sieves.ts'
import { countBy, findBy } from './store/found.ts'

const FEW = 1_000

export async function rareCases(work: Work, tests: readonly Test[], sieves: readonly Sieve[]): Promise<CaseId[] | null> {
  let rarest: { test: Test; n: number } | null = null
  for (const test of tests) {
    if (test.not) continue
    const { n } = await countBy(work, test, FEW + 1)
    if (n <= FEW && (!rarest || n < rarest.n)) rarest = { test, n }
  }
  if (!rarest) return null
  const found = await findBy(work, rarest.test, { most: FEW })
  return await throughAll(
    work,
    sieves,
    found.map(({ of_id }) => of_id as CaseId),
  ) // a field of cases
}
