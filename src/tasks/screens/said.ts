// What a task says of itself in a line: of whom, by when, how it stands. Pure.
import type { BadgeTone } from '#ui/badge'
import type { Task, TaskState } from '../contract.ts'

export const tones: Readonly<Record<TaskState, BadgeTone>> = {
  waiting: 'neutral', asked: 'neutral', seen: 'info', taken: 'info', sent_back: 'promise', declined: 'danger', answered: 'accent', accepted: 'good', cancelled: 'neutral',
} // prettier-ignore

export const isOver = ({ state }: Pick<Task, 'state'>): boolean => state === 'accepted' || state === 'cancelled'

/** Its time ran out, and nothing stands as its answer. */
export function isLate({ state, due_at, begun_at }: Pick<Task, 'state' | 'due_at' | 'begun_at'>, now: number): boolean {
  const owed = state === 'asked' || state === 'seen' || state === 'taken' || state === 'sent_back'
  return owed && begun_at !== null && due_at !== null && Date.parse(due_at) <= now
}

/** "2 h", "1 h 30", "45 min": so many working minutes. */
export function hoursOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest}\u00a0min`
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${rest}`
}
