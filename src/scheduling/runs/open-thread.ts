// The server's side of the optimiser's thread: bounded in memory and time. A thread that dies takes nothing with it.
import { Worker } from 'node:worker_threads'
import type { Answer, Progress } from '../contract.ts'
import type { Ended, Incumbent, Planner } from './planner.ts'

export type Said =
  | { kind: 'incumbent'; incumbent: Incumbent }
  | { kind: 'progress'; progress: Progress }
  | { kind: 'done'; answer: Answer }

const MOST_MEGABYTES = 3_072
const GRACE_SECONDS = 120 // to prove and to say why, after the time it was given

export const threadPlanner: Planner = (ask, begun = []) => {
  const enough = new SharedArrayBuffer(4)
  const worker = new Worker(new URL('./plan-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    execArgv: [],
    workerData: { ask, enough, begun },
  })
  const { promise: ended, resolve: end } = Promise.withResolvers<Ended>()
  const timer = setTimeout(() => end({ as: 'too_much' }), (ask.limits.seconds + GRACE_SECONDS) * 1_000)
  let last: Progress | null = null
  let best: Incumbent | null = null
  worker.on('message', (said: Said) => {
    if (said.kind === 'progress') last = said.progress
    else if (said.kind === 'incumbent') best = said.incumbent
    else if (said.kind === 'done') end({ as: 'done', answer: said.answer })
  })
  worker.on(
    'error',
    (error) => end((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? { as: 'too_much' } : { as: 'fell', error }), // Node's own errors have codes
  )
  worker.on('exit', () => end({ as: 'stopped' }))
  void ended.then(() => {
    clearTimeout(timer)
    return worker.terminate()
  })
  return {
    progress: () => last,
    incumbent: () => best,
    ended,
    enough: () => void Atomics.store(new Int32Array(enough), 0, 1),
    stop: async () => void (end({ as: 'stopped', told: true }), await ended),
  }
}
