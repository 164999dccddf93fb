// More or less of the traffic, by hand or by the plan. Whoever is served by the new rules already stays with them when it widens.
import { allow, audit } from '#access'
import { overtaken } from '#base/overtaken'
import { refuse, type Work } from '#base/work'
import { rulesInForce } from '../contract/events.ts'
import { trialOver, trialWidened, type TrialId } from '../contract/trial.ts'
import { perMille } from './begin.ts'
import * as store from './store.ts'
import { versionsOf } from './weigh.ts'

export async function putShare(
  work: Work,
  asked: { id: TrialId; version: number; share: number },
): Promise<{ id: TrialId; version: number }> {
  allow(work, 'routing.manage', { team: null, brand: null })
  const trial = await heldTrial(work, asked)
  const share = perMille(asked.share)
  const steps = (await store.stepsOf(work, [trial.id])).filter((step) => step.share_per_mille <= share).length
  await give(work, trial, { share, steps_taken: Math.max(trial.steps_taken, steps), how: 'by_hand' })
  return { id: trial.id, version: trial.version + 1 }
}

/** A live trial, locked, at the version that was read. */
export async function heldTrial(work: Work, { id, version }: { id: TrialId; version: number }): Promise<store.TrialRow> {
  const trial = await store.lockTrial(work, id)
  if (!trial) throw overtaken(undefined, version)
  if (trial.ended_at) throw refuse(trialOver, {})
  if (trial.version !== version) throw overtaken(trial, version)
  return trial
}

export async function give(
  work: Work,
  trial: store.TrialRow,
  to: { share: number; steps_taken: number; how: 'by_hand' | 'by_plan' },
): Promise<void> {
  await store.tellShare(work, trial.id, to)
  await store.setShare(work, trial.id, { ...to, version: trial.version })
  const { tried, usual } = await versionsOf(work, trial)
  await audit(work, 'routing.trial_widened', { about: trial.id, details: { from: trial.share_per_mille, to: to.share } })
  work.publish(trialWidened, { trial: trial.id, rulebook: tried.id, share: to.share / 1_000, how: to.how })
  work.publish(rulesInForce, { version: usual.number, trial: tried.number })
}
