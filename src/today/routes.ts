import { route } from '#base/http'
import * as contract from './contract.ts'
import { gate } from './gate/gate.ts'
import { leave } from './gate/leave.ts'
import { gates } from './gate/list.ts'
import { dayOf } from './page/day-of.ts'
import { teamDay } from './team/team-day.ts'
import { calm } from './unhappy/calm.ts'
import { listUnhappy, unhappinessOf } from './unhappy/list.ts'

export const routes = [
  route(contract.getToday, dayOf),
  route(contract.getTeamDay, teamDay),
  route(contract.getGate, gate),
  route(contract.postGate, leave),
  route(contract.listGates, gates),
  route(contract.listUnhappy, listUnhappy),
  route(contract.getUnhappiness, unhappinessOf),
  route(contract.putCalm, calm),
]
