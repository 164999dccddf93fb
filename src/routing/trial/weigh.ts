// Both sides of a trial as they stand: counted from the contacts that arrived within the guard's window, under the aims of the usual rules.
import type { Work } from '#base/work'
import { aimsOf } from '../rules/aims.ts'
import { judge, type Arms, type Guard, type Verdict } from '../rules/guard.ts'
import { emptyTally } from '../rules/service-level.ts'
import { rulebookOf, type KeptRulebook } from '../rulebook/current.ts'
import { tallyArms, type ArmTally, type Sides } from '../store/contacts.ts'
import type { TrialRow } from './store.ts'

export type Versions = { tried: KeptRulebook; usual: KeptRulebook }

export async function versionsOf(work: Work, trial: TrialRow): Promise<Versions> {
  return { tried: await rulebookOf(work, trial.tried_id), usual: await rulebookOf(work, trial.usual_id) }
}

export const guardOf = ({ formula, least, below_others, window_minutes, fewest }: TrialRow): Guard => ({
  formula, least, below_others, window_minutes, fewest,
}) // prettier-ignore

export async function weigh(work: Work, trial: TrialRow): Promise<Verdict> {
  const until = trial.ended_at ?? work.now
  const window = until.subtract({ minutes: trial.window_minutes })
  const since = Temporal.Instant.compare(window, trial.started_at) > 0 ? window : trial.started_at
  return judge(guardOf(trial), armsOf(await tallyArms(work, sidesOf(await versionsOf(work, trial), { since, until }))))
}

export const sidesOf = ({ tried, usual }: Versions, span: { since: Temporal.Instant; until: Temporal.Instant }): Sides => ({
  tried: tried.id,
  aims: aimsOf(usual.document, tried.document),
  ...span,
})

export const armsOf = (rows: readonly ArmTally[]): Arms => ({
  candidate: rows.find(({ arm }) => arm === 'candidate') ?? emptyTally,
  current: rows.find(({ arm }) => arm === 'current') ?? emptyTally,
})
