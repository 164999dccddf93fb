import { boolean, instant, integer, json, jsonb, nullable, text, uuid, word } from '#base/sql'
import type { PersonId } from '#base/contract'
import { actorId, type Work } from '#base/work'
import type { Chased, ChaseId, ChasePlan, TaskId, Tone } from '../../contract.ts'

const row = {
  id: uuid<ChaseId>(), task_id: uuid<TaskId>(), episode: text, step: integer, next_at: nullable(instant), next_tone: nullable(word<Tone>()),
  paused_at: nullable(instant), paused_by: nullable(text), undeliverable_at: nullable(instant), undeliverable_because: nullable(text),
} // prettier-ignore
export type ChaseRow = NonNullable<Awaited<ReturnType<typeof findChase>>>

export const findChase = (work: Work, task: TaskId) => work.sql.maybeOne(row)`
  select id, task_id, episode, step, next_at, next_tone, paused_at, paused_by, undeliverable_at, undeliverable_because
  from tasks.chase where tenant_id = ${work.tenant} and task_id = ${task}`

type Standing = { id: ChaseId; task: TaskId; episode: string; step: number; next: { at: Temporal.Instant; tone: Tone } | null }
export const putChase = (work: Work, c: Standing) => work.sql.run`
  insert into tasks.chase as c (tenant_id, task_id, id, episode, step, next_at, next_tone)
  values (${work.tenant}, ${c.task}, ${c.id}, ${c.episode}, ${c.step}, ${c.next?.at ?? null}, ${c.next?.tone ?? null})
  on conflict (tenant_id, task_id) do update set episode = excluded.episode, step = excluded.step, next_at = excluded.next_at, next_tone = excluded.next_tone`

export const recordPause = (work: Work, task: TaskId, paused: boolean) => work.sql.run`
  update tasks.chase set paused_at = ${paused ? work.now : null}::timestamptz, paused_by = ${paused ? actorId(work.actor) : null}, next_at = null, next_tone = null
  where tenant_id = ${work.tenant} and task_id = ${task}`

export const recordUndeliverable = (work: Work, task: TaskId, because: string | null) => work.sql.run`
  update tasks.chase set undeliverable_at = ${because === null ? null : work.now}::timestamptz, undeliverable_because = ${because?.slice(0, 1_000) ?? null}
  where tenant_id = ${work.tenant} and task_id = ${task}`

type Whom = Chased['whom']
type New = { id: string; task: TaskId; episode: string; step: number | null; tone: Tone; by_id: PersonId | null; whom: Whom }
// Of one step there is one reminder: whoever comes second writes nothing, and sends nothing.
export const insertChased = (work: Work, c: New) => work.sql.run`
  insert into tasks.chased (tenant_id, id, task_id, episode, step, tone, at, by, by_id, whom)
  values (${work.tenant}, ${c.id}, ${c.task}, ${c.episode}, ${c.step}, ${c.tone}, ${work.now}, ${actorId(work.actor)}, ${c.by_id}, ${json(c.whom)})
  on conflict do nothing`

const chased = {
  id: uuid(), task_id: uuid<TaskId>(), episode: text, step: nullable(integer), tone: word<Tone>(), at: instant, by_id: nullable(uuid<PersonId>()), whom: jsonb<Whom>(),
} // prettier-ignore
export const chasedOf = (work: Work, task: TaskId, most: number) => work.sql.many(chased)`
  select id, task_id, episode, step, tone, at, by_id, whom from tasks.chased
  where tenant_id = ${work.tenant} and task_id = ${task} order by at desc, id desc limit ${most}`

export const countChased = (work: Work, task: TaskId, episode: string) => work.sql.one({ n: integer })`
  select count(*) as n from tasks.chased where tenant_id = ${work.tenant} and task_id = ${task} and episode = ${episode}`

export const findChased = (work: Work, id: string) => work.sql.maybeOne(chased)`
  select id, task_id, episode, step, tone, at, by_id, whom from tasks.chased where tenant_id = ${work.tenant} and id = ${id}`

const plan = { on: boolean, steps: jsonb<ChasePlan['steps']>(), texts: jsonb<ChasePlan['texts']>(), version: integer }
export const findPlan = (work: Work) => work.sql.maybeOne(plan)`
  select "on", steps, texts, version from tasks.chase_plan where tenant_id = ${work.tenant}`

export const putPlan = (work: Work, p: Omit<ChasePlan, 'version'>, given: number) => work.sql.run`
  insert into tasks.chase_plan as p (tenant_id, "on", steps, texts, changed_at, changed_by)
  values (${work.tenant}, ${p.on}, ${json(p.steps)}, ${json(p.texts)}, ${work.now}, ${actorId(work.actor)})
  on conflict (tenant_id) do update set "on" = excluded."on", steps = excluded.steps, texts = excluded.texts, changed_at = excluded.changed_at,
    changed_by = excluded.changed_by, version = p.version + 1
  where p.version = ${given}`

// Who is waiting to be chased, for a plan that was changed.
export const chasesWaiting = (work: Work, most: number) => work.sql.many({ task_id: uuid<TaskId>() })`
  select c.task_id from tasks.chase c join tasks.task t on t.tenant_id = c.tenant_id and t.id = c.task_id
  where c.tenant_id = ${work.tenant} and t.accepted_at is null and t.cancelled_at is null and t.answered_at is null order by c.task_id limit ${most}`
