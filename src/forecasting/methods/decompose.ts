// The heavy method in a thread of its own, with an end to its time. Whatever becomes of it, the race goes on.
import { Worker } from 'node:worker_threads'
import type { HeavyTask, HeavyTold } from '../engine/index.ts'
import type { Said } from './said.ts'

const MOST_MEGABYTES = 512
/** So many are asked at once, so that the thread is not idle while this one is busy with the light methods. */
const ASKED_AHEAD = 64

type Wishes = { seconds: number; progress?: (share: number) => void; signal?: AbortSignal | undefined }

/** Answers to tasks, in their order: null where there was no task, `too_slow` where time ran out first, `failed` where the thread fell. */
export async function decomposed(tasks: readonly (HeavyTask | null)[], wishes: Wishes): Promise<(HeavyTold | null)[]> {
  const told = tasks.map((task): HeavyTold | null => (task ? { too_slow: true } : null))
  const numbers = [...tasks.keys()].filter((number) => tasks[number])
  if (numbers.length === 0 || wishes.seconds <= 0 || wishes.signal?.aborted) return told
  const worker = new Worker(new URL('./decompose-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    execArgv: [],
  })
  try {
    await heardOut(worker, { tasks, numbers, told, wishes })
  } finally {
    await worker.terminate()
  }
  return told
}

type Hearing = { tasks: readonly (HeavyTask | null)[]; numbers: readonly number[]; told: (HeavyTold | null)[]; wishes: Wishes }

function heardOut(worker: Worker, { tasks, numbers, told, wishes }: Hearing): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, wishes.seconds * 1_000)
  wishes.signal?.addEventListener('abort', () => resolve(), { once: true })
  let [next, answered] = [0, 0]
  const ask = (): void => {
    const number = numbers[next++]
    const task = number === undefined ? undefined : tasks[number]
    if (task) worker.postMessage({ number, task })
  }
  worker.on('message', ({ number, ...answer }: Said) => {
    told[number] = answer
    answered += 1
    wishes.progress?.(answered / numbers.length)
    if (answered === numbers.length) resolve()
    else ask()
  })
  const fell = (why: string): void => {
    for (const number of numbers) if (told[number] && 'too_slow' in told[number]) told[number] = { failed: why }
    resolve()
  }
  worker.once('error', (error) => fell(error instanceof Error ? error.message : String(error)))
  for (let ahead = 0; ahead < ASKED_AHEAD; ahead++) ask()
  return promise.finally(() => clearTimeout(timer))
}
