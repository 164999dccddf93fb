// How the file itself says each queue went, in the figures of a self-check.
import type { Really } from '../contract/runs.ts'
import type { Call } from './read-calls.ts'

export const reallyByQueue = (calls: readonly Call[], within_s: number): Really[] =>
  [...Map.groupBy(calls, ({ kind }) => kind)].map(([queue, own]) => reallyOf(queue, own, within_s))

function reallyOf(queue: string, calls: readonly Call[], within_s: number): Really {
  const waits = calls.flatMap(({ ended, wait_s }) => (ended === 'answered' ? [wait_s] : [])).toSorted((a, b) => a - b)
  const gave_up = calls.filter(({ ended }) => ended === 'gave_up').length
  const offered = waits.length + gave_up
  const share = (of: number): number | null => (offered > 0 ? of / offered : null)
  return {
    queue,
    offered,
    answered: waits.length,
    service_level: share(waits.filter((wait) => wait <= within_s).length),
    abandoned: share(gave_up),
    wait_mean: waits.length > 0 ? waits.reduce((sum, wait) => sum + wait, 0) / waits.length : null,
    wait_p80: waits[Math.ceil(waits.length * 0.8) - 1] ?? null,
  }
}
