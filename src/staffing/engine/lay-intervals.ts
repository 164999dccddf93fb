// What was asked for, interval by interval: one number holds for all.
import type { DeferredAsk, QueueAsk, StaffAsk } from '../contract/staff-ask.ts'
import type { Load, PatienceOf } from '../contract/load.ts'
import type { DueWork } from './due-work.ts'
import type { Interval } from './queue-intervals.ts'

type Listed = { path: string; length: number }

/** Every list of the question, with where it is: all must be as long. */
export function listsOf({ queues, deferred, shrinkage, open }: StaffAsk): Listed[] {
  const listed = (path: string, value: unknown): Listed[] => (Array.isArray(value) ? [{ path, length: value.length }] : [])
  return [
    ...queues.flatMap((queue, i) =>
      (['calls', 'calls_per_hour', 'handling_s', 'wrap_up_s', 'patience_s', 'agents'] as const).flatMap((field) =>
        listed(`queues.${i}.${field}`, queue[field]),
      ),
    ),
    ...deferred.flatMap(({ items }, i) => listed(`deferred.${i}.items`, items)),
    ...listed('shrinkage', shrinkage),
    ...listed('open', open),
  ]
}

export const intervalsOf = (ask: StaffAsk): number => listsOf(ask)[0]?.length ?? 1

const valueAt = <T>(value: T | readonly T[], i: number): T =>
  Array.isArray(value) ? ((value as readonly T[])[i] as T) : (value as T) // as long as there are intervals

export const shrinkageAt = ({ shrinkage }: StaffAsk, i: number): number => valueAt(shrinkage, i)

export function intervalsOfQueue(ask: StaffAsk, queue: QueueAsk): Interval[] {
  return Array.from({ length: intervalsOf(ask) }, (_, i) => ({
    load: loadAt(queue, i, ask.interval_min),
    shrinkage: shrinkageAt(ask, i),
    ...(queue.agents !== undefined && { agents: valueAt(queue.agents, i) }),
  }))
}

function loadAt(
  { calls, calls_per_hour, handling_s, wrap_up_s, patience_s, lines, chats }: QueueAsk,
  i: number,
  interval_min: number,
): Load {
  return {
    calls_per_hour: calls === undefined ? valueAt(calls_per_hour ?? 0, i) : (valueAt(calls, i) * 60) / interval_min,
    handling_s: valueAt(handling_s, i) + valueAt(wrap_up_s, i),
    patience: valueAt<PatienceOf>(patience_s, i),
    ...(lines !== undefined && { lines }),
    ...(chats && { chats }),
  }
}

/** Pieces of work with the intervals in which they may be done; of what is due after the end, the share of its time that lies before. */
export function dueWorkOf(ask: StaffAsk): DueWork[] {
  const intervals = intervalsOf(ask)
  return ask.deferred.flatMap((kind) => [
    ...kind.backlog.map(({ items, due_in_s }) =>
      piece({ begins: 0, due: dueOf(ask, kind, 0, due_in_s), work_s: items * kind.handling_s }, intervals),
    ),
    ...Array.from({ length: intervals }, (_, i) => {
      const due = dueOf(ask, kind, i, kind.due_after_s)
      return piece({ begins: due > i + 1 ? i + 1 : i, due, work_s: valueAt(kind.items, i) * kind.handling_s }, intervals)
    }),
  ])
}

// The interval before whose beginning it must be done, counted from the beginning of interval `from`.
// oxlint-disable-next-line eslint/max-params -- which work, and the two of a date
function dueOf({ interval_min, open }: StaffAsk, { due_counts }: DeferredAsk, from: number, after_s: number): number {
  const whole = Math.floor(after_s / (interval_min * 60) + 1e-9)
  if (due_counts === 'clock' || !open) return Math.max(from + 1, from + whole)
  let left = whole
  let at = from
  for (; left > 0 && at < open.length; at++) if (open[at]) left -= 1
  return Math.max(from + 1, at + left)
}

function piece({ begins, due, work_s }: { begins: number; due: number; work_s: number }, intervals: number): DueWork {
  if (due <= intervals) return { from: begins, due, work_s }
  const before = Math.max(0, intervals - begins) / (due - begins)
  return { from: begins, due: intervals, work_s: work_s * before }
}
