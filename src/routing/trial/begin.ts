// Try a version of the rules on a share of the traffic. The guard's clock begins with it, in the same commit.
import { allow, audit } from '#access'
import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import { rulesInForce } from '../contract/events.ts'
import { noRules } from '../contract/refusals.ts'
import type { RulebookVersionId } from '../contract/rulebook-endpoints.ts'
import {
  trialBegan, trialNarrows, trialOfToday, trialUnderWay, type GuardOfTrial, type PlanOfTrial, type TrialId,
} from '../contract/trial.ts' // prettier-ignore
import { currentRulebook, rulebookOf } from '../rulebook/current.ts'
import { oneAtATime } from '../rulebook/store.ts'
import { watchTrial } from './clock.ts'
import * as store from './store.ts'

type Asked = { rulebook: RulebookVersionId; share: number; guard: GuardOfTrial; plan: PlanOfTrial; because: string }

export const perMille = (share: number): number => Math.round(share * 1_000)

export async function begin(work: Work, asked: Asked): Promise<{ id: TrialId; version: number }> {
  allow(work, 'routing.manage', { team: null, brand: null })
  await oneAtATime(work)
  const usual = await currentRulebook(work)
  if (!usual) throw refuse(noRules, {})
  const tried = await rulebookOf(work, asked.rulebook)
  if (tried.id === usual.id) throw refuse(trialOfToday, {})
  const id = newId<'trial'>(work.now)
  await insert(work, id, { ...asked, usual: usual.id })
  await watchTrial(work, id)
  await audit(work, 'routing.trial_began', { about: id, details: { rulebook: tried.id, share: asked.share } })
  work.publish(trialBegan, { trial: id, rulebook: tried.id, share: asked.share })
  work.publish(rulesInForce, { version: usual.number, trial: tried.number })
  return { id, version: 1 }
}

async function insert(work: Work, id: TrialId, asked: Asked & { usual: RulebookVersionId }): Promise<void> {
  const { plan, share, rulebook: tried, usual, guard, because } = asked
  const shares = [share, ...plan.steps.map((step) => step.share)]
  if (shares.some((each, nth) => nth > 0 && each <= shares[nth - 1]!)) throw refuse(trialNarrows, {})
  const made = await store.insertTrial(work, {
    id, tried, usual, share: perMille(share), guard, because, publishes: plan.at_end === 'publish', publish_after_minutes: plan.publish_after_minutes,
  }) // prettier-ignore
  if (made === 0) throw refuse(trialUnderWay, { trial: (await store.findLive(work))!.id })
  const steps = plan.steps.map(({ share: each, after_minutes }) => ({ share_per_mille: perMille(each), after_minutes }))
  await store.insertSteps(work, id, steps)
  await store.tellShare(work, id, { share: perMille(share), how: 'began' })
}
