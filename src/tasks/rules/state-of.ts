// The state of a task is read from what happened to it. Pure.
import type { TaskState } from '../contract.ts'

export type Facts = {
  begun_at: Temporal.Instant | null
  seen_at: Temporal.Instant | null
  taken_at: Temporal.Instant | null
  answered_at: Temporal.Instant | null
  declined_at: Temporal.Instant | null
  sent_back_at: Temporal.Instant | null
  accepted_at: Temporal.Instant | null
  cancelled_at: Temporal.Instant | null
}

export function stateOf(task: Facts): TaskState {
  if (task.cancelled_at) return 'cancelled'
  if (task.accepted_at) return 'accepted'
  if (task.answered_at) return 'answered'
  if (task.declined_at) return 'declined'
  if (!task.begun_at) return 'waiting'
  if (task.sent_back_at) return 'sent_back'
  if (task.taken_at) return 'taken'
  return task.seen_at ? 'seen' : 'asked'
}

export const isOpen = (task: Pick<Facts, 'accepted_at' | 'cancelled_at'>): boolean => !task.accepted_at && !task.cancelled_at

/** Does its time run? It has begun, is not over, and nothing stands as its answer. */
export const isOwed = (task: Facts): boolean => isOpen(task) && task.begun_at !== null && !task.answered_at && !task.declined_at
