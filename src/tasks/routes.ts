import { route } from '#base/http'
import { accept } from './accept.ts'
import { answer } from './answer.ts'
import { ask } from './ask.ts'
import { cancel } from './cancel.ts'
import { addItem, strikeItem, tick } from './checklist.ts'
import { chaseRoutes } from './chase/routes.ts'
import * as contract from './contract.ts'
import { decline } from './decline.ts'
import { directoryRoutes } from './directory/routes.ts'
import { edit } from './edit.ts'
import { closeOver } from './ending.ts'
import { figures } from './figures.ts'
import { fit } from './fit.ts'
import { makeLink, revokeLinks } from './link-for.ts'
import { count, list, listOfCase } from './list.ts'
import { look } from './look.ts'
import { addProcedure, changeProcedure, listProcedures, retireProcedure } from './procedures.ts'
import { strayRoutes } from './outside/routes.ts'
import { redirect } from './redirect.ts'
import { remark } from './remark.ts'
import { see } from './see.ts'
import { sendBack } from './send-back.ts'
import { startProcedure } from './start-procedure.ts'
import { letGo, take } from './take.ts'
import { listTeamDesks, setTeamDesk } from './team-desks.ts'
import { listWaits } from './waits.ts'

export const routes = [
  route(contract.listTasks, list),
  route(contract.countTasks, count),
  route(contract.listCaseTasks, listOfCase),
  route(contract.listWaits, listWaits),
  route(contract.getTask, look),
  route(contract.postTask, ask),
  route(contract.postTaskFit, fit),
  route(contract.patchTask, edit),
  route(contract.putSeen, see),
  route(contract.putTaken, take),
  route(contract.deleteTaken, letGo),
  route(contract.postAnswer, answer),
  route(contract.putDeclined, decline),
  route(contract.postRemark, remark),
  route(contract.putAccepted, accept),
  route(contract.postSendBack, sendBack),
  route(contract.postRedirect, redirect),
  route(contract.putCancelled, cancel),
  route(contract.putCaseEnding, closeOver),
  route(contract.postTaskLink, makeLink),
  route(contract.deleteTaskLinks, revokeLinks),
  route(contract.postItem, addItem),
  route(contract.putItem, tick),
  route(contract.deleteItem, strikeItem),
  route(contract.listProcedures, listProcedures),
  route(contract.postProcedure, addProcedure),
  route(contract.putProcedure, changeProcedure),
  route(contract.deleteProcedure, retireProcedure),
  route(contract.postProcedureStart, startProcedure),
  route(contract.listTeamDesks, listTeamDesks),
  route(contract.putTeamDesk, setTeamDesk),
  route(contract.getTaskFigures, figures),
  ...directoryRoutes,
  ...chaseRoutes,
  ...strayRoutes,
]
