// Need and people present, an interval a number.
import { givingWay } from '#base/give-way'
import type { Work } from '#base/work'
import type { PlanCoverage, PlanId } from '../contract.ts'
import { spanOf, windowOf, type Span } from '../rules/days.ts'
import { ms } from '../rules/drawn.ts'
import { shiftsOfPlan } from '../store/shift.ts'
import { presentByKind, together } from '../rules/counted.ts'
import { levelsIn } from '../rules/standing.ts'
import { needPlan } from './need-plan.ts'
import { toCover, type ToCover } from './need.ts'

const MOST_SHIFTS = 60_000
const SLICE_DAYS = 4 // some thousand shifts of five hundred people: a few tens of milliseconds
const SLICE_INTERVALS = 96 // of forty groups with everybody in several of them: a tenth of a second

type Whole = Span & { plan: PlanId }
/** People of each kind. A few days at a time, so that no long plan holds up the server. */
async function byKindInSlices(work: Work, cover: ToCover, { plan, from, to }: Whole): Promise<number[][]> {
  const wayGiven = givingWay()
  let there = cover.kinds.map(() => Array.from({ length: cover.grid.count }, () => 0))
  for (let begins = from; Temporal.Instant.compare(begins, to) < 0; begins = begins.add({ hours: 24 * SLICE_DAYS })) {
    const ends = earlier(begins.add({ hours: 24 * SLICE_DAYS }), to)
    const touching = await shiftsOfPlan(work, { plan, from: begins, to: ends, most: MOST_SHIFTS })
    const here = [...cover.elsewhere, ...touching].filter(
      ({ starts_at }) => ms(starts_at) < ends.epochMilliseconds && (begins === from || ms(starts_at) >= begins.epochMilliseconds),
    )
    there = together(there, presentByKind(cover, { ...cover, shifts: here }))
    await wayGiven()
  }
  return there
}

async function levelsInSlices(cover: ToCover, here: readonly number[][]): Promise<number[][]> {
  const wayGiven = givingWay()
  const levels = cover.needs.map((): number[] => [])
  for (let first = 0; first < cover.grid.count; first += SLICE_INTERVALS) {
    const end = Math.min(cover.grid.count, first + SLICE_INTERVALS)
    for (const [group, some] of levelsIn(cover, here, { first, end }).entries()) levels[group]!.push(...some)
    await wayGiven()
  }
  return levels
}

const earlier = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) < 0 ? one : other

export async function showCoverage(
  work: Work,
  { id, ...window }: { id: PlanId; from?: string | undefined; days: number },
): Promise<PlanCoverage> {
  const plan = await needPlan(work, id, 'workforce.read')
  const span = spanOf(windowOf(plan, window))
  const cover = await toCover(work, plan, span)
  const here = await byKindInSlices(work, cover, { plan: id, ...span })
  const there = await levelsInSlices(cover, here)
  return {
    interval_min: cover.grid.interval_min,
    from: cover.from,
    groups: cover.groups.map(({ group, label, need }, nth) => ({ group, label, need: [...need], present: there[nth]! })),
    beside: cover.needs.slice(cover.groups.length).map((need) => [...need]),
    kinds: cover.kinds.map((serves, kind) => ({ serves: [...serves], present: here[kind]!.map((people) => Math.round(people * 1e6) / 1e6) })),
    kind_of: Object.fromEntries(cover.kindOf),
  } // prettier-ignore
}
