// Days are counted anew from the journal, whole: whatever came late, twice or was taken back meanwhile, the day is right afterwards. Reading takes long
// and holds nothing; writing is short.
import { countContacts, type CountedKind, type KindFacts } from '#rehearsal'
import { newId } from '#base/id'
import type { Work } from '#base/work'
import { firstOfDay, instantOf, QUARTERS_A_DAY } from '../rules/quarters.ts'
import { forgetDay, kindsKnown, putDay, putKinds } from '../store/counted.ts'
import { daysToCount, holdCounting, recordDay } from '../store/counting.ts'

export type Within = <Result>(body: (work: Work) => Promise<Result>) => Promise<Result>
const MOST_KINDS = 2_000

/** Counts at most so many days, the latest first; how many are left is not said, only whether any were counted. */
export async function countDays(within: Within, most: number): Promise<number> {
  const days = await within((work) => daysToCount(work, most))
  for (const { day, dirty_at } of days) await countDay(within, { day, dirty_at })
  return days.length
}

async function countDay(within: Within, { day, dirty_at }: { day: string; dirty_at: Temporal.Instant }): Promise<void> {
  const from = instantOf(firstOfDay(day))
  const { at, kinds } = await within(async (work) => ({
    at: work.now,
    kinds: await countContacts(work, { from, to: instantOf(firstOfDay(day) + QUARTERS_A_DAY), until: work.now }),
  }))
  await within(async (work) => {
    await holdCounting(work)
    const ids = await kindIds(work, kinds)
    await forgetDay(work, day)
    await putDay(work, day, joined(kinds, ids))
    await recordDay(work, { day, undecided: kinds.reduce((sum, { undecided }) => sum + undecided, 0), at, dirty_at })
  })
}

const keyOf = ({ channel, entry_point, brand, reason, language, priority, degree, flags }: KindFacts): string =>
  [channel, entry_point, brand, reason, language, priority, degree, flags].map((each) => each ?? '').join('\t').slice(0, 4_000) // prettier-ignore

// Beyond the bound, new kinds are known by channel and door alone.
const plain = ({ channel, entry_point, brand }: KindFacts): KindFacts => ({
  channel, entry_point, brand, reason: null, language: null, priority: 'normal', degree: null, flags: null,
}) // prettier-ignore

type Ids = { idOf: (facts: KindFacts) => string }

async function kindIds(work: Work, kinds: readonly CountedKind[]): Promise<Ids> {
  const known = new Map((await kindsKnown(work)).map(({ id, key }) => [key, id]))
  const full = known.size >= MOST_KINDS
  const own = (facts: KindFacts): KindFacts => (full && !known.has(keyOf(facts)) ? plain(facts) : facts)
  const fresh = new Map(
    kinds.flatMap(({ facts }) => (known.has(keyOf(own(facts))) ? [] : [[keyOf(own(facts)), own(facts)] as const])),
  )
  await putKinds(work, [...fresh].map(([key, facts]) => ({ id: newId(work.now), key, facts }))) // prettier-ignore
  const ids = fresh.size === 0 ? known : new Map((await kindsKnown(work)).map(({ id, key }) => [key, id]))
  return { idOf: (facts) => ids.get(keyOf(own(facts)))! } // just put, or known before
}

// Several kinds may have become one: their quarters and waits are added.
function joined(kinds: readonly CountedKind[], { idOf }: Ids): Parameters<typeof putDay>[2] {
  return [...Map.groupBy(kinds, ({ facts }) => idOf(facts))].map(([kind, same]) => ({
    kind,
    quarters: same.length === 1 ? same[0]!.quarters : added(same.flatMap(({ quarters }) => quarters)),
    waits: same.length === 1 ? same[0]!.waits : (added(same.flatMap(({ waits }) => waits)) as [number, number, number][]), // three each
  }))
}

function added(rows: readonly (readonly (number | null)[])[]): number[][] {
  const byPlace = Map.groupBy(rows, ([place]) => place ?? 0)
  return [...byPlace].map(([place, same]) => [
    place,
    ...same[0]!.slice(1).map((_, i) => same.reduce((sum, row) => sum + (row[i + 1] ?? 0), 0)),
  ])
}
