// The rules by which work is routed now: those in force, and beside them those on trial.
import type { Work } from '#base/work'
import type { Queue } from '../contract/queue.ts'
import { currentRulebook, rulebookOf, type KeptRulebook } from '../rulebook/current.ts'
import { liveTrial, type LiveTrial } from '../trial/live-trial.ts'

export type InForce = { current: KeptRulebook; trial: LiveTrial | null; tried: KeptRulebook | null }

/** Null: nothing is routed. */
export async function rulesNow(work: Work): Promise<InForce | null> {
  const current = await currentRulebook(work)
  if (!current) return null
  const trial = await liveTrial(work)
  return { current, trial, tried: trial && (await rulebookOf(work, trial.tried)) }
}

/** The queues of the rules in force, and those only the rules on trial have. */
export function queuesOf({ current, tried }: Pick<InForce, 'current' | 'tried'>): { queue: Queue; candidate: boolean }[] {
  const known = new Set(current.document.queues.map(({ key }) => key))
  const added = tried?.document.queues.filter(({ key }) => !known.has(key)) ?? []
  return [
    ...current.document.queues.map((queue) => ({ queue, candidate: false })),
    ...added.map((queue) => ({ queue, candidate: true })),
  ]
}
