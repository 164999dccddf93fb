import { z } from 'zod'
import { event, instant } from '#base/contract'
import { adjustment } from './adjustments.ts'
import { announcement } from './announced.ts'
import { historyImport } from './imports.ts'
import { outlier, outlierDecisions } from './outliers.ts'
import { publication } from './published.ts'
import { forecastRun, runStates } from './runs.ts'
import { streamShape } from './streams.ts'

// Nobody looked at the past before; from now on it is counted.
export const historyWanted = event('forecasting.history_wanted', z.object({}))
// More is known of what came, at most one in a minute. `until`: everything before that has been counted.
export const historyCounted = event('forecasting.history_counted', z.object({ days: z.number().int(), until: instant() }))
export const historyImported = event('forecasting.history_imported', z.object({ id: historyImport(), withdrawn: z.boolean() }))
// At most one in two seconds for a run.
export const forecastProgressed = event(
  'forecasting.progressed',
  z.object({ id: forecastRun(), state: z.enum(runStates), progress: z.number() }),
)
export const forecastChanged = event('forecasting.run_changed', z.object({ id: forecastRun(), state: z.enum(runStates) }))
// Others read another forecast from `from` on: whoever staffs or plans by it looks again.
export const forecastPublished = event(
  'forecasting.published',
  z.object({ id: publication(), run: forecastRun(), from: instant(), to: instant() }),
)
export const forecastAdjusted = event(
  'forecasting.adjusted',
  z.object({ id: adjustment(), stream: streamShape, from: instant(), to: instant(), undone: z.boolean() }),
)
export const announcementChanged = event(
  'forecasting.announcement_changed',
  z.object({ id: announcement(), version: z.number().int() }),
)
export const outlierDecided = event(
  'forecasting.outlier_decided',
  z.object({ id: outlier(), decision: z.enum(outlierDecisions).nullable() }),
) // null: taken back
export const settingsChanged = event('forecasting.settings_changed', z.object({ version: z.number().int() }))
