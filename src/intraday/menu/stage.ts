// Where menus are worked out: one thread of this server at a time, bounded in memory and time. When the server stops it is given up and begun again by the
// next; the same situation gives the same menu.
import { Worker as Thread } from 'node:worker_threads'
import { worker, type Job, type Worker } from '#base/jobs'
import { log } from '#base/log'
import { Nap } from '#base/nap'
import type { Work } from '#base/work'
import { menuChanged, type Menu, type MenuId } from '../contract.ts'
import type { Situation, Thought } from '../engine/index.ts'
import { freshDay } from '../board/day-now.ts'
import { situationOf } from '../moves/situation-of.ts'
import { findMenu, recordFailed, recordProgress, recordThinking, recordThought } from '../store/menu.ts'
import { thinkJob } from './job.ts'
import type { Said } from './think-thread.ts'

type Stage = { workers: Worker[]; stop(): Promise<void> }
type Ended = { as: 'done'; thought: Thought } | { as: 'too_much' } | { as: 'fell'; error: unknown } | { as: 'stopped' }

const TURN_SECONDS = 1
const MOST_TRIES = 3
const MOST_MEGABYTES = 512
const MOST_MILLISECONDS = 120_000
const TELL_MILLISECONDS = 1_000

export function openStage(): Stage {
  let stop: (() => void) | undefined
  let stopped = false
  let busy = false
  const own = worker(thinkJob, async (job) => {
    if (stopped || busy) return await job.work((work) => job.again(work, work.now.add({ seconds: TURN_SECONDS }), 'another is worked out first'))
    busy = true
    try {
      await perform(job, (end) => (stop = end))
    } finally {
      busy = false
      stop = undefined
    }
  })
  const give = async (): Promise<void> => {
    stopped = true
    stop?.()
  }
  return { workers: [own], stop: give }
} // prettier-ignore

type Thinking = Job<{ menu: MenuId }>

async function perform(job: Thinking, begun: (stop: () => void) => void): Promise<void> {
  const { menu } = job.payload
  const situation = await job.work((work) => begin(work, menu))
  if (situation === 'gone') return
  if (situation === null) return await job.work((work) => fail(work, job, nothingToSee))
  const ended = await thought(job, situation, begun)
  if (ended.as === 'fell') log.error({ error: ended.error, menu }, 'a menu could not be worked out')
  await job.work((work) => finish(work, job, ended))
}

async function begin(work: Work, id: MenuId): Promise<Situation | null | 'gone'> {
  if ((await recordThinking(work, id)) === 0) return 'gone'
  const menu = (await findMenu(work, id))! // just held
  if (menu.tries > MOST_TRIES) return null
  return await situationOf(work, await freshDay(work), menu.group_key)
}

function thought(job: Thinking, situation: Situation, begun: (stop: () => void) => void): Promise<Ended> {
  const thread = new Thread(new URL('./think-thread.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES }, execArgv: [] })
  const { promise, resolve } = Promise.withResolvers<Ended>()
  const timer = setTimeout(() => resolve({ as: 'too_much' }), MOST_MILLISECONDS)
  let share = 0
  thread.on('message', (said: Said) => (said.kind === 'progress' ? (share = said.share) : resolve({ as: 'done', thought: said.thought })))
  thread.on('error', (error) => resolve((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? { as: 'too_much' } : { as: 'fell', error }))
  thread.on('exit', () => resolve({ as: 'stopped' }))
  begun(() => resolve({ as: 'stopped' }))
  thread.postMessage(situation)
  return followed(job, promise, () => share).finally(() => {
    clearTimeout(timer)
    void thread.terminate()
  })
} // prettier-ignore

async function followed(job: Thinking, ended: Promise<Ended>, share: () => number): Promise<Ended> {
  const nap = new Nap()
  let over: Ended | undefined
  void ended.then((how) => {
    over = how
    nap.end()
  })
  let told = 0
  while (!over) {
    await nap.take(TELL_MILLISECONDS)
    if (over || share() <= told) continue
    told = share()
    await job.work((work) => tellProgress(work, job.payload.menu, told))
  }
  return await ended
}

async function tellProgress(work: Work, id: MenuId, progress: number): Promise<void> {
  const menu = await findMenu(work, id)
  if (menu && (await recordProgress(work, id, progress)) > 0) work.publish(menuChanged, { menu: id, group: menu.group_key, state: 'thinking', progress })
} // prettier-ignore

async function finish(work: Work, job: Thinking, ended: Ended): Promise<void> {
  const { menu } = job.payload
  switch (ended.as) {
    case 'stopped':
      return await job.again(work, work.now, 'the server stopped')
    case 'too_much':
      return await fail(work, job, tooMuch)
    case 'fell':
      return await fail(work, job, fell)
    case 'done':
      await recordThought(work, menu, ended.thought)
      await tell(work, menu, 'done')
      return await job.finish(work)
  }
}

async function fail(work: Work, job: Thinking, why: NonNullable<Menu['failed']>): Promise<void> {
  await recordFailed(work, job.payload.menu, why)
  await tell(work, job.payload.menu, 'failed')
  await job.finish(work)
}

async function tell(work: Work, id: MenuId, state: 'done' | 'failed'): Promise<void> {
  const menu = await findMenu(work, id)
  if (menu) work.publish(menuChanged, { menu: id, group: menu.group_key, state, progress: 1 })
}

const nothingToSee = {
  code: 'intraday.group_unknown',
  fr: 'Ce groupe de files n’existe plus aujourd’hui.',
  en: 'This group of queues no longer exists today.',
}
const tooMuch = {
  code: 'intraday.too_much',
  fr: 'Le calcul a pris trop de temps. Réessayez plus tard dans la journée.',
  en: 'It took too long to work out. Try again later in the day.',
}
const fell = {
  code: 'intraday.fell',
  fr: 'Le calcul s’est arrêté par une erreur de notre côté. Elle est consignée.',
  en: 'It stopped by an error on our side. It has been recorded.',
}
