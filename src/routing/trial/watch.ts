// What the timer of a trial does each minute: go back if it falls, go on with the plan if it has held for long enough.
import { setTimers, worker, type Job } from '#base/jobs'
import type { Work } from '#base/work'
import type { TrialId } from '../contract/trial.ts'
import { oneAtATime } from '../rulebook/store.ts'
import { LOOK_SECONDS, trialClock } from './clock.ts'
import { publishHeld, rollBack } from './end.ts'
import * as store from './store.ts'
import { weigh } from './weigh.ts'
import { give } from './widen.ts'

export const workers = [worker(trialClock, (job) => job.work((work) => look(work, job)))]

async function look(work: Work, job: Job<{ trial: TrialId }>): Promise<void> {
  await oneAtATime(work) // in the order of whoever publishes, so that neither waits for the other for ever
  const trial = await store.lockTrial(work, job.payload.trial)
  if (!trial || trial.ended_at) return await job.finish(work)
  const found = await weigh(work, trial)
  if (found.verdict === 'falls') return await Promise.all([rollBack(work, trial, found), job.finish(work)]).then(() => {})
  await store.noteLook(work, trial.id, found.verdict)
  if (found.verdict === 'holds' && (await goOn(work, trial, found)) === 'over') return await job.finish(work)
  const next = work.now.add({ seconds: LOOK_SECONDS })
  await job.again(work, next, 'a trial is looked at every minute')
  await setTimers(work, trialClock, [{ id: job.id, payload: job.payload, at: next }]) // and its tries begin anew
}

async function goOn(work: Work, trial: store.TrialRow, found: Awaited<ReturnType<typeof weigh>>): Promise<'over' | 'on'> {
  const step = (await store.stepsOf(work, [trial.id]))[trial.steps_taken]
  const due = nextStepAt(trial, step?.after_minutes)
  if (due === null || Temporal.Instant.compare(work.now, due) < 0) return 'on'
  if (step) await give(work, trial, { share: step.share_per_mille, steps_taken: trial.steps_taken + 1, how: 'by_plan' })
  else await publishHeld(work, trial, found)
  return step ? 'on' : 'over'
}

/** When the plan goes on, if it holds until then: `after_minutes` of the next step, or undefined after the last. */
export function nextStepAt(trial: store.TrialRow, after_minutes: number | undefined): Temporal.Instant | null {
  const minutes = after_minutes ?? (trial.publishes ? trial.publish_after_minutes : null)
  return minutes === null || !trial.holds_since || trial.ended_at ? null : trial.holds_since.add({ minutes })
}
