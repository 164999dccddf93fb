// A forecast in which every method races: the light ones here, the heavy one in its thread.
import type { Answer } from '../contract/answer.ts'
import type { Ask } from '../contract/ask.ts'
import { heavyWork, prepareForecast, raceHere, tellForecast } from '../engine/index.ts'
import { decomposed } from './decompose.ts'

type Wishes = { progress?: (share: number) => void; signal?: AbortSignal }

/**
 * The same ask gives the same answer, but for a heavy method that runs out of `ask.seconds` (its row says so). Aborting ends the heavy method at once.
 * @throws RangeError where `askTroubles` finds something
 */
export async function forecastWithAll(ask: Ask, { progress = () => {}, signal }: Wishes = {}): Promise<Answer> {
  const made = prepareForecast(ask)
  const work = heavyWork(made)
  const shares = { heavy: 0, here: 0 }
  const tell = (part: Partial<typeof shares>): void => {
    Object.assign(shares, part)
    progress(Math.min(0.99, work.some((tasks) => tasks.length > 0) ? (shares.heavy + shares.here) / 2 : shares.here))
  }
  const decomposing = decomposed(work.flat(), { seconds: ask.seconds, signal, progress: (heavy) => tell({ heavy }) })
  const here = raceHere(made, (share) => tell({ here: share })) // meanwhile
  const told = await decomposing
  let at = 0
  const heavy = work.map((tasks) => told.slice(at, (at += tasks.length)))
  const answer = tellForecast(made, { here, heavy })
  progress(1)
  return answer
}
