import * as staff from '#staff/contract'
import { route } from '#base/http'
import { answerHandOver } from './answer-hand-over.ts'
import { close } from './close.ts'
import * as contract from './contract.ts'
import { count } from './count.ts'
import { create } from './create.ts'
import { edit } from './edit.ts'
import { handle, unhandle } from './handle.ts'
import { handOvers } from './hand-overs.ts'
import { holdBack } from './hold-back.ts'
import { leave } from './leave.ts'
import { list } from './list.ts'
import { listInteractions } from './list-interactions.ts'
import { look } from './look.ts'
import { mentions, mentionsSeen } from './mentions.ts'
import { merge } from './merge.ts'
import { note } from './note.ts'
import { offerHandOver } from './offer-hand-over.ts'
import { owners } from './owners.ts'
import { addReason, listReasons, renameReason, retireReason } from './reasons.ts'
import { reopen } from './reopen.ts'
import { retry } from './retry.ts'
import { setOwner } from './set-owner.ts'
import { takeAsArrived } from './take-as-arrived.ts'
import { addTemplate, listTemplates, retireTemplate } from './templates.ts'
import { unmerge } from './unmerge.ts'
import { view } from './view.ts'

export const routes = [
  route(contract.listCases, list),
  route(contract.countCases, count),
  route(contract.getCase, view),
  route(contract.listInteractions, listInteractions),
  route(contract.postCase, create),
  route(contract.patchCase, edit),
  route(contract.deleteReply, holdBack),
  route(contract.postRetry, retry),
  route(contract.putHandedOver, takeAsArrived),
  route(contract.postNote, note),
  route(contract.putClosure, close),
  route(contract.deleteClosure, reopen),
  route(contract.putOwner, setOwner),
  route(contract.getOwners, owners),
  route(contract.postLook, look),
  route(contract.postHandOver, offerHandOver),
  route(contract.putHandOver, answerHandOver),
  route(contract.listHandOvers, handOvers),
  route(contract.putHandler, handle),
  route(contract.deleteHandler, unhandle),
  route(contract.postMerge, merge),
  route(contract.deleteMerge, unmerge),
  route(contract.listMentions, mentions),
  route(contract.putMentionsSeen, mentionsSeen),
  route(contract.listReasons, listReasons),
  route(contract.postReason, addReason),
  route(contract.patchReason, renameReason),
  route(contract.deleteReason, retireReason),
  route(contract.listTemplates, listTemplates),
  route(contract.postTemplate, addTemplate),
  route(contract.deleteTemplate, retireTemplate),
  // postReply and getWays are served by channels, which knows by which ways an answer can travel
  route(staff.removePerson, leave), // staff declares it; whoever leaves hands over cases first, and staff cannot know of cases
]
