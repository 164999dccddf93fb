// The chase follows its task: whatever changes of whom it is asked, or by when, begins it anew; an answer, a refusal or an end stops it. The
// clock is one row a task, and decides under the task's lock from what it finds (see timers.ts).
import { cancelJob, jobKind, later } from '#base/jobs'
import { newId } from '#base/id'
import type { Work } from '#base/work'
import type { ChaseId, TaskId } from '../contract.ts'
import { isOwed } from '../rules/state-of.ts'
import type { TaskRow } from '../store/row.ts'
import { lockTask } from '../store/task.ts'
import { hoursAsked } from './hours-asked.ts'
import { nextStep, type Next } from './next-step.ts'
import { planOf } from './plan-of.ts'
import { chasedOf, chasesWaiting, findChase, putChase, type ChaseRow } from './store/chase.ts'

export const chaseClock = jobKind<{ task: TaskId }>('tasks.chase_clock')

/** Asked of the same until the same moment is one episode; sent back or redirected, another begins, and is chased from its first step. */
export const episodeOf = (task: TaskRow): string =>
  `${(task.team_id ?? task.person_id ?? task.party_id)!} ${task.begun_at?.toString() ?? ''} ${task.due_at?.toString() ?? ''}` // one of three, by constraint

export async function follow(work: Work, { task_id }: { task_id: TaskId }): Promise<void> {
  const task = await lockTask(work, task_id)
  if (task) await followHeld(work, task)
}

/** The task must be held. */
export async function followHeld(work: Work, task: TaskRow): Promise<void> {
  const before = await findChase(work, task.id)
  if (!before && !isOwed(task)) return
  const episode = episodeOf(task)
  const step = before?.episode === episode ? before.step : 0
  const next = before?.paused_at ? null : await nextFor(work, task, { episode, step })
  await setNext(work, { task, before, episode, step, next })
}

type Setting = { task: TaskRow; before: ChaseRow | undefined; episode: string; step: number; next: Next | null }

/** Writes down what comes next, and sets the clock to it. */
export async function setNext(work: Work, { task, before, episode, step, next }: Setting): Promise<void> {
  const id = before?.id ?? newId<'chase'>(work.now)
  await putChase(work, { id, task: task.id, episode, step, next: next && { at: next.at, tone: next.tone } })
  if (before?.next_at) await cancelJob(work, id)
  if (next) await startClock(work, id, { task: task.id, at: next.at })
}

const startClock = (work: Work, id: ChaseId, { task, at }: { task: TaskId; at: Temporal.Instant }): Promise<string> =>
  later(work, chaseClock, { payload: { task }, id, at })

/** What comes next by itself, from the steps that are not behind us; null where nothing is owed, or the plan is off or at its end. */
export async function nextFor(
  work: Work,
  task: TaskRow,
  { episode, step }: { episode: string; step: number },
): Promise<Next | null> {
  if (!isOwed(task) || !task.begun_at || !task.due_at) return null
  const plan = await planOf(work)
  if (!plan.on) return null
  const { hours } = await hoursAsked(work, task)
  const [last] = (await chasedOf(work, task.id, 1)).filter((each) => each.episode === episode)
  const facts = { hours, begun_at: task.begun_at, due_at: task.due_at, isOutside: task.party_id !== null }
  return nextStep(plan.steps, facts, { step, last_at: last?.at ?? null })
}

const MOST_FOLLOWED = 2_000

/** Every task that is being chased, after the plan was changed. */
export async function followAll(work: Work): Promise<void> {
  for (const { task_id } of await chasesWaiting(work, MOST_FOLLOWED)) await follow(work, { task_id })
}
