// A chat is there and is this actor's to touch; one of a brand that is not yours answers exactly as one that does not exist.
import { allow, can } from '#access'
import type { Permission } from '#access/contract'
import { refuse, type Work } from '#base/work'
import type { ConversationId } from '#cases/contract'
import { chatUnknown } from '../contract.ts'
import { findVisit, holdVisit, type VisitRow } from './store/visit.ts'

export const needVisit = async (work: Work, conversation: ConversationId, permission: Permission): Promise<VisitRow> =>
  ours(work, await findVisit(work, conversation), permission)

export const needHeldVisit = async (work: Work, conversation: ConversationId, permission: Permission): Promise<VisitRow> =>
  ours(work, await holdVisit(work, conversation), permission)

function ours(work: Work, visit: VisitRow | undefined, permission: Permission): VisitRow {
  if (!visit || !can(work.actor, 'case.read', { brand: visit.brand_id })) throw refuse(chatUnknown, {})
  allow(work, permission, { brand: visit.brand_id })
  return visit
}
