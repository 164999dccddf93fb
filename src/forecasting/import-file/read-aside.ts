// A file is read without anybody waiting for it: a small one here, a large one in a thread that hands over what it says queue by queue.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { LineTrouble } from '../contract.ts'
import { inParts, type Part, type Told } from './parts.ts'
import { readFileOfCounts, type How } from './read-counts.ts'

const SMALL = 200_000 // characters: some milliseconds
const MOST_MILLISECONDS = 180_000 // thirty megabytes, on a busy machine

export type Troubles = { troubles: LineTrouble[]; more: number }
/** `next`: a queue after the other; null: that was the last. */
type Reading<Result> = (read: { file: Told; next: () => Promise<Part | null> } | Troubles) => Promise<Result>

export async function readAside<Result>(text: string, how: How, then: Reading<Result>): Promise<Result> {
  if (text.length > SMALL) return await readInThread(text, how, then)
  const read = readFileOfCounts(text, how)
  if ('troubles' in read) return await then(read)
  const { told, parts } = inParts(read.file)
  return await then({ file: told, next: () => Promise.resolve(parts.shift() ?? null) })
}

async function readInThread<Result>(text: string, how: How, then: Reading<Result>): Promise<Result> {
  const worker = new Worker(new URL('./read-thread.ts', import.meta.url), {
    workerData: { text, how },
    resourceLimits: { maxOldGenerationSizeMb: 1_024 },
    execArgv: [],
  })
  const late = AbortSignal.timeout(MOST_MILLISECONDS)
  const said = async (): Promise<unknown> => ((await once(worker, 'message', { signal: late })) as unknown[])[0]
  try {
    const read = (await said()) as { file: Told } | Troubles // as read-thread.ts says it
    if ('troubles' in read) return await then(read)
    const next = async (): Promise<Part | null> => {
      worker.postMessage('next')
      return (await said()) as Part | null // the same
    }
    return await then({ ...read, next })
  } finally {
    await worker.terminate()
  }
}
