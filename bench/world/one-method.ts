// What one method alone tells of the days ahead, whoever would have been chosen.
import { prepareForecast, type Ask, type MethodId } from '#forecasting/engine'
import { decomposed } from '../../src/forecasting/methods/decompose.ts'
import { heavyRunner, heavyTasks } from '../../src/forecasting/engine/heavy.ts'
import { racersOf } from '../../src/forecasting/engine/methods.ts'
import { run } from '../../src/forecasting/engine/race.ts'

/** By interval: when it begins (to the minute, UTC) and how many are told. */
export async function toldBy(ask: Ask, id: MethodId): Promise<Map<string, number>> {
  const [known] = prepareForecast(ask).series
  if (!known) throw new Error('nothing is known')
  const alone = { ...known, trials: [] }
  const racer = racersOf(ask).find((each) => each.id === id)
  const runner = racer
    ? run(id, racer.method, alone)
    : heavyRunner(alone, await decomposed(heavyTasks(alone), { seconds: ask.seconds }))
  if (!runner) throw new Error(`${id} told nothing`)
  return new Map(
    known.ahead.days.flatMap((day, d) =>
      [...(runner.final[d] ?? [])].map((mean, slot) => [
        new Date(day.start_ms + slot * ask.interval_min * 60_000).toISOString().slice(0, 16),
        mean,
      ]),
    ),
  )
}
