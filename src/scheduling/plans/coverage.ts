// Need and people present, an interval a number.
import { givingWay } from '#base/give-way'
import type { Work } from '#base/work'
import type { PlanCoverage, PlanId } from '../contract.ts'
import { spanOf, windowOf, type Span } from '../rules/days.ts'
import { ms } from '../rules/drawn.ts'
import { shiftsOfPlan } from '../store/shift.ts'
import { needPlan } from './need-plan.ts'
import { presentIn, toCover, type ToCover } from './need.ts'

const MOST_SHIFTS = 60_000
const SLICE_DAYS = 4 // some thousand shifts of five hundred people: a few tens of milliseconds

type Whole = Span & { plan: PlanId }
/** A few days at a time, so that no long plan holds up the server. */
async function presentInSlices(work: Work, cover: ToCover, { plan, from, to }: Whole): Promise<number[][]> {
  const wayGiven = givingWay()
  const others = presentIn(cover, [])
  const there = others.map((each) => [...each])
  for (let begins = from; Temporal.Instant.compare(begins, to) < 0; begins = begins.add({ hours: 24 * SLICE_DAYS })) {
    const ends = earlier(begins.add({ hours: 24 * SLICE_DAYS }), to)
    const touching = await shiftsOfPlan(work, { plan, from: begins, to: ends, most: MOST_SHIFTS })
    const own = begins === from ? touching : touching.filter(({ starts_at }) => ms(starts_at) >= begins.epochMilliseconds)
    for (const [group, counts] of presentIn(cover, own).entries())
      for (const [nth, people] of counts.entries()) there[group]![nth]! += people - others[group]![nth]! // as many groups and intervals as others
    await wayGiven()
  }
  return there.map((counts) => counts.map((people) => Math.round(people * 1_000) / 1_000))
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
  const there = await presentInSlices(work, cover, { plan: id, ...span })
  return {
    interval_min: cover.grid.interval_min,
    from: cover.from,
    groups: cover.groups.map(({ group, label, need }, nth) => ({ group, label, need: [...need], present: there[nth]! })),
  }
}
