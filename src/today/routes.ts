import { route } from '#base/http'
import * as contract from './contract.ts'
import { calm } from './unhappy/calm.ts'
import { listUnhappy, unhappinessOf } from './unhappy/list.ts'

export const routes = [
  route(contract.listUnhappy, listUnhappy),
  route(contract.getUnhappiness, unhappinessOf),
  route(contract.putCalm, calm),
]
