import { route } from '#base/http'
import * as contract from './contract.ts'
import { figures } from './figures.ts'
import { keep } from './keep.ts'
import { count, list, listOfCase } from './list.ts'
import { move } from './move.ts'
import { promise } from './promise.ts'
import { propose } from './propose.ts'
import { report } from './report.ts'
import { withdraw } from './withdraw.ts'

export const routes = [
  route(contract.listPromises, list),
  route(contract.countPromises, count),
  route(contract.listCasePromises, listOfCase),
  route(contract.postPromise, promise),
  route(contract.putKept, keep),
  route(contract.postMove, move),
  route(contract.putWithdrawn, withdraw),
  route(contract.postProposals, propose),
  route(contract.getPromiseFigures, figures),
  route(contract.getPromiseReport, report),
]
