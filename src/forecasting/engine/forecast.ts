// A forecast: asked, raced, chosen, told. Pure: the heavy methods run elsewhere and hand in what they told.
import type { Answer, SeriesAnswer } from '../contract/answer.ts'
import type { Ask } from '../contract/ask.ts'
import { dateOf, ordinalOf } from './day-grid.ts'
import { heavyTasks, type HeavyTask, type HeavyTold } from './heavy.ts'
import { prepared, type Prepared } from './prepare.ts'
import { lastKnownDay, seenBefore, seenOf, type Seen } from './seen.ts'
import { racedHere, tellSeries, unknownSeries, type RacedHere } from './tell-series.ts'

/** An ask whose pasts are laid out: made once, for the heavy tasks and for the forecast. */
export type ForecastPrepared = { ask: Ask; from: string; series: readonly (Prepared | null)[] }

/**
 * Lays out the pasts. The forecast begins on `horizon.from`, or on the day after the last on which anything is known; what came from that day on is not
 * looked at.
 * @throws RangeError where there is nothing to begin after (`troublesOf` says so beforehand)
 */
export function prepareForecast(ask: Ask): ForecastPrepared {
  const seen = ask.series.map((series) => seenOf(series, ask))
  const from = firstDay(ask, seen)
  if (from === null) throw new RangeError('nothing is known: say where the forecast begins')
  const before = (each: Seen | null | undefined) => (each ? seenBefore(each, ordinalOf(from)) : null)
  return { ask, from, series: ask.series.map(({ name }, i) => prepared({ name, seen: before(seen[i]) }, ask, from)) }
}

/** What the heavy methods are asked, series by series; an empty list where they do not race. */
export function heavyWork({ ask, series }: ForecastPrepared): (HeavyTask | null)[][] {
  const wanted = ask.methods === undefined || ask.methods.includes('mstl_ets')
  return series.map((each) => (wanted && each ? heavyTasks(each) : []))
}

/** What the methods that run here tell, series by series: the long part of the work, which need not wait for the heavy methods. */
export const raceHere = ({ ask, series }: ForecastPrepared, progress: (share: number) => void = () => {}): (RacedHere | null)[] =>
  series.map((known, i) => {
    const raced = known && racedHere(known, ask)
    progress((i + 1) / series.length)
    return raced
  })

export type ForecastRaced = { here: readonly (RacedHere | null)[]; heavy?: readonly (readonly (HeavyTold | null)[])[] }

/** The forecast. `heavy` is what the heavy methods answered to `heavyWork`; without it the race goes on without them. */
export function tellForecast(made: ForecastPrepared, { here, heavy = [] }: ForecastRaced): Answer {
  const { ask, from } = made
  const series = ask.series.map((each, i): SeriesAnswer => {
    const known = made.series[i]
    const raced = here[i]
    return known && raced ? tellSeries(known, ask, { ...raced, heavy: heavy[i] ?? [] }) : unknownSeries(each)
  })
  const instant = (date: string) => Temporal.PlainDate.from(date).toZonedDateTime(ask.zone).toInstant().toString()
  const to = Temporal.PlainDate.from(from).add({ days: ask.horizon.days }).toString()
  return { interval_min: ask.interval_min, zone: ask.zone, from: instant(from), to: instant(to), series }
}

/** The forecast, of the methods that run here alone. */
export function forecast(ask: Ask): Answer {
  const made = prepareForecast(ask)
  return tellForecast(made, { here: raceHere(made) })
}

function firstDay({ horizon, zone }: Ask, seen: readonly (Seen | null)[]): string | null {
  if (horizon.from === undefined) {
    const last = Math.max(
      ...seen.map((each) => (each ? (lastKnownDay(each) ?? Number.NEGATIVE_INFINITY) : Number.NEGATIVE_INFINITY)),
    )
    return Number.isFinite(last) ? dateOf(last + 1) : null
  }
  if (/^\d{4}-\d\d-\d\d$/.test(horizon.from)) return horizon.from
  return Temporal.Instant.from(horizon.from).toZonedDateTimeISO(zone).toPlainDate().toString()
}
