import { Worker } from 'node:worker_threads'
import { readFileOfCounts, type Answer, type How } from './read-counts.ts'

const SMALL = 200_000 // characters: some milliseconds
const MOST_MILLISECONDS = 180_000 // thirty megabytes, on a busy machine

export async function readAside(text: string, how: How): Promise<Answer> {
  if (text.length <= SMALL) return readFileOfCounts(text, how)
  const worker = new Worker(new URL('./read-thread.ts', import.meta.url), {
    workerData: { text, how },
    resourceLimits: { maxOldGenerationSizeMb: 1_024 },
    execArgv: [],
  })
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const timer = setTimeout(() => reject(new Error('a file took too long to read')), MOST_MILLISECONDS)
  worker.once('message', resolve)
  worker.once('error', reject)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
