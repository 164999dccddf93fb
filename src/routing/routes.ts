import { route } from '#base/http'
import * as contract from './contract.ts'
import { accept } from './accept.ts'
import { addItem } from './add-item.ts'
import { askNext } from './ask-next.ts'
import { listBreaks, planBreak, takeBreakBack } from './breaks.ts'
import { caseRouting, showItem } from './case-routing.ts'
import { decline } from './decline.ts'
import { endItem } from './end-item.ts'
import { finishItem } from './finish-item.ts'
import { routes as floorRoutes } from './floor/routes.ts'
import { listSeats } from './list-seats.ts'
import { moveItem } from './move-item.ts'
import { listMyOffers } from './my-offers.ts'
import { getMySeat } from './my-seat.ts'
import { showCard } from './offered/card.ts'
import { queueItems } from './queue-items.ts'
import { rulebookRoutes } from './rulebook/routes.ts'
import { setMySeat, setOthersSeat } from './set-seat.ts'
import { takeItem } from './take-item.ts'
import { routes as trialRoutes } from './trial/routes.ts'
import { wrapUp } from './wrap-up.ts'

export const routes = [
  route(contract.listMyOffers, listMyOffers),
  route(contract.getOfferCard, showCard),
  route(contract.putAcceptance, accept),
  route(contract.putDecline, decline),
  route(contract.getMySeat, getMySeat),
  route(contract.putMySeat, setMySeat),
  route(contract.putWrapUp, wrapUp),
  route(contract.postNext, askNext),
  route(contract.listSeats, listSeats),
  route(contract.putOthersSeat, setOthersSeat),
  route(contract.listBreaks, listBreaks),
  route(contract.postBreak, planBreak),
  route(contract.deleteBreak, takeBreakBack),
  route(contract.getCaseRouting, caseRouting),
  route(contract.listQueueItems, queueItems),
  route(contract.getItem, showItem),
  route(contract.postItem, addItem),
  route(contract.deleteItem, endItem),
  route(contract.putItemQueue, moveItem),
  route(contract.putItemFinished, finishItem),
  route(contract.putItemTaken, takeItem),
  ...rulebookRoutes,
  ...floorRoutes,
  ...trialRoutes,
]
