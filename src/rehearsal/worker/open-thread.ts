// The server's side of a rehearsal's thread: bounded in number, in memory and in time. A thread that dies takes nothing with it.
import { Worker } from 'node:worker_threads'
import { availableParallelism } from 'node:os'
import type { Outcome } from '../store/result.ts'
import type { Failure, Said, Told, Work } from './protocol.ts'

export type Ended =
  | { as: 'done'; outcome: Outcome; contacts: number }
  | { as: 'refused'; failure: Failure }
  | { as: 'too_much' } // time or memory
  | { as: 'fell'; error: unknown }
  | { as: 'stopped' }

export type Thread = {
  hear(slice: Extract<Told, { kind: 'slice' }>): Promise<void> // until it is understood
  go(): void
  progress(): number
  ended: Promise<Ended>
  stop(): Promise<void>
}

const MOST_MEGABYTES = 2_048
const MOST_MILLISECONDS = 15 * 60_000

export function openThread(work: Work): Thread {
  const worker = new Worker(new URL('./rehearse-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    execArgv: [],
  })
  worker.postMessage(work)
  const heard: (() => void)[] = []
  let share = 0
  const { promise: ended, resolve: end } = Promise.withResolvers<Ended>()
  const timer = setTimeout(() => end({ as: 'too_much' }), MOST_MILLISECONDS)
  worker.on('message', (said: Said) => {
    if (said.kind === 'heard') heard.shift()?.()
    else if (said.kind === 'progress') share = said.share
    else if (said.kind === 'refused') end({ as: 'refused', failure: said.failure })
    else end({ as: 'done', outcome: said.outcome, contacts: said.contacts })
  })
  worker.on('error', (error) =>
    end((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? { as: 'too_much' } : { as: 'fell', error }),
  )
  worker.on('exit', () => end({ as: 'stopped' }))
  let over = false
  void ended.then(() => {
    over = true
    clearTimeout(timer)
    for (const each of heard.splice(0)) each() // nobody waits for a thread that has ended
    return worker.terminate()
  })
  return {
    hear: (slice) =>
      new Promise((resolve) => {
        if (over) return resolve()
        heard.push(resolve)
        worker.postMessage(slice)
      }),
    go: () => worker.postMessage({ kind: 'go' }),
    progress: () => share,
    ended,
    stop: async () => void (end({ as: 'stopped' }), await ended),
  }
}

/** How many rehearsals are made at once: a core is left to those who work. */
export const mostThreads = (): number => Math.max(1, Math.min(4, availableParallelism() - 1))
