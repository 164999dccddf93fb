// A trial as it is shown: who began it, what was agreed, how both sides stand.
import { isUuid } from '#base/contract'
import type { Work } from '#base/work'
import type { PlanOfTrial, Trial } from '../contract/trial.ts'
import type { Figures } from '../rules/guard.ts'
import type { KeptRulebook } from '../rulebook/current.ts'
import { namesOf } from '../rulebook/show.ts'
import * as store from './store.ts'
import { guardOf, versionsOf, weigh } from './weigh.ts'
import { nextStepAt } from './watch.ts'

export async function showTrials(work: Work, rows: readonly store.TrialRow[]): Promise<Trial[]> {
  const steps = Map.groupBy(await store.stepsOf(work, rows.map(({ id }) => id)), ({ trial_id }) => trial_id) // prettier-ignore
  const named = await namesOf(work, rows.flatMap(({ started_by, ended_by }) => (ended_by ? [started_by, ended_by] : [started_by]))) // prettier-ignore
  const shown: Trial[] = []
  for (const row of rows) shown.push(await showOne(work, row, { steps: steps.get(row.id) ?? [], named }))
  return shown
}

type Beside = { steps: Awaited<ReturnType<typeof store.stepsOf>>; named: Awaited<ReturnType<typeof namesOf>> }

async function showOne(work: Work, row: store.TrialRow, { steps, named }: Beside): Promise<Trial> {
  const { tried, usual } = await versionsOf(work, row)
  const found: Figures & { verdict: Trial['verdict'] } = row.figures
    ? { ...row.figures, verdict: row.verdict }
    : await weigh(work, row)
  return {
    id: row.id,
    tried: brief(tried),
    usual: brief(usual),
    share: row.share_per_mille / 1_000,
    guard: guardOf(row),
    plan: planOf(row, steps),
    step: row.steps_taken,
    because: row.because,
    started_at: String(row.started_at),
    started_by: nameOf(named, row.started_by),
    share_since: String(row.share_since),
    next_step_at: nextStepAt(row, steps[row.steps_taken]?.after_minutes)?.toString() ?? null,
    looked_at: row.looked_at?.toString() ?? null,
    ended_at: row.ended_at?.toString() ?? null,
    ended_by: row.ended_by === null ? null : nameOf(named, row.ended_by),
    ending: row.ending,
    ending_because: row.ending_because,
    verdict: found.verdict,
    candidate: found.candidate,
    current: found.current,
    difference: found.difference,
    version: row.version,
  }
}

const brief = ({ id, number, title }: KeptRulebook) => ({ id, number, title })
const nameOf = (named: Beside['named'], by: string) => (isUuid(by) ? named(by) : { id: by, name: '' }) // a timer of ours has no name to be told

const planOf = (row: store.TrialRow, steps: Beside['steps']): PlanOfTrial => ({
  steps: steps.map(({ share_per_mille, after_minutes }) => ({ share: share_per_mille / 1_000, after_minutes })),
  at_end: row.publishes ? 'publish' : 'wait',
  publish_after_minutes: row.publish_after_minutes,
})
