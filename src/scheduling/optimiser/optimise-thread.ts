// The thread in which one plan is made: it knows no database.
import { parentPort, workerData } from 'node:worker_threads'
import type { Said, Work } from './protocol.ts'
import { solve } from './solve.ts'

const { ask, stop } = workerData as Work // given by open-optimiser.ts
const say = (said: Said): void => parentPort?.postMessage(said)

const answer = await solve(ask, {
  stopped: () => Atomics.load(stop, 0) === 1,
  tell: (progress) => say({ kind: 'progress', progress }),
  now: () => performance.now() / 1_000,
})
say({ kind: 'done', answer })
