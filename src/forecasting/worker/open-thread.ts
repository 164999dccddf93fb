// The server's side of a forecast's thread: bounded in memory and in time. A thread that dies takes nothing with it.
import { Worker } from 'node:worker_threads'
import type { SeriesAnswer } from '../contract/answer.ts'
import type { AskInput } from '../contract/ask.ts'
import type { Said } from './protocol.ts'

export type Ended = { as: 'stopped'; told?: true } | { as: 'too_much' } | { as: 'fell'; error: unknown }
export type Answered = { answer: SeriesAnswer } | { refused: string } | { ended: Ended }
export type Thread = { forecast(ask: AskInput): Promise<Answered>; stop(): Promise<void> }

const MOST_MEGABYTES = 1_024
const MOST_MILLISECONDS = 3 * 60_000 // of one stream

export function openThread(): Thread {
  const worker = new Worker(new URL('./forecast-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    execArgv: [],
  })
  let asked = 0
  let waiting: ((answered: Answered) => void) | undefined
  let over: Ended | undefined
  const answer = (answered: Answered): void => {
    waiting?.(answered)
    waiting = undefined
  }
  const end = (ended: Ended): void => {
    over ??= ended
    answer({ ended: over })
  }
  worker.on('message', (said: Said) => {
    if (said.number !== asked) return
    answer(said.kind === 'answer' ? { answer: said.answer } : { refused: said.why })
  })
  worker.on('error', (error) => end((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? { as: 'too_much' } : { as: 'fell', error })) // prettier-ignore
  worker.on('exit', () => end({ as: 'stopped' }))
  return {
    forecast: (ask) =>
      new Promise((resolve) => {
        if (over) return resolve({ ended: over })
        asked += 1
        const timer = setTimeout(() => (end({ as: 'too_much' }), void worker.terminate()), MOST_MILLISECONDS)
        waiting = (answered) => (clearTimeout(timer), resolve(answered))
        worker.postMessage({ kind: 'ask', number: asked, ask })
      }),
    stop: async () => {
      end({ as: 'stopped', told: true })
      await worker.terminate()
    },
  }
}
