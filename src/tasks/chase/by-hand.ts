// Chasing with one press, and stopping or letting go on what goes out by itself: for whoever answers for the case.
import { refuse, type Work } from '#base/work'
import {
  CHASE_APART_MINUTES, chasedEnough, chasedJustNow, MOST_CHASES, nobodyAbove, nothingToChase, type Chase, type TaskId, type Tone,
} from '../contract.ts' // prettier-ignore
import { holdForCase, needAnswersForCase, needTask } from '../need.ts'
import { isOwed } from '../rules/state-of.ts'
import { lockTask } from '../store/task.ts'
import { episodeOf, followHeld } from './follow.ts'
import { sendChase } from './send-chase.ts'
import { showChase } from './show.ts'
import { chasedOf, recordPause } from './store/chase.ts'
import { toneNow } from './tone-now.ts'

export async function chaseNow(work: Work, { id, tone }: { id: TaskId; tone?: Tone | undefined }): Promise<Chase> {
  const { task } = await holdForCase(work, id)
  if (!isOwed(task)) throw refuse(nothingToChase, {})
  const episode = episodeOf(task)
  const before = (await chasedOf(work, id, MOST_CHASES + 1)).filter((each) => each.episode === episode)
  if (before.length >= MOST_CHASES) throw refuse(chasedEnough, { most: MOST_CHASES })
  const again = before[0]?.at.add({ minutes: CHASE_APART_MINUTES })
  if (again && Temporal.Instant.compare(again, work.now) > 0)
    throw refuse(chasedJustNow, { retry_after_seconds: Math.ceil(work.now.until(again).total('seconds')) })
  const wanted = tone ?? (await toneNow(work, task, before))
  if (!(await sendChase(work, task, { tone: wanted, step: null }))) throw refuse(nobodyAbove, {})
  await followHeld(work, task) // what comes by itself keeps its distance
  return await showChase(work, { id })
}

export const pauseChase = (work: Work, { id }: { id: TaskId }): Promise<Chase> => pause(work, id, true)
export const resumeChase = (work: Work, { id }: { id: TaskId }): Promise<Chase> => pause(work, id, false)

async function pause(work: Work, id: TaskId, paused: boolean): Promise<Chase> {
  needAnswersForCase(work, await needTask(work, id))
  const task = await lockTask(work, id)
  if (!task || !isOwed(task)) throw refuse(nothingToChase, {})
  await followHeld(work, task) // that there is a row to stop
  await recordPause(work, id, paused)
  if (!paused) await followHeld(work, task)
  return await showChase(work, { id })
}
