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
  const worker = taken()
  if (await heardOut(worker, { tasks, numbers, told, wishes })) giveBack(worker)
  else await worker.terminate()
  return told
}

// Of hundreds of series one after the other none waits for a thread to begin anew. It keeps nobody from ending.
let idle: Worker | undefined

function taken(): Worker {
  const worker = idle ?? opened()
  idle = undefined
  worker.ref()
  return worker
}

function opened(): Worker {
  const worker = new Worker(new URL('./decompose-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    execArgv: [],
  })
  worker.on('error', () => {}) // one that falls while nobody asks is missed by nobody
  worker.on('exit', () => {
    if (idle === worker) idle = undefined
  })
  return worker
}

function giveBack(worker: Worker): void {
  if (idle) return void worker.terminate()
  idle = worker
  worker.unref()
}

type Hearing = { tasks: readonly (HeavyTask | null)[]; numbers: readonly number[]; told: (HeavyTold | null)[]; wishes: Wishes }

/** Whether all was answered, so that the thread may be asked again. */
async function heardOut(worker: Worker, { tasks, numbers, told, wishes }: Hearing): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(resolve, wishes.seconds * 1_000, false)
  wishes.signal?.addEventListener('abort', () => resolve(false), { once: true })
  let [next, answered] = [0, 0]
  const ask = (): void => {
    const number = numbers[next++]
    const task = number === undefined ? undefined : tasks[number]
    if (task) worker.postMessage({ number, task })
  }
  const hear = ({ number, ...answer }: Said): void => {
    told[number] = answer
    answered += 1
    wishes.progress?.(answered / numbers.length)
    if (answered === numbers.length) resolve(true)
    else ask()
  }
  const fell = (error: unknown): void => {
    const failed = error instanceof Error ? error.message : String(error)
    for (const number of numbers) if (told[number] && 'too_slow' in told[number]) told[number] = { failed }
    resolve(false)
  }
  worker.on('message', hear).once('error', fell)
  for (let ahead = 0; ahead < ASKED_AHEAD; ahead++) ask()
  return await promise.finally(() => {
    clearTimeout(timer)
    worker.off('message', hear).off('error', fell)
  })
}
