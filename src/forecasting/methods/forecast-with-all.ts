// A forecast in which every method races: the light ones here, the heavy one in its thread.
import type { Answer } from '../contract/answer.ts'
import type { Ask } from '../contract/ask.ts'
import { heavyWork, prepareForecast, tellForecast } from '../engine/index.ts'
import { decomposed } from './decompose.ts'

type Wishes = { progress?: (share: number) => void; signal?: AbortSignal }

/** How much of the work the heavy method is thought to be, for the progress that is shown. */
const HEAVY_SHARE = 0.7

/**
 * The same ask gives the same answer, but for a heavy method that runs out of `ask.seconds` (its row says so). Aborting ends the heavy method at once.
 * @throws RangeError where `askTroubles` finds something
 */
export async function forecastWithAll(ask: Ask, { progress = () => {}, signal }: Wishes = {}): Promise<Answer> {
  const made = prepareForecast(ask)
  const work = heavyWork(made)
  const flat = work.flat()
  const heavyShare = flat.length > 0 ? HEAVY_SHARE : 0
  const told = await decomposed(flat, { seconds: ask.seconds, signal, progress: (share) => progress(share * heavyShare) })
  let at = 0
  const bySeries = work.map((tasks) => told.slice(at, (at += tasks.length)))
  return tellForecast(made, bySeries, (share) => progress(heavyShare + share * (1 - heavyShare)))
}
