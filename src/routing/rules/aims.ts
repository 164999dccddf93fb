// What queues aim at, read off one or two rulebooks.
import type { Rulebook } from '../contract/rulebook.ts'

type Aimed = { queue: string; within_s: number | null; pace: 'by_channel' | 'instant' | 'deferred'; due_within_s: number | null }

/** While two versions serve, both are measured by what the usual one aims at: new rules do not get better by aiming lower. */
export function aimsOf(usual: Rulebook, tried?: Rulebook): Aimed[] {
  const known = new Set(usual.queues.map(({ key }) => key))
  const added = tried?.queues.filter(({ key }) => !known.has(key)) ?? []
  return [...usual.queues, ...added].map(({ key, aim, pace }) => ({
    queue: key,
    within_s: aim.within_s,
    pace: pace.kind,
    due_within_s: pace.kind === 'deferred' ? pace.due_within_s : null,
  }))
}
