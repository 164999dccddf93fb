// The need of a group in a span, put together: those who wait, the least number, work that can wait in what is left, shrinkage. Pure.
import type { DecidedBy, GroupNeed, StreamLoad } from '../contract.ts'
import type { DayNeed } from './day-need.ts'
import { dueDates } from './due-dates.ts'
import { withDeferred, type Batch } from './deferred.ts'
import { figuresAt } from './figures-at.ts'
import { busyOf, type Opens } from './moments.ts'
import { scheduledFor } from './shrinkage.ts'

export type ToAssemble = {
  loads: readonly StreamLoad[] // over all days
  opens: Opens
  open: readonly boolean[]
  workable: readonly boolean[]
  shrinkage: { all: number; unplanned: number }
  days: readonly { first: number; count: number; need: DayNeed }[]
  most_busy: number
  interval_min: number
  span: { first: number; count: number } // what is shown of it
  figures: boolean
}
type Put = Omit<
  GroupNeed,
  'group' | 'label' | 'queues' | 'streams' | 'skills' | 'people' | 'kinds' | 'from' | 'how' | 'reckoned_at' | 'stale'
>

export function assemble(given: ToAssemble): Put {
  const { loads, span, shrinkage } = given
  const instant = ofInstant(given)
  const all = withWaiting(given, instant)
  const cut = <Value>(values: readonly Value[]): Value[] => values.slice(span.first, span.first + span.count)
  const need = cut(all.need)
  return {
    open: cut(given.open),
    need,
    by_kind: byKind(given),
    need_instant: cut(instant.need),
    need_p90: cut(all.need.map((people, i) => Math.max(people, instant.need_p90[i]!))),
    to_plan: need.map((people) => scheduledFor(people, shrinkage.unplanned)),
    scheduled: need.map((people) => scheduledFor(people, shrinkage.all)),
    shrinkage: shrinkage.all,
    shrinkage_unplanned: shrinkage.unplanned,
    busy: cut(instant.busy).map((erlangs) => Math.round(erlangs * 1_000) / 1_000),
    ...reasonsOf(cut(instant.reason), need, cut(instant.need)),
    figures: given.figures || isPlayed(loads) ? figuresAt(given, need) : null,
    late_work: cut(all.late_s).map(Math.round),
    loads: loads.map((load) => ({ ...load, mean: cut(load.mean), p10: cut(load.p10), p90: cut(load.p90), handling_s: cut(load.handling_s) })), // prettier-ignore
  }
}

// What was simulated is known anyhow; what a formula says costs reckoning, and is told when it is asked for.
const isPlayed = (loads: readonly StreamLoad[]): boolean => loads.filter(({ aim }) => !aim.deferred).length > 1

// Days that were not simulated yet have no mix, and then there is none of the span.
function byKind({ days, span }: ToAssemble): number[][] | null {
  const shown = days.filter(({ first, count }) => first < span.first + span.count && first + count > span.first)
  if (shown.length === 0 || shown.some(({ need }) => need.by_kind === null)) return null
  const kinds = shown[0]!.need.by_kind!.length
  return Array.from({ length: kinds }, (_, kind) =>
    days
      .flatMap(({ count, need }) => Array.from({ length: count }, (__, place) => need.by_kind?.[kind]?.[place] ?? 0))
      .slice(span.first, span.first + span.count),
  )
}

type Instant = { need: number[]; need_p90: number[]; busy: number[]; reason: DecidedBy[] }

function ofInstant({ loads, opens, open, days, interval_min }: ToAssemble): Instant {
  const least = Math.max(0, ...loads.map(({ aim }) => aim.fewest))
  const isOpen = (queue: string, i: number): boolean => opens.get(queue)?.[i] ?? true
  const fewest = (i: number): number =>
    least === 0 ? 0 : Math.max(0, ...loads.map(({ queue, aim }) => (isOpen(queue, i) ? aim.fewest : 0)))
  const found: Instant = { need: [], need_p90: [], busy: [], reason: [] }
  for (const { first, count, need: day } of days)
    for (let place = 0; place < count; place++) {
      const i = first + place
      const people = day.need[place] ?? 0
      const floor = open[i] ? fewest(i) : 0
      found.need.push(Math.max(people, floor))
      found.need_p90.push(Math.max(day.need_p90[place] ?? 0, floor))
      found.reason.push(
        floor > people ? { stream: null, formula: 'fewest' } : (day.reasons[day.decided_by[place] ?? 0] ?? CLOSED),
      )
      found.busy.push(busyAt(loads, { i, interval_min, isOpen }))
    }
  return found
}

const CLOSED: DecidedBy = { stream: null, formula: 'closed' }

function busyAt(
  loads: readonly StreamLoad[],
  { i, interval_min, isOpen }: { i: number; interval_min: number; isOpen: (queue: string, i: number) => boolean },
): number {
  return loads.reduce((sum, { queue, aim, mean, handling_s }) => {
    if (aim.deferred || !isOpen(queue, i)) return sum
    return sum + busyOf({ contacts_per_hour: (mean[i]! * 60) / interval_min, handling_s: handling_s[i]! })
  }, 0)
}

// People who hold several chats at once are busy for less than their sum; that leaves more for the rest, and to leave it out errs on the careful side.
function withWaiting(
  { loads, workable, days, most_busy, interval_min }: ToAssemble,
  instant: Instant,
): { need: number[]; late_s: number[] } {
  const waiting = loads.filter(({ aim, mean }) => aim.deferred && mean.some((value) => value > 0))
  if (waiting.length === 0) return { need: instant.need, late_s: instant.need.map(() => 0) }
  const step_s = interval_min * 60
  const dueOf = dueDates(workable, days, step_s)
  const batches = waiting.flatMap(({ aim, mean, handling_s }) =>
    mean.flatMap((contacts, at): Batch[] =>
      contacts > 0 ? [{ at, due: dueOf(at, aim.due_within_s), work_s: contacts * handling_s[at]! }] : [],
    ),
  )
  return withDeferred({
    instant: instant.need,
    busy: instant.busy.map((erlangs, i) => Math.min(erlangs, instant.need[i]! * most_busy)),
    workable,
    day: days.flatMap(({ count }, day) => Array.from({ length: count }, () => day)),
    batches,
    most_busy,
    step_s,
  })
}

function reasonsOf(
  said: readonly DecidedBy[],
  need: readonly number[],
  instant: readonly number[],
): Pick<Put, 'decided_by' | 'reasons'> {
  const reasons: DecidedBy[] = []
  const decided_by = said.map((each, i) => {
    const reason = need[i]! > instant[i]! ? { stream: null, formula: 'deferred' } : need[i] === 0 ? CLOSED : each
    const known = reasons.findIndex(({ stream, formula }) => stream === reason.stream && formula === reason.formula)
    return known >= 0 ? known : reasons.push(reason) - 1
  })
  return { decided_by, reasons }
}
