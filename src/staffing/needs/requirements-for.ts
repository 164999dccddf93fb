// How many people are needed in a span, per group and interval. For rooms above, and for the desk.
import * as forecasting from '#forecasting'
import { allow } from '#access'
import type { Work } from '#base/work'
import type { GroupNeed, Requirements } from '../contract.ts'
import { INTERVAL_MIN } from '../groups/streams.ts'
import { assemble } from '../rules/assemble.ts'
import { askReckoning } from '../reckoning/ask.ts'
import { shownReckoning } from '../reckoning/show.ts'
import { askedSpan, type Days } from './days.ts'
import { reckonedDays, type ReckonedDay } from './reckoned.ts'
import { situationOf, type GroupSituation, type Situation } from './situation.ts'

export type Asked = { from: string; to: string; queues?: string[] | undefined; figures?: boolean | undefined }

/**
 * Instants are ISO; the span is widened to whole quarters of an hour. `need` is people at work; a plan that places breaks, meetings and training itself
 * should cover `to_plan`. `figures`: with what so many reach.
 */
export async function requirementsFor(work: Work, { from, to, queues, figures = false }: Asked): Promise<Requirements> {
  allow(work, 'workforce.read')
  const span = askedSpan({ from, to })
  const situation = await seenOf(work, await situationOf(work, span, queues))
  const reckoned = await reckonedDays(work, situation)
  const groups = situation.groups.map((group) =>
    shown(group, reckoned.get(group.group.group) ?? [], { situation, span, figures }),
  )
  if (groups.some(({ stale }) => stale)) await askReckoning(work)
  const { days, targets, rules, forecast_at } = situation
  return {
    interval_min: INTERVAL_MIN,
    zone: days.zone,
    from: String(span.from),
    to: String(span.to),
    forecast_at,
    targets: targets.number,
    rules,
    reckoning: await shownReckoning(work),
    groups,
  }
}

// Queues that are served together need people together: such a group is shown to whoever may read about all of them.
async function seenOf(work: Work, situation: Situation): Promise<Situation> {
  const sees = await forecasting.queuesSeen(work)
  return { ...situation, groups: situation.groups.filter(({ group }) => group.queues.every(({ key }) => sees(key))) }
}

type Frame = { situation: Situation; span: { from: Temporal.Instant; to: Temporal.Instant }; figures: boolean }

function shown(group: GroupSituation, days: readonly ReckonedDay[], { situation, span, figures }: Frame): GroupNeed {
  const { members: _members, sites: _sites, ...named } = group.group
  const first = placeAt(span.from, situation.days)
  const count = placeAt(span.to, situation.days) - first
  const lead = days.filter(({ day }) => day.first < first + count && day.first + day.count > first)
  return {
    ...named,
    from: String(span.from),
    how: lead.find(({ how }) => how !== 'formula')?.how ?? 'formula',
    reckoned_at: oldest(lead),
    stale: days.some(({ stale }) => stale),
    ...assemble({
      loads: group.loads,
      opens: group.opens,
      open: group.open,
      workable: group.workable,
      shrinkage: group.shrinkage,
      days: days.map(({ day, need }) => ({ ...day, need })),
      most_busy: situation.targets.document.occupancy_most,
      interval_min: INTERVAL_MIN,
      span: { first, count },
      figures,
    }),
  }
}

const placeAt = (at: Temporal.Instant, { from }: Days): number => Math.round(at.since(from).total('minutes') / INTERVAL_MIN)

function oldest(days: readonly ReckonedDay[]): string | null {
  const at = days.flatMap(({ reckoned_at }) => reckoned_at ?? []).toSorted((a, b) => Temporal.Instant.compare(a, b))[0]
  return at?.toString() ?? null
}
