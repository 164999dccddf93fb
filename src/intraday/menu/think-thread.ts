// The thread in which a menu is worked out: it hears a situation, says how far it is, and ends. It knows no database.
import { parentPort } from 'node:worker_threads'
import { think, type Situation, type Thought } from '../engine/index.ts'

export type Said = { kind: 'progress'; share: number } | { kind: 'done'; thought: Thought }
const say = (said: Said): void => parentPort?.postMessage(said)

parentPort?.on('message', (situation: Situation) => {
  say({ kind: 'done', thought: think(situation, (share) => say({ kind: 'progress', share })) })
  parentPort?.close()
})
