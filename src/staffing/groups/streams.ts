// The forecast in force, as this room reads it.
import * as forecasting from '#forecasting'
import { once } from '#base/once'
import type { Work } from '#base/work'
import type { Published, Stream } from '#forecasting/contract'

export const INTERVAL_MIN = 15
const LOOKS_AHEAD_DAYS = 14

export type Span = { from: Temporal.Instant; to: Temporal.Instant }

export const forecastBetween = (work: Work, { from, to }: Span): Promise<Published> =>
  once(work, `staffing.forecast ${String(from)} ${String(to)}`, () =>
    forecasting.publishedForecast(work, { from: String(from), to: String(to), interval_min: INTERVAL_MIN, whole: true }),
  )

/** What is forecast for the coming two weeks. */
export const streamsForecast = (work: Work): Promise<Stream[]> =>
  once(work, 'staffing.streams', () => {
    const from = startOfHour(work.now)
    return forecasting.streamsForecast(work, { from, to: from.add({ hours: 24 * LOOKS_AHEAD_DAYS }) })
  })

const startOfHour = (at: Temporal.Instant): Temporal.Instant => at.round({ smallestUnit: 'hour', roundingMode: 'floor' })
