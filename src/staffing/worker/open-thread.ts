// The server's side of a reckoning's thread: bounded in memory and in time. A thread that dies takes nothing with it.
import { Worker } from 'node:worker_threads'
import type { DayNeed } from '../rules/day-need.ts'
import type { Said, Told } from './protocol.ts'

export type Ended = { as: 'done' } | { as: 'too_much' } | { as: 'fell'; error: unknown } | { as: 'stopped'; told?: true }
export type Thread = {
  progress(): number
  next(): Promise<{ group: string; days: DayNeed[] } | Ended> // a group as soon as it is done, then the end
  stop(): Promise<void>
}

const MOST_MEGABYTES = 1_024
const MOST_MILLISECONDS = 15 * 60_000

export function openThread(told: Told): Thread {
  const worker = new Worker(new URL('./reckon-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    execArgv: [],
  })
  let share = 0
  const groups: { group: string; days: DayNeed[] }[] = []
  let ended: Ended | undefined
  let wake = (): void => {}
  const { promise: gone, resolve: leave } = Promise.withResolvers<void>()
  const end = (how: Ended): void => {
    if (ended) return
    ended = how
    clearTimeout(timer)
    wake()
    void worker.terminate().then(() => leave())
  }
  const timer = setTimeout(() => end({ as: 'too_much' }), MOST_MILLISECONDS)
  worker.on('message', (said: Said) => {
    if (said.kind === 'progress') share = said.share
    else if (said.kind === 'done') end({ as: 'done' })
    else groups.push(said)
    wake()
  })
  worker.on('error', (error) =>
    end((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? { as: 'too_much' } : { as: 'fell', error }),
  ) // an error of Node has a code
  worker.on('exit', () => end({ as: 'stopped' }))
  worker.postMessage(told)
  return {
    progress: () => share,
    next: async () => {
      for (;;) {
        const group = groups.shift()
        if (group) return group
        if (ended) return ended
        await new Promise<void>((resolve) => (wake = resolve))
      }
    },
    stop: async () => {
      end({ as: 'stopped', told: true })
      await gone
    },
  }
}
