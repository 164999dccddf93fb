import { route } from '#base/http'
import * as contract from '../contract/trial.ts'
import { begin } from './begin.ts'
import { trialContacts } from './contacts.ts'
import { publish, stop } from './end.ts'
import { listTrials, readTrial, trialFigures } from './read.ts'
import { putShare } from './widen.ts'

export const routes = [
  route(contract.getTrial, readTrial),
  route(contract.listTrials, listTrials),
  route(contract.getTrialFigures, trialFigures),
  route(contract.listTrialContacts, trialContacts),
  route(contract.beginTrial, begin),
  route(contract.putTrialShare, putShare),
  route(contract.publishTrial, publish),
  route(contract.stopTrial, stop),
]
