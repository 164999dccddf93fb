// People per interval: for each queue, for work that can wait, by group of skills, and in all.
import type { Trouble } from '#rehearsal/engine'
import { scheduledFor } from '../contract/load.ts'
import type { StaffAsk } from '../contract/staff-ask.ts'
import type { DeferredInterval, QueueInterval, SkillInterval, StaffReport } from '../contract/staff-report.ts'
import { troublesOfStaffing } from './check-staffing.ts'
import { peopleForDueWork } from './due-work.ts'
import { dueWorkOf, intervalsOf, intervalsOfQueue, shrinkageAt } from './lay-intervals.ts'
import { carriedIntervals, settledIntervals } from './queue-intervals.ts'
import { skillIntervals } from './skill-intervals.ts'

type Told = { report: StaffReport } | { fields: Trouble[] }

/** `progress` hears the share that is done, 0…1. */
export function staff(ask: StaffAsk, progress: (share: number) => void = () => {}): Told {
  const fields = troublesOfStaffing(ask)
  if (fields.length > 0) return { fields }
  const queues = ask.groups ? [] : queuesOf(ask)
  if (Array.isArray(queues)) {
    const skills = ask.groups ? skillIntervals(ask, (i) => momentOf(ask, i), progress) : null
    const deferred = ask.deferred.length > 0 ? deferredOf(ask, queues) : null
    progress(1)
    return { report: reportOf(ask, { queues, deferred, skills }) }
  }
  return { fields: [queues] }
}

export function momentOf({ from, interval_min }: StaffAsk, i: number): { interval: number; at: string | null } {
  const at =
    from === undefined
      ? null
      : Temporal.Instant.from(from)
          .add({ milliseconds: Math.round(i * interval_min * 60_000) })
          .toString()
  return { interval: i, at }
}

type Queues = StaffReport['queues']

function queuesOf(ask: StaffAsk): Queues | Trouble {
  const queues: Queues = []
  for (const [at, queue] of ask.queues.entries()) {
    const intervals = intervalsOfQueue(ask, queue)
    const method =
      queue.method ??
      (queue.agents === undefined || (typeof queue.patience_s === 'object' && !Array.isArray(queue.patience_s))
        ? 'settled'
        : 'carried')
    const wish = { targets: queue.targets ?? [], ...(queue.within_s !== undefined && { within_s: queue.within_s }) }
    try {
      const found =
        method === 'settled'
          ? settledIntervals(intervals, wish)
          : carriedIntervals(intervals, { ...wish, interval_s: ask.interval_min * 60 })
      const told = found.map((each, i): QueueInterval => {
        const { calls_per_hour = 0, handling_s = 0 } = intervals[i]?.load ?? {}
        return { ...momentOf(ask, i), calls_per_hour, handling_s, ...each }
      })
      queues.push({ name: queue.name, method, intervals: told })
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return { path: `queues.${at}`, message: `${error.message}: write fewer calls, more agents, a shorter patience or lines` }
    }
  }
  return queues
}

function deferredOf(ask: StaffAsk, queues: Queues): DeferredInterval[] {
  const interval_s = ask.interval_min * 60
  const intervals = intervalsOf(ask)
  const idle_s = Array.from({ length: intervals }, (_, i) =>
    queues.reduce((sum, { intervals: own }) => sum + idleOf(own[i]) * interval_s * ask.deferred_uses_idle, 0),
  )
  const found = peopleForDueWork({
    intervals,
    interval_s,
    work: dueWorkOf(ask),
    free_s: idle_s,
    most_busy: ask.deferred_busy,
    ...(ask.open && { open: ask.open }),
  })
  return found.agents.map((agents, i) => ({
    ...momentOf(ask, i),
    agents,
    scheduled: scheduledFor(agents, shrinkageAt(ask, i)),
    even: found.even[i] ?? 0,
    idle_used_s: found.free_used_s[i] ?? 0,
    backlog_s: found.backlog_s[i] ?? 0,
    late_s: found.late_s[i] ?? 0,
  }))
}

const idleOf = (interval: QueueInterval | undefined): number => (interval?.agents ?? 0) * (1 - (interval?.figures.occupancy ?? 1))

type Parts = { queues: Queues; deferred: DeferredInterval[] | null; skills: SkillInterval[] | null }

function reportOf(ask: StaffAsk, { queues, deferred, skills }: Parts): StaffReport {
  const total = Array.from({ length: intervalsOf(ask) }, (_, i) => {
    const parts = [
      ...queues.map(({ intervals }) => intervals[i]?.agents ?? null),
      ...(skills?.[i]?.groups.map(({ agents }) => agents) ?? []),
      ...(deferred ? [deferred[i]?.agents ?? 0] : []),
    ]
    const agents = parts.includes(null) ? null : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)
    return { ...momentOf(ask, i), agents, scheduled: agents === null ? null : scheduledFor(agents, shrinkageAt(ask, i)) }
  })
  const hoursOf = (values: readonly (number | null)[]): number | null =>
    values.includes(null) ? null : (values.reduce<number>((sum, value) => sum + (value ?? 0), 0) * ask.interval_min) / 60
  return {
    name: ask.name ?? null,
    interval_min: ask.interval_min,
    from: ask.from === undefined ? null : Temporal.Instant.from(ask.from).toString(),
    zone: ask.zone,
    intervals: total.length,
    queues,
    deferred,
    skills,
    total,
    hours: { seated: hoursOf(total.map(({ agents }) => agents)), scheduled: hoursOf(total.map(({ scheduled }) => scheduled)) },
  }
}
