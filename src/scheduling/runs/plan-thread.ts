// In the thread: one ask is solved. It hears nothing while it thinks; that there is enough is a flag both sides see.
import { parentPort, workerData } from 'node:worker_threads'
import type { Ask } from '../contract/schedule-ask.ts'
import { solve } from '../optimiser/solve.ts'
import type { Said } from './open-thread.ts'
import type { Incumbent } from './planner.ts'

const { ask, enough, begun } = workerData as { ask: Ask; enough: SharedArrayBuffer; begun: Incumbent } // given by open-thread.ts
const flag = new Int32Array(enough)
const say = (said: Said): void => parentPort?.postMessage(said)

const answer = await solve(
  ask,
  {
    stopped: () => Atomics.load(flag, 0) !== 0,
    tell: (progress) => say({ kind: 'progress', progress }),
    keep: (incumbent) => say({ kind: 'incumbent', incumbent }),
    now: () => performance.now() / 1_000,
  },
  begun,
)
say({ kind: 'done', answer })
