// A run is made: what it needs is read, the optimiser thinks in a thread of its own, is followed, and what it found is written by one commit. Whoever
// kills the server begins it again.
import type { Job } from '#base/jobs'
import { log } from '#base/log'
import { Nap } from '#base/nap'
import { Refused } from '#base/refusal'
import type { Work } from '#base/work'
import { MOST_TIMES_TORN, planFellOver, planRunChanged, planRunProgressed, planTookTooLong, type Progress } from '../contract.ts'
import { findPlan } from '../store/plan.ts'
import * as store from '../store/run.ts'
import { applyAnswer } from './apply.ts'
import { askOfPlan, type Asked } from './ask-of-plan.ts'
import type { optimise } from './job.ts'
import type { Ended, Incumbent, Planner, Thinking } from './planner.ts'
import { tornTooOften } from './torn.ts'

type Optimising = Job<NonNullable<(typeof optimise)['payload']>>
const LOOK_MILLISECONDS = 500
const TELL_MILLISECONDS = 2_000
const GATHERED = 0.05

export async function perform(job: Optimising, planner: Planner, opened: (thinking: Thinking) => void): Promise<void> {
  const run = await job.work(async (work) =>
    (await store.recordBegun(work, job.payload.run)) > 0 ? await store.findRun(work, job.payload.run) : undefined,
  )
  if (!run) return
  const begun = await job.work((work) => store.incumbentOf(work, run.id))
  const lastTry = run.tries === MOST_TIMES_TORN + 1 && begun.length > 0 // what was found is worth one more: to be proven and written, not bettered
  if (run.tries > MOST_TIMES_TORN && !lastTry) return await job.work((work) => failed(work, run, tornTooOften(run.tries - 1)))
  const asked = await gathered(job, run)
  if (!asked) return
  const thinking = planner(shorter(asked.ask, run), begun)
  opened(thinking)
  await finish(job, run, { asked, ended: await followed(job, run, thinking) })
}

// What is begun again has as much time as was left, and half of it at least: the proof is to be made anew.
const shorter = (ask: Asked['ask'], { best, tries }: store.RunRow): Asked['ask'] => {
  const { seconds } = ask.limits
  return best ? { ...ask, limits: { ...ask.limits, seconds: secondsLeft(seconds, { tries, at_s: best.at_s }) } } : ask
}

const secondsLeft = (seconds: number, { tries, at_s }: { tries: number; at_s: number }): number =>
  tries > MOST_TIMES_TORN ? LAST_SECONDS : Math.max(seconds / 2, seconds - at_s)
const LAST_SECONDS = 1

// What cannot be planned says why, and is not tried again.
async function gathered(job: Optimising, run: store.RunRow): Promise<Asked | null> {
  try {
    return await job.work(async (work) => {
      const plan = await findPlan(work, run.plan_id)
      if (!plan) return null
      const asked = await askOfPlan(work, plan, run.asked)
      await store.recordGathered(work, run.id)
      return asked
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { code, fr, en } = error.refusal
    await job.work((work) => failed(work, run, { code, fr, en }))
    return null
  }
}

async function followed(job: Optimising, run: store.RunRow, thinking: Thinking): Promise<Ended> {
  const nap = new Nap()
  let over = false
  void thinking.ended.then(() => {
    over = true
    nap.end()
  })
  let told = 0
  let kept: Incumbent | null = null
  while (!over) {
    await nap.take(LOOK_MILLISECONDS)
    if (over) break
    const tell = performance.now() - told >= TELL_MILLISECONDS
    const wish = await job.work((work) => look(work, run, { progress: thinking.progress(), tell }))
    if (tell) told = performance.now()
    if (tell) kept = await keep(job, run, { thinking, kept })
    if (wish === 'gone') await thinking.stop()
    if (wish === 'take_best') thinking.enough()
  }
  const ended = await thinking.ended
  if (ended.as === 'stopped') await keep(job, run, { thinking, kept })
  return ended
}

type Keeping = { thinking: Thinking; kept: Incumbent | null }
/** Writes the best so far down where it is another than was kept: whoever kills the server loses seconds. */
async function keep(job: Optimising, run: store.RunRow, { thinking, kept }: Keeping): Promise<Incumbent | null> {
  const best = thinking.incumbent?.() ?? null
  if (best && best !== kept && best.length > 0) await job.work((work) => store.recordIncumbent(work, run.id, best))
  return best
}

type Look = { progress: Progress | null; tell: boolean }
/** Writes down how far it is, and reads what somebody wishes meanwhile. */
async function look(work: Work, run: store.RunRow, { progress, tell }: Look): Promise<'gone' | 'take_best' | null> {
  const now = await store.findRun(work, run.id)
  if (!now || now.ended_at) return 'gone'
  const share = shareOf(progress, run.asked.seconds)
  const best =
    progress && progress.incumbent !== null
      ? { objective: progress.incumbent, bound: progress.bound, gap: progress.gap, at_s: Math.round(progress.seconds) }
      : null
  await store.recordProgress(work, run.id, { progress: share, best })
  if (tell)
    work.publish(planRunProgressed, { plan: run.plan_id, run: run.id, state: 'solving', progress: share, gap: best?.gap ?? null })
  return now.end_asked === 'take_best' ? 'take_best' : null
}

// The time given is what is used up.
const shareOf = (progress: Progress | null, seconds: number): number =>
  Math.round(100 * (GATHERED + (1 - GATHERED) * Math.min(0.99, (progress?.seconds ?? 0) / seconds))) / 100

async function finish(job: Optimising, run: store.RunRow, { asked, ended }: { asked: Asked; ended: Ended }): Promise<void> {
  if (ended.as === 'fell') log.error({ error: ended.error, run: run.id }, 'the optimiser fell')
  await job.work(async (work) => {
    switch (ended.as) {
      case 'stopped': // by somebody, or the server stops: then it is begun again
        if ((await store.recordStopped(work, run.id, ended.told ? 1 : 0)) > 0)
          return await job.again(work, work.now, 'the server stopped')
        return await job.finish(work)
      case 'done':
        await applyAnswer(work, run, { asked, answer: ended.answer })
        return await job.finish(work)
      case 'too_much':
        await failed(work, run, planTookTooLong)
        return await job.finish(work)
      case 'fell':
        await failed(work, run, planFellOver)
        return await job.finish(work)
    }
  })
}

async function failed(work: Work, run: store.RunRow, { code, fr, en }: { code: string; fr: string; en: string }): Promise<void> {
  if ((await store.recordFailed(work, run.id, { code, fr, en })) > 0)
    work.publish(planRunChanged, { plan: run.plan_id, run: run.id, state: 'failed' })
}
