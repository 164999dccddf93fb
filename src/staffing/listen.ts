// What we do when something below has changed what needs rest on: whoever looks at them is told, and what takes simulation is asked for.
import { forecastAdjusted, forecastPublished } from '#forecasting/contract'
import { abilityChanged, rulesInForce } from '#routing/contract'
import { personJoined, personLeft, skillChanged } from '#staff/contract'
import type { EventKind } from '#base/contract'
import type { Worker } from '#base/jobs'
import { gatherer, type Reader } from '#base/journal'
import { system, type Work } from '#base/work'
import { needsChanged } from './contract.ts'
import { streamsForecast } from './groups/streams.ts'
import { askReckoning } from './reckoning/ask.ts'

const kinds = [
  forecastPublished,
  forecastAdjusted,
  rulesInForce,
  abilityChanged,
  skillChanged,
  personJoined,
  personLeft,
] as readonly EventKind<unknown>[] // what they say is not looked at

export const readers: Reader[] = [gatherer<unknown>('staffing.needs', kinds, changed)]
export const workers: Worker[] = []

// A house without a forecast needs nobody yet, and hears nothing.
async function changed(work: Work): Promise<void> {
  if ((await streamsForecast({ ...work, actor: system('staffing') })).length === 0) return
  work.publish(needsChanged, { groups: [], from: null, to: null })
  await askReckoning(work)
}
