/**
 * Loaded before the reader (`node --import`). A thread of its own, because a reader that hangs in a loop can no longer watch itself: it
 * kills the process when the parent has gone (nobody would close its input) or when it holds too much memory outside the V8 heap.
 */
import { Worker } from 'node:worker_threads'

const watch = new Worker(new URL('./guard-thread.ts', import.meta.url), {
  workerData: { parent: process.ppid, most_bytes: Number(process.env.GUICHET_READER_BYTES ?? 0) },
  execArgv: [],
  stdout: false,
  stderr: false,
})
watch.unref()

// Ctrl-C and systemd tell every process of the house to stop. The reader leaves when the house has taken its last answer: a mail must not
// look deadly because we were told to go.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
