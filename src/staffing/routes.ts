import { route } from '#base/http'
import * as contract from './contract.ts'
import { showGroups } from './groups/show.ts'
import { requirementsFor } from './needs/requirements-for.ts'
import { reckonAgain } from './reckoning/show.ts'
import { changeTargets } from './targets/change.ts'
import { listVersions, showTargets } from './targets/show.ts'

export const routes = [
  route(contract.getRequirements, requirementsFor),
  route(contract.getGroups, showGroups),
  route(contract.putReckoned, reckonAgain),
  route(contract.getTargets, showTargets),
  route(contract.putTargets, changeTargets),
  route(contract.listTargets, listVersions),
]
