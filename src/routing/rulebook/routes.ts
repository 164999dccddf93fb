import { route } from '#base/http'
import * as abilities from '../contract/abilities.ts'
import * as contract from '../contract/rulebook-endpoints.ts'
import { readHouse } from './house.ts'
import { dropDraft, keepDraft } from './keep-draft.ts'
import { makeVersion } from './make-version.ts'
import { setAbility } from './people.ts'
import { putInForce, routeNothing } from './put-in-force.ts'
import { listVersions, readRulebook, readVersion } from './read.ts'
import { readOver } from './read-over.ts'

export const rulebookRoutes = [
  route(contract.getRulebook, readRulebook),
  route(contract.getRulesHouse, readHouse),
  route(contract.putRulebookDraft, keepDraft),
  route(contract.deleteRulebookDraft, dropDraft),
  route(contract.listRulebooks, listVersions),
  route(contract.getRulebookVersion, readVersion),
  route(contract.postRulebook, makeVersion),
  route(contract.putRulebookInForce, putInForce),
  route(contract.deleteRulesInForce, routeNothing),
  route(contract.postRulesChecks, readOver),
  route(abilities.putAbility, setAbility),
]
