// A thread of the crew: plays the replications it is told by number, and in the end tells whom tomorrow would hurt.
import { parentPort, workerData } from 'node:worker_threads'
import { prepareRehearsal, replicate, type Ready } from '../engine/index.ts'
import type { Said } from './said.ts'

const rehearsal = prepareRehearsal(workerData as Ready) // given by rehearse-together.ts, which has read it
const say = (said: Said): void => parentPort?.postMessage(said)

parentPort?.on('message', (told: number | 'tell') => {
  if (told === 'tell') return say({ kind: 'seen', hurt: rehearsal.hurt })
  say({ kind: 'played', replicated: replicate(rehearsal, told) })
})
