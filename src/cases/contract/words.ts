// The ids, bounds and closed lists of words of a case.
import { z } from 'zod'
import { id, type Id } from '#base/contract'

export type CaseId = Id<'case'>
export type ConversationId = Id<'conversation'>
export type InteractionId = Id<'interaction'>
export type OwnershipId = Id<'ownership'>
export type HandOverId = Id<'hand_over'>
export type HandlerId = Id<'handler'>
export type MergeId = Id<'merge'>
export type ReasonId = Id<'reason'>
export type NoteId = Id<'note'>
export type TemplateId = Id<'template'>
export type UploadId = Id<'upload'>

export const MOST_INTERACTIONS = 500 // shown at once with a case; older ones are asked for
export const MOST_SHOWN_BYTES = 4_000_000 // of what they say, likewise: strangers decide how much they write
export const MOST_ATTACHED_BYTES = 25_000_000
export const UNDO_SECONDS = 6

export const ownerRules = [
  'case_contact', 'customer_contact', 'project_contact', 'company_contact', 'team_contact', 'stand_in', 'duty', 'duty_stand_in', 'opened', 'claimed', 'assigned', 'handed_over',
  'successor', 'merged', 'unmerged', 'routed',
] as const // prettier-ignore
export type OwnerRule = (typeof ownerRules)[number]
/** Nobody in particular was chosen: whoever was on duty at the door, or stood in for them. */
export const isNobodyInParticular = (rule: OwnerRule | undefined): boolean => rule === 'duty' || rule === 'duty_stand_in'
export const priorities = ['low', 'normal', 'high', 'urgent'] as const
export type Priority = (typeof priorities)[number]
export const handOverEndings = ['accepted', 'declined', 'withdrawn', 'overtaken'] as const
export type HandOverEnding = (typeof handOverEndings)[number]
// What happened meanwhile, when a hand-over ended without an answer.
export const overtakings = ['taken', 'assigned', 'closed', 'merged', 'giver_left', 'receiver_left', 'handed_over'] as const
export type Overtaking = (typeof overtakings)[number]
export const MOST_IN_A_PORTFOLIO = 500
export const interactionKinds = [
  'message',
  'bounce',
  'auto-reply',
  'report',
  'list',
  'spam',
  'acknowledgement',
  'notice',
] as const
export type InteractionKind = (typeof interactionKinds)[number]
export const sendStates = ['received', 'queued', 'leaving', 'handed_over', 'kept', 'failed', 'uncertain', 'cancelled'] as const
export type SendState = (typeof sendStates)[number]

export const caseId = () => id<'case'>()
export const personId = () => id<'person'>()
export const version = () => z.coerce.number().int().positive()
export const named = (of: z.ZodType<string>) => z.object({ id: of, name: z.string() })
export const person = z.object({ id: personId(), name: z.string() })
