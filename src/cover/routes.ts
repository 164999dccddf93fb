import { route } from '#base/http'
import * as contract from './contract.ts'
import { covering } from './covering.ts'
import { beginDeparture } from './departure/begin.ts'
import { acceptInTheirPlace, callOff, finishDeparture } from './departure/finish.ts'
import { passPart, split } from './departure/pass.ts'
import { listDepartures, showDeparture } from './departure/show.ts'
import { homecoming, homecomings, markRead } from './homecoming/read.ts'
import { approve } from './plan/approve.ts'
import { chooseCover } from './plan/choose.ts'
import { listCovered } from './plan/items.ts'
import { plan } from './plan/plan.ts'

export const routes = [
  route(contract.getPlan, plan),
  route(contract.listCovered, listCovered),
  route(contract.putChoice, chooseCover),
  route(contract.putApproval, approve),
  route(contract.listCovering, covering),
  route(contract.listHomecomings, homecomings),
  route(contract.getHomecoming, homecoming),
  route(contract.putHomecomingRead, markRead),
  route(contract.listDepartures, listDepartures),
  route(contract.postDeparture, beginDeparture),
  route(contract.getDeparture, (work, { id }) => showDeparture(work, id)),
  route(contract.postPassing, passPart),
  route(contract.getSplit, split),
  route(contract.putInTheirPlace, acceptInTheirPlace),
  route(contract.putFinished, finishDeparture),
  route(contract.deleteDeparture, callOff),
]
