import { errandRoute, route, type Route } from '#base/http'
import * as contract from './contract.ts'
import { adjustForecast, adjustments, undoAdjustment } from './adjusted/adjust.ts'
import { closedHours } from './history/closed.ts'
import { historyOf } from './history/history-of.ts'
import { overview, recount } from './history/overview.ts'
import { bringWithin, importsBrought, showImport, withdraw } from './import-file/bring.ts'
import { previewWithin } from './import-file/preview.ts'
import { announce, announcements, changeAnnouncement, takeBack } from './known/announce.ts'
import { decide, outliers, takeBackDecision } from './known/outliers.ts'
import { accuracy } from './published/accuracy.ts'
import { publishedForecast } from './published/published-forecast.ts'
import { changes } from './runs/changes.ts'
import { cancelRun } from './runs/end.ts'
import { publications, publish } from './runs/publish.ts'
import { runs, runStreams, showRun } from './runs/show.ts'
import { startRun } from './runs/start.ts'
import { runValues } from './runs/values.ts'
import { change as changeSettings, showSettings } from './settings/change.ts'

export const routes: Route[] = [
  route(contract.getOverview, overview),
  route(contract.getHistory, historyOf),
  route(contract.getClosedHours, closedHours),
  route(contract.putRecount, recount),
  route(contract.getPublished, publishedForecast),
  route(contract.getAccuracy, accuracy),
  route(contract.listForecastRuns, runs),
  route(contract.postForecastRun, startRun),
  route(contract.getForecastRun, showRun),
  route(contract.listForecastStreams, runStreams),
  route(contract.getForecastValues, runValues),
  route(contract.putForecastCancelled, cancelRun),
  route(contract.getForecastChanges, changes),
  route(contract.postPublication, publish),
  route(contract.listPublications, publications),
  route(contract.listAnnouncements, announcements),
  route(contract.postAnnouncement, announce),
  route(contract.patchAnnouncement, changeAnnouncement),
  route(contract.deleteAnnouncement, takeBack),
  route(contract.listOutliers, outliers),
  route(contract.putOutlierDecision, decide),
  route(contract.deleteOutlierDecision, takeBackDecision),
  route(contract.listAdjustments, adjustments),
  route(contract.postAdjustment, adjustForecast),
  route(contract.deleteAdjustment, undoAdjustment),
  route(contract.listImports, importsBrought),
  errandRoute(contract.postImport, bringWithin),
  errandRoute(contract.postImportPreview, previewWithin),
  route(contract.getImport, showImport),
  route(contract.putImportWithdrawn, withdraw),
  route(contract.getForecastSettings, showSettings),
  route(contract.putForecastSettings, changeSettings),
]
