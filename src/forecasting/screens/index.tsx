// The pages of forecasting, each fetched when it is first opened; the strip of the four pages of workforce management.
import { freshOn } from '#ui/live'
import {
  getAccuracy, getForecastChanges, getForecastRun, getForecastSettings, getHistory, getOverview, getPublished, listAdjustments, listAnnouncements, listForecastRuns, listImports,
  listOutliers, listPublications,
} from '../contract.ts' // prettier-ignore

freshOn(['forecasting.progressed', 'forecasting.run_changed'], [listForecastRuns, getForecastRun])
freshOn(['forecasting.run_changed'], [listOutliers, getOverview])
freshOn(['forecasting.published'], [getPublished, getOverview, listForecastRuns, listPublications, getAccuracy])
freshOn(['forecasting.adjusted'], [getPublished, listAdjustments, getForecastChanges])
freshOn(['forecasting.announcement_changed'], [listAnnouncements])
freshOn(['forecasting.outlier_decided'], [listOutliers, getOverview])
freshOn(['forecasting.history_counted', 'forecasting.history_imported'], [getOverview, getHistory, listImports])
freshOn(['forecasting.settings_changed'], [getForecastSettings])

export { ForecastPage } from './page.tsx'
export { WorkforceStrip } from './strip.tsx'
export { useNarrow } from './use-narrow.ts'
export { FirstSteps } from './first-steps.tsx'
