// What of ours rests on a person: what is owed in closed cases. Promises of open cases go with the case. Nobody leaves while any is left.
import * as cases from '#cases'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Passing, Resting } from '#staff/contract'
import { giveTo } from './give-to.ts'
import { owedBy } from './store/promise.ts'

const SHOWN = 20
const AT_ONCE = 500
const MOST_ROUNDS = 1_000

export async function restingOn(work: Work, person: PersonId): Promise<Resting[]> {
  let count = 0
  const items: Resting['items'] = []
  for await (const page of owedInClosed(work, person)) {
    count += page.length
    for (const { id, case_id, what } of page.slice(0, SHOWN - items.length))
      items.push({ id, name: what, path: `/cases/${case_id}` })
  }
  return count > 0 ? [{ kind: 'promise', count, items }] : []
}

/** Whoever calls has decided that it may be passed. How many were. */
export async function pass(work: Work, { from, to, kind, ids }: Passing): Promise<number> {
  if ((kind !== undefined && kind !== 'promise') || from === to) return 0
  let passed = 0
  for await (const page of owedInClosed(work, from)) {
    const wanted = ids ? page.filter(({ id }) => ids.includes(id)) : page
    await giveTo(work, wanted, to)
    passed += wanted.length
  }
  return passed
}

type Owed = Awaited<ReturnType<typeof owedBy>>
async function* owedInClosed(work: Work, person: PersonId): AsyncGenerator<Owed> {
  let after: { at: string; id: string } | undefined
  for (let left = MOST_ROUNDS; left > 0; left--) {
    const page = await owedBy(work, person, { most: AT_ONCE, after })
    const of = await cases.facts(work, page.map(({ case_id }) => case_id)) // prettier-ignore
    const closed = page.filter(({ case_id }) => of.get(case_id)?.closed_at)
    if (closed.length > 0) yield closed
    const last = page.at(-1)
    if (!last || page.length < AT_ONCE) return
    after = { at: last.due_at.toString(), id: last.id }
  }
}
