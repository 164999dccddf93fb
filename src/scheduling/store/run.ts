// Runs of the optimiser, one row each: asked, begun, gathered, ended.
import type { PersonId } from '#base/contract'
import { boolean, decimal, instant, integer, json, jsonb, nullable, part, uuid, word, type Part } from '#base/sql'
import type { Work } from '#base/work'
import type { KeptShift } from '../engine/kept-plan.ts'
import type { KeptMend } from '../rules/kept-mends.ts'
import type { PlanAnswer, PlanId, PlanRun, PlanRunAsk, PlanRunId, PlanRunState } from '../contract.ts'

type Best = NonNullable<PlanRun['best']>
type Failed = NonNullable<PlanRun['failed']>
const row = {
  id: uuid<PlanRunId>(), plan_id: uuid<PlanId>(), asked: jsonb<PlanRunAsk>(), asked_by: nullable(uuid<PersonId>()), asked_at: instant,
  began_at: nullable(instant), gathered_at: nullable(instant), end_asked: nullable(word<'cancel' | 'take_best'>()), ended_at: nullable(instant),
  ended_as: nullable(word<PlanRunState>()), tries: integer, progress: decimal, best: nullable(jsonb<Best>()), answer: nullable(jsonb<PlanAnswer>()),
  failed: nullable(jsonb<Failed>()),
} // prettier-ignore
const columns = part`id, plan_id, asked, asked_by, asked_at, began_at, gathered_at, end_asked, ended_at, ended_as, tries, progress, best, answer, failed`
export type RunRow = NonNullable<Awaited<ReturnType<typeof findRun>>>

export const insertRun = (work: Work, run: { id: PlanRunId; plan: PlanId; asked: PlanRunAsk; by: PersonId | null }) => work.sql
  .run`
  insert into scheduling.run (tenant_id, id, plan_id, asked, asked_by, asked_at)
  values (${work.tenant}, ${run.id}, ${run.plan}, ${json(run.asked)}, ${run.by}, ${work.now}) on conflict do nothing`

export const findRun = (work: Work, id: string) => work.sql.maybeOne(row)`
  select ${columns} from scheduling.run where tenant_id = ${work.tenant} and id = ${id}`
export const runOfPlan = (work: Work, plan: PlanId) => work.sql.maybeOne(row)`
  select ${columns} from scheduling.run where tenant_id = ${work.tenant} and plan_id = ${plan} and ended_at is null`
export const listRuns = (work: Work, plan: PlanId, page: { before: string | undefined; most: number }) => work.sql.many(row)`
  select ${columns} from scheduling.run
  where tenant_id = ${work.tenant} and plan_id = ${plan} ${page.before ? part`and id < ${page.before}` : part``}
  order by id desc limit ${page.most}`
export const countWaiting = (work: Work) => work.sql.one({ n: integer })`
  select count(*) as n from scheduling.run where tenant_id = ${work.tenant} and ended_at is null`

const last = { plan_id: uuid<PlanId>(), id: uuid<PlanRunId>(), state: word<PlanRunState>(), progress: decimal, ended: boolean }
/** The last of each plan. */
export const lastRuns = (work: Work, plans: readonly PlanId[]) => work.sql.many(last)`
  select distinct on (plan_id) plan_id, id,
    coalesce(ended_as, case when gathered_at is not null then 'solving' when began_at is not null then 'gathering' else 'asked' end) as state, progress,
    ended_at is not null as ended
  from scheduling.run where tenant_id = ${work.tenant} and plan_id = any(${plans}::uuid[]) order by plan_id, id desc`

// What is written of a run that goes on is written only while it goes on.
const onward = (work: Work, id: PlanRunId, what: Part): Promise<number> => work.sql.run`
  update scheduling.run set ${what} where tenant_id = ${work.tenant} and id = ${id} and ended_at is null`
export const recordBegun = (work: Work, id: PlanRunId) =>
  onward(work, id, part`began_at = coalesce(began_at, ${work.now}), tries = tries + 1`)
export const recordGathered = (work: Work, id: PlanRunId) => onward(work, id, part`gathered_at = ${work.now}`)
export const recordProgress = (work: Work, id: PlanRunId, { progress, best }: { progress: number; best: Best | null }) =>
  onward(work, id, part`progress = ${progress}, best = coalesce(${best && json(best)}, best)`)
/** The best so far, in few words: whoever begins again begins there. */
export const recordIncumbent = (work: Work, id: PlanRunId, incumbent: readonly KeptShift[]) =>
  onward(work, id, part`incumbent = ${json(incumbent)}`)
export const incumbentOf = async (work: Work, id: PlanRunId): Promise<readonly KeptShift[]> =>
  (
    await work.sql.maybeOne({
      incumbent: nullable(jsonb<KeptShift[]>()),
    })`select incumbent from scheduling.run where tenant_id = ${work.tenant} and id = ${id}`
  )?.incumbent ?? []
/** It goes on elsewhere: what it has found so far stays. `tries`: given back, where the server stopped in good order. */
export const recordStopped = (work: Work, id: PlanRunId, tries: number) =>
  onward(work, id, part`progress = 0, tries = greatest(tries - ${tries}, 0)`)
export const recordEndAsked = (work: Work, id: PlanRunId, how: 'cancel' | 'take_best') =>
  onward(work, id, part`end_asked = ${how}`)
export const recordDone = (work: Work, id: PlanRunId, { answer, mends }: { answer: PlanAnswer; mends: readonly KeptMend[] }) =>
  onward(
    work,
    id,
    part`ended_at = ${work.now}, ended_as = 'done', progress = 1, answer = ${json(answer)}, mends = ${json(mends)}, incumbent = null`,
  )
export const mendsOfRun = async (work: Work, id: PlanRunId): Promise<KeptMend[]> =>
  (
    await work.sql.maybeOne({
      mends: nullable(jsonb<KeptMend[]>()),
    })`select mends from scheduling.run where tenant_id = ${work.tenant} and id = ${id}`
  )?.mends ?? []
export const recordFailed = (work: Work, id: PlanRunId, failed: Failed) =>
  onward(work, id, part`ended_at = ${work.now}, ended_as = 'failed', failed = ${json(failed)}, incumbent = null`)
export const recordCancelled = (work: Work, id: PlanRunId) =>
  onward(work, id, part`ended_at = ${work.now}, ended_as = 'cancelled', incumbent = null`)
