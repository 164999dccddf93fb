// What cases tell the rooms above.
import { z } from 'zod'
import { event, id, instant } from '#base/contract'
import { caseId, handOverEndings, interactionKinds, overtakings, ownerRules, personId, priorities, sendStates } from './words.ts'

const about = { case_id: caseId() }
export const caseOpened = event(
  'case.opened',
  z.object({ ...about, number: z.number(), owner: personId(), chosen_by: z.enum(ownerRules), entry_point: z.string() }),
)
export const messageReceived = event('message.received', z.object({
  ...about, conversation_id: id<'conversation'>(), interaction_id: id<'interaction'>(), channel: z.string(), kind: z.enum(interactionKinds),
  owner: personId(), opened: z.boolean(), reopened: z.boolean(), source: z.string(), entry_point: z.string(),
})) // prettier-ignore
export const messageQueued = event('message.queued', z.object({
  ...about, conversation_id: id<'conversation'>(), interaction_id: id<'interaction'>(), channel: z.string(), leaves_at: instant(),
  kind: z.enum(interactionKinds).optional(), // said where it is not a message
  carried: z.literal(true).optional(), // whoever carries it knew in the same commit
})) // prettier-ignore
// `channel`: the one that is to carry it, which is not always the conversation's own.
const settled = z.object({
  ...about,
  interaction_id: id<'interaction'>(),
  state: z.enum(sendStates),
  detail: z.string().nullable(),
  owner: personId(),
})
export const messageSettled = event('message.settled', settled)
export const messageNoticed = event('message.noticed', z.object({
  ...about, conversation_id: id<'conversation'>(), interaction_id: id<'interaction'>(), channel: z.string(),
})) // prettier-ignore
export const messageCancelled = event('message.cancelled', z.object({ ...about, interaction_id: id<'interaction'>() }))
export const ownerChanged = event(
  'case.owner_changed',
  z.object({ ...about, from: personId(), to: personId(), chosen_by: z.enum(ownerRules) }),
)
export const handOverOffered = event(
  'case.hand_over_offered',
  z.object({
    ...about,
    hand_over_id: id<'hand_over'>(),
    from: personId(),
    to: personId(),
    portfolio_id: z.uuid().nullable().default(null),
    due_at: instant().nullable().default(null),
  }),
)
export const handOverEnded = event(
  'case.hand_over_ended',
  z.object({
    ...about,
    hand_over_id: id<'hand_over'>(),
    from: personId(),
    to: personId(),
    as: z.enum(handOverEndings),
    overtaken_by: z.enum(overtakings).nullable().default(null),
    portfolio_id: z.uuid().nullable().default(null),
  }),
)
// `because`: why, although something kept it open.
export const caseClosed = event(
  'case.closed',
  z.object({ ...about, owner: personId(), because: z.string().nullable().default(null) }),
)
export const caseReopened = event('case.reopened', z.object({ ...about, owner: personId() }))
export const caseEdited = event(
  'case.edited',
  z.object({
    ...about,
    subject: z.string().optional(),
    reason_id: z.string().nullable().optional(),
    customer_id: z.string().nullable().optional(),
    project_id: z.string().nullable().optional(),
    priority: z.enum(priorities).optional(),
    suspected: z.boolean().optional(),
  }),
)
// Working on a case is not answering for it.
export const caseHandled = event('case.handled', z.object({ ...about, person: personId(), owner: personId() }))
export const caseUnhandled = event('case.unhandled', z.object({ ...about, person: personId(), owner: personId() }))
const blocking = z.object({ ...about, kind: z.string(), id: z.uuid(), owner: personId() })
export const caseBlocked = event('case.blocked', blocking)
export const caseUnblocked = event('case.unblocked', blocking)
// `case_id` is the main case, `merged` the one that is part of it from now on (or no longer).
const merging = z.object({ ...about, merged: caseId(), owner: personId() })
export const caseMerged = event('case.merged', merging)
export const caseUnmerged = event('case.unmerged', merging)
export const noteAdded = event(
  'note.added',
  z.object({ ...about, note_id: id<'note'>(), mentions: z.array(personId()), owner: personId() }),
)
