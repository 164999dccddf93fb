// A forecast is made: the past is counted to its end, then one stream after the other is asked of a thread and written down. Whoever kills the server
// begins it again; streams that were written are not asked again.
import { availableParallelism } from 'node:os'
import { MOST_STREAMS, streamKey } from '../contract/streams.ts'
import type { Job } from '#base/jobs'
import { log } from '#base/log'
import type { Work } from '#base/work'
import {
  forecastChanged,
  forecastProgressed,
  runFellOver,
  runTookTooLong,
  tooLittleHistory,
  type ForecastState,
  type Stream,
} from '../contract.ts'
import { countDays as countSome } from '../history/count-days.ts'
import { DAYS_NEEDED, knownStreams } from '../history/overview.ts'
import { closedIn, hoursOf } from '../history/hours.ts'
import { quarterAfter, quarterOf, type Span } from '../rules/quarters.ts'
import { isAnyDirty } from '../store/counting.ts'
import {
  findRun, recordBegun, recordDone, recordFailed, recordNotInVain, recordProgress, recordStopped, streamsOf, type RunRow,
} from '../store/run.ts' // prettier-ignore
import { openThread, type Ended, type Thread } from '../worker/open-thread.ts'
import { askOf, knownOf, type Known } from './ask-of.ts'
import type { forecastJob } from './job.ts'
import { keepAnswer } from './keep-answer.ts'
import { publishBySelf } from './publish.ts'
import { READ_SHARE } from './show.ts'
import { whenOpen } from './when-open.ts'

export type Forecasting = Pick<Job<NonNullable<(typeof forecastJob)['payload']>>, 'payload' | 'work' | 'finish' | 'again'>
const MOST_TRIES = 3
const MOST_ROUNDS = 200
const TELL_MILLISECONDS = 2_000
const LANES = availableParallelism() > 1 ? 2 : 1 // while one stream is reckoned, another is read or written

type Server = { opened: (threads: Pick<Thread, 'stop'>) => void; stops: () => boolean }
export async function perform(job: Forecasting, { opened, stops }: Server): Promise<void> {
  const run = await job.work((work) => begin(work, job.payload.run))
  if (!run) return
  if (run.tries > MOST_TRIES) return await job.work((work) => failed(work, run, runTookTooLong))
  const follow = follower(job, run)
  await countToTheEnd(job, follow, stops)
  await make(job, run, { follow, opened })
}

/** Of what was counted already. */
export async function performWithoutCounting(job: Forecasting): Promise<void> {
  const run = await job.work((work) => begin(work, job.payload.run))
  if (run) await make(job, run, { follow: follower(job, run), opened: () => {} })
}

type Making = { follow: Follower; opened: (threads: Pick<Thread, 'stop'>) => void }
async function make(job: Forecasting, run: RunRow, { follow, opened }: Making): Promise<void> {
  const { known, enough, streams, left_out } = await job.work((work) => toForecast(work, run))
  if (enough === 0) return await job.work((work) => failed(work, run, tooLittleHistory))
  const threads = Array.from({ length: Math.min(LANES, Math.max(1, streams.length)) }, openThread)
  const stop = async (): Promise<void> => void (await Promise.all(threads.map((thread) => thread.stop())))
  opened({ stop })
  try {
    const ended = await forecastAll(job, run, { threads, follow, known, streams })
    await finish(job, run, { ended, left_out })
  } finally {
    await stop()
  }
}

async function begin(work: Work, id: RunRow['id']): Promise<RunRow | undefined> {
  return (await recordBegun(work, id)) > 0 ? await findRun(work, id) : undefined
}

async function countToTheEnd(job: Forecasting, follow: Follower, stops: () => boolean): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS && !stops(); round++) {
    const counted = await countSome((body) => job.work(body), 8)
    if (counted > 0) await job.work((work) => recordNotInVain(work, job.payload.run))
    const going = await follow('reading', READ_SHARE * (1 - 1 / (round + 2)))
    if (counted < 8 || !going || !(await job.work(isAnyDirty))) return
  }
}

type ToForecast = { known: Known; enough: number; streams: Stream[]; left_out: number } // streams: those that are not told yet
async function toForecast(work: Work, run: RunRow): Promise<ToForecast> {
  const known = await knownOf(work)
  const all = await knownStreams(work, known.sorter)
  const enough = all.filter(({ days }) => days >= DAYS_NEEDED).slice(0, MOST_STREAMS)
  const told = new Set((await streamsOf(work, run.id)).map(streamKey))
  return {
    known,
    enough: enough.length,
    streams: enough.map(({ stream }) => stream).filter((stream) => !told.has(streamKey(stream))),
    left_out: all.length - enough.length,
  }
}

type Follower = (state: ForecastState, progress: number) => Promise<boolean>
type Means = { threads: readonly Thread[]; follow: Follower; known: Known; streams: readonly Stream[] }

/** null: all of them are told. */
async function forecastAll(job: Forecasting, run: RunRow, { threads, follow, known, streams }: Means): Promise<Ended | null> {
  const left = streams.values()
  let ended: Ended | null = null
  let done = 0
  const lane = async (thread: Thread): Promise<void> => {
    for (const stream of left) {
      ended ??= await forecastOne(job, run, { thread, stream, known })
      done += 1
      if (ended) return
      if (!(await follow('forecasting', READ_SHARE + ((1 - READ_SHARE) * done) / streams.length))) ended ??= { as: 'stopped' }
    }
  }
  const lanes = await Promise.allSettled(
    threads.map((thread) =>
      lane(thread).catch((error: unknown) => {
        ended ??= { as: 'stopped' } // the other one ends with the stream it is at
        throw error
      }),
    ),
  )
  for (const each of lanes) if (each.status === 'rejected') throw each.reason
  return ended
}

type One = { thread: Thread; stream: Stream; known: Known }
async function forecastOne(job: Forecasting, run: RunRow, { thread, stream, known }: One): Promise<Ended | null> {
  const ask = await job.work((work) => askOf(work, run, { stream, known }))
  if (!ask) return null
  const answered = await thread.forecast(ask)
  if ('ended' in answered) return answered.ended
  if ('refused' in answered) throw new Error(`a stream could not be asked: ${answered.refused}`)
  const answer = whenOpen(answered.answer, closedFor(stream, run, known))
  await job.work(async (work) => {
    await recordNotInVain(work, run.id)
    await keepAnswer(work, run, { stream, answer })
  })
  return null
}

function closedFor(stream: Stream, { from_at, to_at }: RunRow, { sorter, calendars }: Known): Span[] {
  const hours = hoursOf(stream, { queues: sorter.queues, calendars })
  return hours ? closedIn(hours, { from: quarterOf(from_at), to: quarterAfter(to_at) }) : []
}

// False: it was stopped or forgotten meanwhile. The desk hears of it at most every two seconds.
function follower(job: Forecasting, run: RunRow): Follower {
  let told = Number.NEGATIVE_INFINITY
  return async (state, progress) =>
    await job.work(async (work) => {
      if ((await recordProgress(work, run.id, Math.round(progress * 100) / 100)) === 0) return false
      if (performance.now() - told < TELL_MILLISECONDS) return true
      work.publish(forecastProgressed, { id: run.id, state, progress })
      told = performance.now()
      return true
    })
}

async function finish(
  job: Forecasting,
  run: RunRow,
  { ended, left_out }: { ended: Ended | null; left_out: number },
): Promise<void> {
  if (ended?.as === 'fell') log.error({ error: ended.error, run: run.id }, 'a forecast fell')
  await job.work(async (work) => {
    if (ended?.as === 'stopped') {
      if ((await recordStopped(work, run.id, ended.told ? 1 : 0)) > 0)
        return await job.again(work, work.now, 'the server stopped') // begun again by the next
      return await job.finish(work)
    }
    if (ended) await failed(work, run, ended.as === 'too_much' ? runTookTooLong : runFellOver)
    else if ((await recordDone(work, run.id, left_out)) > 0) await done(work, run)
    await job.finish(work)
  })
}

async function done(work: Work, run: RunRow): Promise<void> {
  if (run.publishes) await publishBySelf(work, run)
  work.publish(forecastChanged, { id: run.id, state: 'done' })
}

async function failed(work: Work, run: RunRow, { code, fr, en }: { code: string; fr: string; en: string }): Promise<void> {
  if ((await recordFailed(work, run.id, { code, fr, en })) > 0) work.publish(forecastChanged, { id: run.id, state: 'failed' })
}
