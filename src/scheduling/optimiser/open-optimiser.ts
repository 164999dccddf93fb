// The server's side of the optimiser's thread: bounded in memory and in time. A thread that dies takes nothing with it.
import { Worker } from 'node:worker_threads'
import type { Answer, Progress } from '../contract/schedule-answer.ts'
import type { Ask } from '../contract/schedule-ask.ts'
import type { Said, Work } from './protocol.ts'

export type Ended = { as: 'done'; answer: Answer } | { as: 'too_much' } | { as: 'fell'; error: unknown } | { as: 'stopped' }
export type Optimiser = {
  ended: Promise<Ended>
  finishNow(): void // ends soon, as done, with the best plan so far
  stop(): Promise<void> // ends at once, without a plan
}

const MOST_MEGABYTES = 3_072
const GRACE_SECONDS = 60 // beyond the limit of the ask: for reading, proving and telling why

export function openOptimiser(ask: Ask, tell: (progress: Progress) => void = () => {}): Optimiser {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const work: Work = { ask, stop }
  const worker = new Worker(new URL('./optimise-thread.ts', import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    execArgv: [],
  })
  const { promise: ended, resolve: end } = Promise.withResolvers<Ended>()
  const timer = setTimeout(() => end({ as: 'too_much' }), (ask.limits.seconds + GRACE_SECONDS) * 1_000)
  worker.on('message', (said: Said) => {
    if (said.kind === 'progress') tell(said.progress)
    else end({ as: 'done', answer: said.answer })
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
    ended,
    finishNow: () => void Atomics.store(stop, 0, 1),
    stop: async () => void (end({ as: 'stopped' }), await ended),
  }
}
