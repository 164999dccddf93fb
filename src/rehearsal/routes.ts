import { route } from '#base/http'
import * as contract from './contract.ts'
import { cancelRun, forgetRun, keepRun } from './runs/end.ts'
import { period } from './runs/period.ts'
import { putLive } from './runs/put-live.ts'
import { result } from './runs/result.ts'
import { list, showRun } from './runs/show.ts'
import { startRun } from './runs/start.ts'

export const routes = [
  route(contract.listRuns, list),
  route(contract.postRun, startRun),
  route(contract.getRun, showRun),
  route(contract.getResult, result),
  route(contract.putCancelled, cancelRun),
  route(contract.putKept, keepRun),
  route(contract.deleteRun, forgetRun),
  route(contract.postLive, putLive),
  route(contract.getPeriod, period),
]
