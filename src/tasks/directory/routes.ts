import { route } from '#base/http'
import {
  deleteTopic, getNextWhom, listParties as askParties, listTopics as askTopics, postNextWhom, postParty, postTopic, postWhomToAsk, putParty, putTopic,
} from '../contract.ts' // prettier-ignore
import { addParty, editParty, listParties } from './parties.ts'
import { addTopic, editTopic, listTopics, strikeTopic } from './topics.ts'
import { askNext, nextWhom, whomToAsk } from './whom-to-ask.ts'

export const directoryRoutes = [
  route(askTopics, listTopics),
  route(postTopic, addTopic),
  route(putTopic, editTopic),
  route(deleteTopic, strikeTopic),
  route(postWhomToAsk, whomToAsk),
  route(getNextWhom, nextWhom),
  route(postNextWhom, askNext),
  route(askParties, listParties),
  route(postParty, addParty),
  route(putParty, editParty),
]
