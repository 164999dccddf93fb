// A forecast in which every method races: the light ones here, the heavy one in its thread.
import type { Answer } from '../contract/answer.ts'
import type { Ask } from '../contract/ask.ts'
import {
  hasChance, heavyWork, lagsBehind, prepareForecast, raceHere, tellForecast, TRIED_FIRST, type HeavyTask, type HeavyTold,
} from '../engine/index.ts' // prettier-ignore
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
  const until = performance.now() + ask.seconds * 1_000
  const told = async (tasks: (HeavyTask | null)[][]): Promise<(HeavyTold | null)[][]> => {
    const seconds = (until - performance.now()) / 1_000
    const all = await decomposed(tasks.flat(), { seconds, signal, progress: (heavy) => tell({ heavy: Math.max(heavy / 2, shares.heavy) }) })
    return tasks.map(({ length }) => all.splice(0, length))
  }
  const begun = told(work.map((tasks) => (hasChance(tasks) ? tasks.slice(0, TRIED_FIRST) : [])))
  const here = raceHere(made, (share) => tell({ here: share })) // meanwhile
  const first = await begun
  const goesOn = work.map((tasks, i) => hasChance(tasks) && !lags(made.series[i], here[i], first[i]))
  const rest = await told(work.map((tasks, i) => (goesOn[i] ? tasks.slice(TRIED_FIRST) : [])))
  const heavy = work.map((tasks, i): (HeavyTold | null)[] => (goesOn[i] ? [...first[i]!, ...rest[i]!] : tasks.map((task) => task && { no_chance: true })))
  const answer = tellForecast(made, { here, heavy })
  progress(1)
  return answer
} // prettier-ignore

type Series = ReturnType<typeof prepareForecast>['series'][number]
const lags = (known: Series | undefined, here: ReturnType<typeof raceHere>[number] | undefined, told: (HeavyTold | null)[] = []): boolean =>
  known && here ? lagsBehind(known, here, told) : false // prettier-ignore
