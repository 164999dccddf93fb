import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'

const { parent, most_bytes } = workerData as { parent: number; most_bytes: number } // given by guard.ts

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  if (most_bytes > 0 && process.memoryUsage.rss() > most_bytes) {
    writeSync(2, 'guichet: too much memory\n')
    process.kill(process.pid, 'SIGKILL')
  }
}, 100)
