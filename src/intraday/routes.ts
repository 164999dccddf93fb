import { route, type Route } from '#base/http'
import * as contract from './contract.ts'
import { listAlerts } from './alerts/list.ts'
import { answer, listMyAsks } from './asks/answer.ts'
import { showBoard } from './board/board.ts'
import { showClimate } from './climate/climate.ts'
import { askMenu, readMenu } from './menu/menu.ts'
import { applyMove } from './moves/apply.ts'
import { listMoves } from './moves/show.ts'
import { undoMove } from './moves/undo.ts'
import { grantException, withdrawException } from './people/exceptions.ts'
import { listAdherence } from './people/list.ts'
import { dayOfOne, myDay } from './people/one-day.ts'
import { changeSettings, showSettings } from './settings/settings.ts'

export const routes: Route[] = [
  route(contract.getDayBoard, showBoard),
  route(contract.listAlerts, listAlerts),
  route(contract.getClimate, showClimate),
  route(contract.postMenu, askMenu),
  route(contract.getMenu, readMenu),
  route(contract.postDayMove, applyMove),
  route(contract.putMoveUndone, undoMove),
  route(contract.listDayMoves, listMoves),
  route(contract.listMyAsks, listMyAsks),
  route(contract.putAnswer, answer),
  route(contract.getAdherence, listAdherence),
  route(contract.getDayOf, dayOfOne),
  route(contract.getMyDay, myDay),
  route(contract.postException, grantException),
  route(contract.deleteException, withdrawException),
  route(contract.getDaySettings, showSettings),
  route(contract.putDaySettings, changeSettings),
]
