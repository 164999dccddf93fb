// SQL of trials themselves.
import { boolean, decimal, instant, integer, json, jsonb, nullable, part, text, uuid, word } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { RulebookVersionId } from '../contract/rulebook-endpoints.ts'
import type { GuardOfTrial, TrialId } from '../contract/trial.ts'
import type { Figures } from '../rules/guard.ts'
import type { FormulaId } from '../rules/service-level.ts'

const row = {
  id: uuid<TrialId>(),
  tried_id: uuid<RulebookVersionId>(),
  usual_id: uuid<RulebookVersionId>(),
  share_per_mille: integer,
  share_since: instant,
  formula: word<FormulaId>(),
  least: nullable(decimal),
  below_others: nullable(decimal),
  window_minutes: integer,
  fewest: integer,
  publishes: boolean,
  publish_after_minutes: integer,
  steps_taken: integer,
  because: text,
  started_at: instant,
  started_by: text,
  looked_at: nullable(instant),
  verdict: word<'too_few' | 'holds' | 'falls'>(),
  holds_since: nullable(instant),
  ended_at: nullable(instant),
  ended_by: nullable(text),
  ending: nullable(word<'rolled_back' | 'stopped' | 'published'>()),
  ending_because: nullable(text),
  figures: nullable(jsonb<Figures>()),
  version: integer,
}
export type TrialRow = NonNullable<Awaited<ReturnType<typeof findTrial>>>
const columns = part`id, tried_id, usual_id, share_per_mille, share_since, formula, least, below_others, window_minutes, fewest, publishes, publish_after_minutes,
  steps_taken, because, started_at, started_by, looked_at, verdict, holds_since, ended_at, ended_by, ending, ending_because, figures, version`

export const findLive = (work: Work) => work.sql.maybeOne(row)`
  select ${columns} from routing.trial where tenant_id = ${work.tenant} and ended_at is null`

export const findTrial = (work: Work, id: TrialId) => work.sql.maybeOne(row)`
  select ${columns} from routing.trial where tenant_id = ${work.tenant} and id = ${id}`

export const lockTrial = (work: Work, id: TrialId) => work.sql.maybeOne(row)`
  select ${columns} from routing.trial where tenant_id = ${work.tenant} and id = ${id} for update`

export const listTrials = (work: Work, page: { before: string | undefined; most: number }) => work.sql.many(row)`
  select ${columns} from routing.trial where tenant_id = ${work.tenant} ${page.before ? part`and id < ${page.before}` : part``}
  order by id desc limit ${page.most}`

type NewTrial = {
  id: TrialId
  tried: RulebookVersionId
  usual: RulebookVersionId
  share: number
  guard: GuardOfTrial
  publishes: boolean
  publish_after_minutes: number
  because: string
}
export const insertTrial = (work: Work, t: NewTrial) => work.sql.run`
  insert into routing.trial (tenant_id, id, tried_id, usual_id, share_per_mille, share_since, formula, least, below_others, window_minutes, fewest,
    publishes, publish_after_minutes, because, started_at, started_by)
  values (${work.tenant}, ${t.id}, ${t.tried}, ${t.usual}, ${t.share}, ${work.now}, ${t.guard.formula}, ${t.guard.least}, ${t.guard.below_others},
    ${t.guard.window_minutes}, ${t.guard.fewest}, ${t.publishes}, ${t.publish_after_minutes}, ${t.because}, ${work.now}, ${actorId(work.actor)})
  on conflict (tenant_id) where ended_at is null do nothing`

type Step = { share_per_mille: number; after_minutes: number }
export const insertSteps = (work: Work, trial: TrialId, steps: readonly Step[]) => work.sql.run`
  insert into routing.trial_step (tenant_id, trial_id, place, share_per_mille, after_minutes)
  select ${work.tenant}, ${trial}, s.place, s.share, s.minutes
  from unnest(${steps.map((each) => each.share_per_mille)}::int[], ${steps.map((each) => each.after_minutes)}::int[]) with ordinality s (share, minutes, place)`

const step = { trial_id: uuid<TrialId>(), place: integer, share_per_mille: integer, after_minutes: integer }
export const stepsOf = (work: Work, trials: readonly TrialId[]) => work.sql.many(step)`
  select trial_id, place, share_per_mille, after_minutes from routing.trial_step
  where tenant_id = ${work.tenant} and trial_id = any(${trials}::uuid[]) order by trial_id, place`

export type ShareHow = 'began' | 'by_hand' | 'by_plan'
export const tellShare = (work: Work, trial: TrialId, told: { share: number; how: ShareHow }) => work.sql.run`
  insert into routing.trial_share (tenant_id, trial_id, place, at, share_per_mille, how, by)
  select ${work.tenant}, ${trial}, coalesce(max(s.place), 0) + 1, ${work.now}, ${told.share}, ${told.how}, ${actorId(work.actor)}
  from routing.trial_share s where s.tenant_id = ${work.tenant} and s.trial_id = ${trial}`

const share = { at: instant, share_per_mille: integer, how: word<ShareHow>(), by: text }
export const sharesOf = (work: Work, trial: TrialId) => work.sql.many(share)`
  select at, share_per_mille, how, by from routing.trial_share where tenant_id = ${work.tenant} and trial_id = ${trial} order by place limit 500`

export const setShare = (work: Work, id: TrialId, to: { share: number; steps_taken: number; version: number }) => work.sql.run`
  update routing.trial set share_per_mille = ${to.share}, share_since = ${work.now}, steps_taken = ${to.steps_taken}, verdict = 'too_few', holds_since = null,
    version = version + 1
  where tenant_id = ${work.tenant} and id = ${id} and version = ${to.version} and ended_at is null`

export const noteLook = (work: Work, id: TrialId, verdict: 'too_few' | 'holds') => work.sql.run`
  update routing.trial set looked_at = ${work.now}, verdict = ${verdict},
    holds_since = case when ${verdict} = 'holds' then coalesce(holds_since, ${work.now}) else holds_since end
  where tenant_id = ${work.tenant} and id = ${id} and ended_at is null`

type End = { ending: 'rolled_back' | 'stopped' | 'published'; because: string; verdict: TrialRow['verdict']; figures: Figures }
export const endTrial = (work: Work, id: TrialId, end: End) => work.sql.run`
  update routing.trial set ended_at = ${work.now}, ended_by = ${actorId(work.actor)}, ending = ${end.ending}, ending_because = ${end.because},
    figures = ${json(end.figures)}, verdict = ${end.verdict}, looked_at = ${work.now}, holds_since = case when ${end.verdict} = 'holds' then coalesce(holds_since, ${work.now}) else holds_since end,
    version = version + 1
  where tenant_id = ${work.tenant} and id = ${id} and ended_at is null`
