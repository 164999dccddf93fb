// The thread in which groups are simulated, one after the other. It knows no database.
import { parentPort } from 'node:worker_threads'
import { simulateDays } from '../rules/simulate-days.ts'
import type { Said, Told } from './protocol.ts'

const say = (said: Said): void => parentPort?.postMessage(said)

parentPort?.on('message', ({ groups }: Told) => {
  groups.forEach(({ group, asks }, place) => {
    const days = simulateDays(asks, (share) => say({ kind: 'progress', share: (place + share) / groups.length }))
    say({ kind: 'group', group, days })
  })
  say({ kind: 'done' })
})
