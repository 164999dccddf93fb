// Reads a file in a thread of its own.
import type { ReadScenario } from './read-scenario.ts'

export type Reading = { name: string; text: string; withins: readonly string[] }
export type ReadOrNot = { read: ReadScenario } | { failed: string }

export async function readAside(file: File, withins: readonly string[]): Promise<ReadOrNot> {
  const text = await file.text()
  const thread = new Worker(new URL('./reading-thread.ts', import.meta.url), { type: 'module' })
  const { promise, resolve } = Promise.withResolvers<ReadOrNot>()
  thread.addEventListener('message', ({ data }: MessageEvent<ReadOrNot>) => resolve(data))
  thread.addEventListener('error', ({ message }) => resolve({ failed: message }))
  thread.postMessage({ name: file.name, text, withins } satisfies Reading)
  return await promise.finally(() => thread.terminate())
}
