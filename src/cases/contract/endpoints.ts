// What may be asked over HTTP.
import { z } from 'zod'
import { endpoint, id, instant, nothing, pageInput, pageOf } from '#base/contract'
import { briefShape, handOverShape } from './hand-over.ts'
import { handlerShape } from './standing.ts'
import {
  caseShape,
  interactionShape,
  listedShape,
  mentionShape,
  noteShape,
  ownershipShape,
  reasonShape,
  recipientShape,
  templateShape,
  wayShape,
} from './shapes.ts'
import { caseId, handOverEndings, personId, priorities, sendStates, version } from './words.ts'

const one = z.object({ id: caseId() })
const changed = z.object({ id: caseId(), version: z.number().int() })
export const listCases = endpoint({
  method: 'GET', path: '/api/v1/cases', permission: 'case.read', summary: 'Cases, the latest first',
  input: z.object({
    ...pageInput,
    status: z.enum(['open', 'closed', 'all']).default('all'),
    owner: z.union([z.enum(['me', 'covered']), personId()]).optional(), // covered: their owner is away and I stand in
    handler: z.union([z.literal('me'), personId()]).optional(), // somebody works on it, owner or not
    priority: z.enum(priorities).optional(),
    stands: z.enum(['new', 'waiting_for_us', 'waiting_for_others', 'suspected']).optional(),
    customer: id<'customer'>().optional(),
    brand: z.uuid().optional(),
    entry_point: z.uuid().optional(),
    reason: id<'reason'>().optional(),
    project: id<'project'>().optional(),
    q: z.string().trim().max(300).optional(),
  }),
  output: pageOf(listedShape),
}) // prettier-ignore
export const countCases = endpoint({
  method: 'GET', path: '/api/v1/case-counts', permission: 'case.read', summary: 'How my cases stand',
  input: nothing,
  output: z.object({ new: z.number(), waiting_for_us: z.number(), waiting_for_others: z.number(), suspected: z.number(), hand_overs: z.number(), failed: z.number(), mentions: z.number(), covered: z.number(), handling: z.number() }),
}) // prettier-ignore
export const getCase = endpoint({
  method: 'GET', path: '/api/v1/cases/:id', permission: 'case.read', summary: 'One case with its timeline', input: one, output: caseShape,
}) // prettier-ignore
export const listInteractions = endpoint({
  method: 'GET', path: '/api/v1/cases/:id/interactions', permission: 'case.read', summary: 'What was said in a case, the latest first; `before` an interaction, for what is older than a case shows',
  input: z.object({ id: caseId(), before: id<'interaction'>().optional(), ...pageInput }),
  output: pageOf(interactionShape.extend({ conversation_id: id<'conversation'>() })),
}) // prettier-ignore
export const postCase = endpoint({
  method: 'POST', path: '/api/v1/cases', permission: 'case.create', summary: 'Open a case by hand',
  input: z.object({
    subject: z.string().trim().min(1).max(300),
    customer: z.union([z.object({ id: id<'customer'>() }), z.object({ email: z.email(), name: z.string().max(200).optional() })]).optional(),
    entry_point: z.uuid().optional(),
    reason_id: id<'reason'>().nullable().optional(),
    project_id: id<'project'>().nullable().optional(), // of the customer, or of their company
    text: z.string().max(200_000).optional(), // what the customer asked, as told to us
    owner: personId().optional(),
  }),
  output: caseShape,
}) // prettier-ignore
export const patchCase = endpoint({
  method: 'PATCH', path: '/api/v1/cases/:id', permission: 'case.edit', summary: 'Change subject, reason, priority, customer or project (of the customer, or of their company); `suspected: false` says that it is not unwanted',
  input: z.object({
    id: caseId(), version: version(), subject: z.string().trim().min(1).max(300).optional(),
    reason_id: id<'reason'>().nullable().optional(), customer_id: id<'customer'>().optional(), project_id: id<'project'>().nullable().optional(), priority: z.enum(priorities).optional(), suspected: z.literal(false).optional(),
  }),
  output: changed,
}) // prettier-ignore
export const postReply = endpoint({
  method: 'POST', path: '/api/v1/cases/:id/replies', permission: 'case.reply', summary: 'Answer the customer',
  input: z.object({
    id: caseId(),
    conversation: id<'conversation'>().optional(),
    channel: z.string().max(20).optional(), // by another way than the last: the case's conversation there, else a new one
    html: z.string().max(500_000).optional(),
    text: z.string().max(200_000).optional(),
    version: version().optional(),
    to: z.array(recipientShape).max(100).optional(),
    cc: z.array(recipientShape).max(100).default([]),
    subject: z.string().max(300).optional(),
    uploads: z.array(id<'upload'>()).max(50).default([]),
    undo_seconds: z.number().min(0).max(60).default(0),
    close: z.boolean().default(false),
    because: z.string().trim().max(4_000).optional(), // why it is closed although something keeps it open
  }),
  output: z.object({ id: id<'interaction'>(), case_id: caseId(), state: z.enum(sendStates), leaves_at: instant(), version: z.number().int() }),
}) // prettier-ignore
export const getWays = endpoint({
  method: 'GET', path: '/api/v1/cases/:id/ways', permission: 'case.reply', summary: 'How an answer of this case may travel: the first is the usual one',
  input: one, output: z.object({ items: z.array(wayShape) }),
}) // prettier-ignore
export const deleteReply = endpoint({
  method: 'DELETE', path: '/api/v1/cases/:id/replies/:interaction', permission: 'case.reply', summary: 'Hold back an answer that has not left yet',
  input: z.object({ id: caseId(), interaction: id<'interaction'>() }), output: nothing,
}) // prettier-ignore
export const postRetry = endpoint({
  method: 'POST', path: '/api/v1/cases/:id/replies/:interaction/retry', permission: 'case.reply', summary: 'Send a failed, uncertain or kept answer again, the very same mail',
  input: z.object({ id: caseId(), interaction: id<'interaction'>() }), output: nothing,
}) // prettier-ignore
export const putHandedOver = endpoint({
  method: 'PUT', path: '/api/v1/cases/:id/replies/:interaction/handed-over', permission: 'case.reply', summary: 'Take an uncertain answer for arrived: it is not sent again',
  input: z.object({ id: caseId(), interaction: id<'interaction'>() }), output: nothing,
}) // prettier-ignore
export const postNote = endpoint({
  method: 'POST', path: '/api/v1/cases/:id/notes', permission: 'case.note', summary: 'Write an internal note',
  input: z.object({ id: caseId(), version: version().optional(), text: z.string().trim().min(1).max(20_000), mentions: z.array(personId()).max(50).default([]) }),
  output: noteShape,
}) // prettier-ignore
export const putClosure = endpoint({
  method: 'PUT', path: '/api/v1/cases/:id/closure', permission: 'case.close', summary: 'Close the case; over what keeps it open only with `because`, by its owner or somebody who may assign it',
  input: z.object({ id: caseId(), version: version().optional(), because: z.string().trim().max(4_000).optional() }), output: changed,
}) // prettier-ignore
export const deleteClosure = endpoint({
  method: 'DELETE', path: '/api/v1/cases/:id/closure', permission: 'case.reopen', summary: 'Reopen the case',
  input: z.object({ id: caseId(), version: version().optional() }), output: changed,
}) // prettier-ignore
export const putOwner = endpoint({
  method: 'PUT', path: '/api/v1/cases/:id/owner', permission: 'case.read', summary: 'Take the case, or give it to a person; compare-and-set on expected_owner or If-Match',
  input: z.object({ id: caseId(), owner: personId(), expected_owner: personId().optional(), version: version().optional() }), output: changed,
}) // prettier-ignore
export const getOwners = endpoint({
  method: 'GET', path: '/api/v1/cases/:id/owners', permission: 'case.read', summary: 'Who answered for the case, at an instant or ever',
  input: z.object({ id: caseId(), at: instant().optional() }), output: z.object({ items: z.array(ownershipShape) }),
}) // prettier-ignore
export const postLook = endpoint({
  method: 'POST', path: '/api/v1/cases/:id/looks', permission: 'case.read', summary: 'The owner has looked at the case', input: one, output: nothing,
}) // prettier-ignore
export const postHandOver = endpoint({
  method: 'POST', path: '/api/v1/cases/:id/hand-overs', permission: 'case.hand_over', summary: 'Offer the case to somebody; until accepted the giver answers for it',
  input: z.object({ id: caseId(), version: version().optional(), to: personId(), message: z.string().trim().max(4_000).default(''), brief: briefShape.optional(), due_at: instant().optional() }), output: handOverShape,
}) // prettier-ignore
export const putHandOver = endpoint({
  method: 'PUT', path: '/api/v1/hand-overs/:id', permission: 'case.read', summary: 'Accept, decline (with a reason) or withdraw a hand-over',
  input: z.object({ id: id<'hand_over'>(), as: z.enum(handOverEndings).exclude(['overtaken']), answer: z.string().trim().max(4_000).default('') }),
  output: handOverShape,
}) // prettier-ignore
export const listHandOvers = endpoint({
  method: 'GET', path: '/api/v1/hand-overs', permission: 'case.read', summary: 'Hand-overs waiting for my answer', input: nothing,
  output: z.object({ items: z.array(handOverShape.extend({ number: z.number(), subject: z.string() })) }),
}) // prettier-ignore
export const putHandler = endpoint({
  method: 'PUT', path: '/api/v1/cases/:id/handlers/:person', permission: 'case.reply', summary: 'Somebody works on the case; whoever answers for it stays the same',
  input: z.object({ id: caseId(), person: z.union([z.literal('me'), personId()]), role: z.string().trim().max(80).default('') }), output: z.object({ items: z.array(handlerShape) }),
}) // prettier-ignore
export const deleteHandler = endpoint({
  method: 'DELETE', path: '/api/v1/cases/:id/handlers/:person', permission: 'case.read', summary: 'Somebody works on the case no longer',
  input: z.object({ id: caseId(), person: z.union([z.literal('me'), personId()]) }), output: z.object({ items: z.array(handlerShape) }),
}) // prettier-ignore
export const postMerge = endpoint({
  method: 'POST', path: '/api/v1/cases/:id/merges', permission: 'case.edit', summary: 'Make another case part of this one; it can be undone',
  input: z.object({ id: caseId(), merged: caseId(), because: z.string().trim().max(2_000).default('') }), output: z.object({ id: id<'merge'>(), case_id: caseId(), version: z.number().int() }),
}) // prettier-ignore
export const deleteMerge = endpoint({
  method: 'DELETE', path: '/api/v1/cases/:id/merges/:merged', permission: 'case.edit', summary: 'The other case stands by itself again',
  input: z.object({ id: caseId(), merged: caseId() }), output: z.object({ case_id: caseId(), version: z.number().int() }),
}) // prettier-ignore
export const listMentions = endpoint({
  method: 'GET', path: '/api/v1/mentions', permission: 'case.read', summary: 'Notes in which I was named, the latest first, and how many I have not seen',
  input: z.object({ ...pageInput, only: z.literal('unseen').optional() }), output: pageOf(mentionShape).extend({ unseen: z.number().int() }),
}) // prettier-ignore
export const putMentionsSeen = endpoint({
  method: 'PUT', path: '/api/v1/mentions/seen', permission: 'case.read', summary: 'I have seen them: those of one case, or all there are',
  input: z.object({ case: caseId().optional() }), output: z.object({ seen: z.number().int() }),
}) // prettier-ignore
export const listReasons = endpoint({
  method: 'GET', path: '/api/v1/reasons', permission: 'case.read', summary: 'Reasons for contact', input: nothing, output: z.object({ items: z.array(reasonShape) }),
}) // prettier-ignore
export const postReason = endpoint({
  method: 'POST', path: '/api/v1/reasons', permission: 'template.manage', summary: 'Add a reason', input: z.object({ name: z.string().trim().min(1).max(120) }), output: reasonShape,
}) // prettier-ignore
export const patchReason = endpoint({
  method: 'PATCH', path: '/api/v1/reasons/:id', permission: 'template.manage', summary: 'Rename a reason',
  input: z.object({ id: id<'reason'>(), name: z.string().trim().min(1).max(120) }), output: reasonShape,
}) // prettier-ignore
export const deleteReason = endpoint({
  method: 'DELETE', path: '/api/v1/reasons/:id', permission: 'template.manage', summary: 'Retire a reason; the cases that have it keep it',
  input: z.object({ id: id<'reason'>() }), output: nothing,
}) // prettier-ignore
export const listTemplates = endpoint({
  method: 'GET', path: '/api/v1/templates', permission: 'template.read', summary: 'Reply templates', input: nothing, output: z.object({ items: z.array(templateShape) }),
}) // prettier-ignore
export const postTemplate = endpoint({
  method: 'POST', path: '/api/v1/templates', permission: 'template.manage', summary: 'Add a reply template',
  input: z.object({ name: z.string().trim().min(1).max(120), language: z.enum(['fr', 'en']), brand_id: z.uuid().nullable().default(null), html: z.string().min(1).max(100_000) }),
  output: templateShape,
}) // prettier-ignore
export const deleteTemplate = endpoint({
  method: 'DELETE', path: '/api/v1/templates/:id', permission: 'template.manage', summary: 'Retire a template', input: z.object({ id: id<'template'>() }), output: nothing,
}) // prettier-ignore
export const endpoints = [
  listCases, countCases, getCase, listInteractions, postCase, patchCase, postReply, getWays, deleteReply, postRetry, postNote, putClosure, deleteClosure, putOwner, getOwners, postLook,
  postHandOver, putHandOver, listHandOvers, putHandler, deleteHandler, postMerge, deleteMerge, listMentions, putMentionsSeen, listReasons, postReason, patchReason, deleteReason, listTemplates, postTemplate, deleteTemplate,
] // prettier-ignore
