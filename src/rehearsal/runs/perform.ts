// A rehearsal is made: read, told to its thread, followed, and written down by one commit. The event loop only passes on what PostgreSQL has put
// together; everything else is the thread's. Whoever kills the server begins it again; the same seed, the same slices, the same result.
import type { Job } from '#base/jobs'
import { log } from '#base/log'
import { Nap } from '#base/nap'
import type { Work } from '#base/work'
import { fellOver, runChanged, runProgressed, tookTooLong, type RunState } from '../contract.ts'
import {
  findRun,
  findTraffic,
  recordBegun,
  recordDone,
  recordFailed,
  recordProgress,
  recordRead,
  type RunRow,
} from '../store/run.ts'
import { putResult } from '../store/result.ts'
import { deleteSlices, findSlice, slicesRead } from '../store/slice.ts'
import { openThread, type Ended, type Thread } from '../worker/open-thread.ts'
import type { Failure } from '../worker/protocol.ts'
import { givenOf } from './given.ts'
import { readPeriod, slicesOf } from './read.ts'
import type { rehearse } from './job.ts'

type Rehearsal = Job<NonNullable<(typeof rehearse)['payload']>>
const MOST_TRIES = 3
const READING_SHARE = 0.3
const TOLD_SHARE = 0.4
const LOOK_MILLISECONDS = 500
const TELL_MILLISECONDS = 2_000

export async function perform(job: Rehearsal, opened: (thread: Thread) => void): Promise<void> {
  const run = await job.work((work) => begin(work, job.payload.run))
  if (!run) return
  if (run.tries > MOST_TRIES) return await job.work((work) => failed(work, run, tookTooLong))
  const follow = follower(job, run)
  const read = await readPeriod(job, run, (done, of) => follow.tell('reading', (READING_SHARE * done) / of))
  if (!read) return
  const thread = openThread(await job.work((work) => workOf(work, run)))
  opened(thread)
  await passOn(job, run, { thread, follow })
  thread.go()
  await finish(job, run, await followed(thread, follow))
}

async function begin(work: Work, id: RunRow['id']): Promise<RunRow | undefined> {
  return (await recordBegun(work, id)) > 0 ? await findRun(work, id) : undefined
}

async function workOf(work: Work, run: RunRow): Promise<Parameters<typeof openThread>[0]> {
  const traffic = await findTraffic(work, run.id)
  if (traffic.kind === 'scenario')
    return { kind: 'scenario', scenario: traffic.scenario, packed: traffic.packed, really: traffic.really ?? [] }
  const { contacts } = await slicesRead(work, run.id)
  await recordRead(work, run.id, contacts)
  return { kind: 'period', given: await givenOf(work, { ...run, contacts }) }
}

// One slice after the other: the next is fetched when the thread has understood the one before.
async function passOn(job: Rehearsal, run: RunRow, { thread, follow }: { thread: Thread; follow: Follower }): Promise<void> {
  const { places } = slicesOf(run)
  for (let place = 0; place < places; place++) {
    const slice = await job.work((work) => findSlice(work, run.id, place))
    if (slice) await thread.hear({ kind: 'slice', of: slice.kind, lines: slice.lines })
    await follow.tell('rehearsing', READING_SHARE + ((TOLD_SHARE - READING_SHARE) * (place + 1)) / places)
  }
}

type Follower = { tell(state: RunState, progress: number): Promise<boolean> }

// False: it was stopped or forgotten meanwhile. The desk hears of it at most every two seconds.
function follower(job: Rehearsal, run: RunRow): Follower {
  let told = 0
  let last = -1
  return {
    tell: async (state, progress) =>
      await job.work(async (work) => {
        const rounded = Math.round(progress * 100) / 100
        if ((await recordProgress(work, run.id, rounded)) === 0) return false
        const now = performance.now()
        if (rounded !== last && now - told >= TELL_MILLISECONDS) {
          work.publish(runProgressed, { id: run.id, state, progress: rounded })
          told = now
          last = rounded
        }
        return true
      }),
  }
}

async function followed(thread: Thread, follow: Follower): Promise<Ended> {
  const nap = new Nap()
  void thread.ended.then(() => nap.end())
  let over: Ended | undefined
  void thread.ended.then((ended) => (over = ended))
  while (!over) {
    await nap.take(LOOK_MILLISECONDS)
    const goesOn = over || (await follow.tell('rehearsing', TOLD_SHARE + (1 - TOLD_SHARE) * thread.progress()))
    if (!goesOn) await thread.stop()
  }
  return await thread.ended
}

async function finish(job: Rehearsal, run: RunRow, ended: Ended): Promise<void> {
  if (ended.as === 'fell') log.error({ error: ended.error, run: run.id }, 'a rehearsal fell')
  await job.work(async (work) => {
    switch (ended.as) {
      case 'stopped': // by somebody, or the server stops: then it is begun again
        if ((await recordProgress(work, run.id, 0)) > 0) return await job.again(work, work.now, 'the server stopped')
        return await job.finish(work)
      case 'done':
        if ((await recordDone(work, run.id, ended.outcome.check?.trust ?? null)) > 0) await written(work, run, ended)
        return await job.finish(work)
      case 'refused':
        await failed(work, run, withFirstTrouble(ended.failure))
        return await job.finish(work)
      case 'too_much':
        await failed(work, run, tookTooLong)
        return await job.finish(work)
      case 'fell':
        await failed(work, run, fellOver)
        return await job.finish(work)
    }
  })
}

// Of a scenario that cannot be read, where it begins to be wrong.
function withFirstTrouble({ code, fr, en, details }: Failure): Pick<Failure, 'code' | 'fr' | 'en'> {
  const { fields } = (details ?? {}) as { fields?: { path: string; message: string }[] } // as scenarioUnreadable has them; others have none
  const [first] = fields ?? []
  const where = first ? ` (${first.path}: ${first.message.slice(0, 300)})` : ''
  return { code, fr: fr + where, en: en + where }
}

async function written(work: Work, run: RunRow, { outcome }: Extract<Ended, { as: 'done' }>): Promise<void> {
  await putResult(work, run.id, outcome)
  await deleteSlices(work, run.id)
  work.publish(runChanged, { id: run.id, state: 'done' })
}

async function failed(work: Work, run: RunRow, { code, fr, en }: { code: string; fr: string; en: string }): Promise<void> {
  if ((await recordFailed(work, run.id, { code, fr, en })) === 0) return
  await deleteSlices(work, run.id)
  work.publish(runChanged, { id: run.id, state: 'failed' })
}
