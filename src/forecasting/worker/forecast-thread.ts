// The thread in which forecasts are made, one stream after the other. It knows no database.
import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { askShape } from '../contract/ask.ts'
import { forecastWithAll } from '../methods/forecast-with-all.ts'
import type { Said, Told } from './protocol.ts'

if (process.platform === 'linux') setPriority(10) // of this thread alone there: whoever works goes first

const say = (said: Said): void => parentPort?.postMessage(said)

parentPort?.on('message', (told: Told) => {
  void answer(told).then(say) // what it throws ends the thread
})

async function answer({ number, ask }: Told): Promise<Said> {
  const read = askShape.safeParse(ask)
  if (!read.success) return { kind: 'refused', number, why: read.error.issues[0]?.message ?? '' }
  const [first] = (await forecastWithAll(read.data)).series
  return first ? { kind: 'answer', number, answer: first } : { kind: 'refused', number, why: 'no answer' }
}
