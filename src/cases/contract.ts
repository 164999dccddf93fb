// The window of cases: the dossier as everybody sees it, what may be asked of it, and what it tells.
import { z } from 'zod'
import { endpoint, event, id, instant, nothing, pageInput, pageOf, refusal, type Id } from '#base/contract'

export type CaseId = Id<'case'>
export type ConversationId = Id<'conversation'>
export type InteractionId = Id<'interaction'>
export type OwnershipId = Id<'ownership'>
export type HandOverId = Id<'hand_over'>
export type ReasonId = Id<'reason'>
export type NoteId = Id<'note'>
export type TemplateId = Id<'template'>
export type UploadId = Id<'upload'>

export const MOST_INTERACTIONS = 500 // shown at once with a case; older ones are asked for
export const MOST_ATTACHED_BYTES = 25_000_000
export const UNDO_SECONDS = 6

export const ownerRules = [
  'customer_contact', 'company_contact', 'stand_in', 'duty', 'opened', 'claimed', 'assigned', 'handed_over', 'successor',
] as const // prettier-ignore
export type OwnerRule = (typeof ownerRules)[number]
export const interactionKinds = ['message', 'bounce', 'auto-reply', 'report', 'list', 'spam', 'acknowledgement'] as const
export type InteractionKind = (typeof interactionKinds)[number]
export const sendStates = ['received', 'queued', 'leaving', 'handed_over', 'kept', 'failed', 'uncertain', 'cancelled'] as const
export type SendState = (typeof sendStates)[number]

const caseId = () => id<'case'>()
const personId = () => id<'person'>()
const version = () => z.coerce.number().int().positive()
const named = (of: z.ZodType<string>) => z.object({ id: of, name: z.string() })
const person = z.object({ id: personId(), name: z.string() })

// ── shapes ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const addressShape = z.object({ name: z.string(), address: z.string() })
export type Address = z.infer<typeof addressShape>
export const attachmentShape = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  inline: z.boolean(),
  content_id: z.string().nullable(),
})
export type Attachment = z.infer<typeof attachmentShape>

// What the channel has to say of a message. Each is shown; none is hidden inside a colour.
export const marksShape = z.object({
  authentication: z.object({ verdict: z.enum(['pass', 'fail', 'none', 'unknown']), fr: z.string(), en: z.string() }).optional(),
  bounce: z
    .object({
      recipients: z.array(z.object({ address: z.string(), status: z.string().nullable(), permanent: z.boolean().nullable(), reason: z.string() })),
      of: id<'interaction'>().nullable(),
    })
    .optional(),
  truncated: z.array(z.string()).optional(),
  remote_images: z.number().int().optional(),
  automatic: z.boolean().optional(),
  not_joined: z.enum(['not_a_participant', 'authentication_failed', 'unknown_token']).optional(),
})
export type Marks = z.infer<typeof marksShape>

export const interactionShape = z.object({
  id: id<'interaction'>(),
  direction: z.enum(['in', 'out']),
  kind: z.enum(interactionKinds),
  at: instant(),
  sent_at: instant().nullable(),
  author: person.nullable(),
  from: addressShape,
  to: z.array(addressShape),
  cc: z.array(addressShape),
  more_recipients: z.number().int(),
  subject: z.string(),
  text: z.string(),
  visible_text: z.string(),
  html: z.string().nullable(),
  language: z.string().nullable(),
  has_original: z.boolean(),
  attachments: z.array(attachmentShape),
  marks: marksShape,
  state: z.enum(sendStates),
  state_at: instant(),
  state_detail: z.string().nullable(),
  leaves_at: instant().nullable(),
})
export type Interaction = z.infer<typeof interactionShape>
export const conversationShape = z.object({
  id: id<'conversation'>(),
  channel: z.string(),
  entry_point: named(z.string()),
  opened_at: instant(),
  interactions: z.array(interactionShape),
})
export const ownershipShape = z.object({
  owner: person,
  deputy: person.nullable(),
  chosen_by: z.enum(ownerRules),
  since: instant(),
  until: instant().nullable(),
  by: z.string(),
})
export type Ownership = z.infer<typeof ownershipShape>
export const noteShape = z.object({ id: id<'note'>(), author: person.nullable(), text: z.string(), mentions: z.array(personId()), at: instant() })
export type Note = z.infer<typeof noteShape>
export const handOverShape = z.object({
  id: id<'hand_over'>(),
  case_id: caseId(),
  from: person,
  to: person,
  message: z.string(),
  offered_at: instant(),
  ended_at: instant().nullable(),
  ended_as: z.enum(['accepted', 'declined', 'withdrawn', 'overtaken']).nullable(),
  answer: z.string().nullable(),
})
export type HandOver = z.infer<typeof handOverShape>

const standing = {
  id: caseId(),
  number: z.number().int(),
  subject: z.string(),
  status: z.enum(['open', 'closed']),
  owner: person,
  deputy: person.nullable(),
  chosen_by: z.enum(ownerRules),
  reason: named(id<'reason'>()).nullable(),
  customer: named(id<'customer'>()).nullable(),
  brand: named(z.string()),
  entry_point: named(z.string()),
  opened_at: instant(),
  closed_at: instant().nullable(),
  last_at: instant(),
  last_in_at: instant().nullable(),
  last_out_at: instant().nullable(),
  failed_at: instant().nullable(),
  version: z.number().int(),
}
// Where a case stands for its owner: nobody looked yet, the customer waits for us, or we wait for the customer.
export const listedShape = z.object({
  ...standing,
  stands: z.enum(['new', 'waiting_for_us', 'waiting_for_others', 'closed']),
  excerpt: z.string(), // the first words of the last message
  channels: z.array(z.string()),
  hand_over_to: personId().nullable(),
})
export type Listed = z.infer<typeof listedShape>
export const caseShape = z.object({
  ...standing,
  claims: z.object({ id: caseId(), number: z.number().int(), subject: z.string() }).nullable(),
  conversations: z.array(conversationShape),
  notes: z.array(noteShape),
  owners: z.array(ownershipShape),
  hand_over: handOverShape.nullable(),
  older_interactions: z.number().int(),
  may: z.array(z.string()), // what the one who asks may do here
})
export type Case = z.infer<typeof caseShape>
export const reasonShape = z.object({ id: id<'reason'>(), name: z.string() })
export const templateShape = z.object({
  id: id<'template'>(), name: z.string(), language: z.enum(['fr', 'en']), brand_id: z.string().nullable(), html: z.string(), version: z.number().int(),
}) // prettier-ignore
export type Template = z.infer<typeof templateShape>

// ── what a channel brings ────────────────────────────────────────────────────────────────────────────────────────────────
export type Arrival = {
  source: string // the receipt; filing it again changes nothing
  channel: string
  entry_point: string
  kind: Exclude<InteractionKind, 'acknowledgement'>
  at: Temporal.Instant
  sent_at: Temporal.Instant | null
  from: Address | null
  identity: { kind: 'email' | 'phone' | 'handle'; value: string } | null
  to: Address[]
  cc: Address[]
  more_recipients: number
  answer_to: Address[] // where the sender wants answers; empty means where it came from
  subject: string
  text: string
  visible_text: string
  html: string | null
  language: string | null
  original_file: string | null
  attachments: { name: string; type: string; size: number; file: string; inline: boolean; content_id: string | null }[]
  marks: Marks
  answers: ConversationId | null // our token was in it
  trusted: boolean // the sender's authentication did not fail
}
export type Filed = { case: CaseId; conversation: ConversationId; interaction: InteractionId; opened: boolean; customer: string | null; again: boolean }

// ── events ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
const about = { case_id: caseId() }
export const caseOpened = event('case.opened', z.object({ ...about, number: z.number(), owner: personId(), chosen_by: z.enum(ownerRules), entry_point: z.string() }))
export const messageReceived = event('message.received', z.object({
  ...about, conversation_id: id<'conversation'>(), interaction_id: id<'interaction'>(), channel: z.string(), kind: z.enum(interactionKinds),
  owner: personId(), opened: z.boolean(), reopened: z.boolean(), source: z.string(), entry_point: z.string(),
})) // prettier-ignore
export const messageQueued = event('message.queued', z.object({
  ...about, conversation_id: id<'conversation'>(), interaction_id: id<'interaction'>(), channel: z.string(), leaves_at: instant(),
})) // prettier-ignore
const settled = z.object({ ...about, interaction_id: id<'interaction'>(), state: z.enum(sendStates), detail: z.string().nullable(), owner: personId() })
export const messageSettled = event('message.settled', settled)
export const messageCancelled = event('message.cancelled', z.object({ ...about, interaction_id: id<'interaction'>() }))
export const ownerChanged = event('case.owner_changed', z.object({ ...about, from: personId(), to: personId(), chosen_by: z.enum(ownerRules) }))
export const handOverOffered = event('case.hand_over_offered', z.object({ ...about, hand_over_id: id<'hand_over'>(), from: personId(), to: personId() }))
export const handOverEnded = event('case.hand_over_ended', z.object({ ...about, hand_over_id: id<'hand_over'>(), from: personId(), to: personId(), as: z.string() }))
export const caseClosed = event('case.closed', z.object({ ...about, owner: personId() }))
export const caseReopened = event('case.reopened', z.object({ ...about, owner: personId() }))
export const caseEdited = event('case.edited', z.object({ ...about, subject: z.string().optional(), reason_id: z.string().nullable().optional(), customer_id: z.string().nullable().optional() }))
export const noteAdded = event('note.added', z.object({ ...about, note_id: id<'note'>(), mentions: z.array(personId()), owner: personId() }))

// ── refusals ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const caseUnknown = refusal('case.unknown', 404, {
  fr: 'Ce dossier n’existe pas, ou n’est pas à vous de le voir. Vérifiez le numéro.',
  en: 'There is no such case, or it is not yours to see. Check the number.',
})
export const alreadyTaken = refusal<{ owner: { id: string; name: string } }>('case.already_taken', 409, {
  fr: 'Quelqu’un a pris ce dossier juste avant vous. Rechargez pour voir qui en répond.',
  en: 'Somebody took this case just before you. Reload to see who answers for it.',
})
export const caseIsClosed = refusal('case.is_closed', 409, {
  fr: 'Ce dossier est clos. Rouvrez-le d’abord.',
  en: 'This case is closed. Reopen it first.',
})
export const ownerUnfit = refusal('case.owner_unfit', 422, {
  fr: 'Cette personne n’est plus dans la maison. Choisissez quelqu’un d’autre.',
  en: 'This person is no longer here. Choose somebody else.',
})
export const handOverUnderWay = refusal('hand_over.under_way', 409, {
  fr: 'Une passation attend déjà une réponse. Retirez-la d’abord.',
  en: 'A hand-over is already waiting for an answer. Withdraw it first.',
})
export const handOverOver = refusal('hand_over.over', 409, {
  fr: 'Cette passation est déjà terminée. Rechargez la page.',
  en: 'This hand-over is already over. Reload the page.',
})
export const nobodyToAnswer = refusal('reply.no_recipient', 422, {
  fr: 'Personne à qui répondre ici : indiquez au moins une adresse.',
  en: 'There is nobody to answer here: give at least one address.',
})
export const replyGone = refusal<{ state: string }>('reply.gone', 409, {
  fr: 'Ce message est déjà parti, on ne peut plus le retenir.',
  en: 'This message has already left and can no longer be held back.',
})
export const replyEmpty = refusal('reply.empty', 422, {
  fr: 'Le message est vide. Écrivez quelque chose ou joignez un fichier.',
  en: 'The message is empty. Write something or attach a file.',
})
export const uploadUnknown = refusal('upload.unknown', 422, {
  fr: 'Une pièce jointe a disparu. Joignez-la de nouveau.',
  en: 'An attachment is gone. Attach it again.',
})
export const attachmentsTooLarge = refusal<{ limit_bytes: number }>('reply.attachments_too_large', 413, {
  fr: 'Les pièces jointes dépassent 25 Mo. Retirez-en ou envoyez-les en plusieurs messages.',
  en: 'The attachments exceed 25 MB. Remove some or send several messages.',
})
export const nameInUse = refusal('name.in_use', 409, {
  fr: 'Ce nom est déjà pris. Choisissez-en un autre.',
  en: 'This name is already in use. Choose another.',
})
export const nothingToRetry = refusal('reply.nothing_to_retry', 409, {
  fr: 'Ce message n’est ni en échec ni incertain : il n’y a rien à renvoyer.',
  en: 'This message neither failed nor is uncertain: there is nothing to send again.',
})
export const caseRefusals = [
  caseUnknown, alreadyTaken, caseIsClosed, ownerUnfit, handOverUnderWay, handOverOver, nobodyToAnswer, replyGone, replyEmpty,
  uploadUnknown, attachmentsTooLarge, nameInUse, nothingToRetry,
] // prettier-ignore

// ── endpoints ────────────────────────────────────────────────────────────────────────────────────────────────────────────
const one = z.object({ id: caseId() })
const changed = z.object({ id: caseId(), version: z.number().int() })
export const listCases = endpoint({
  method: 'GET', path: '/api/v1/cases', permission: 'case.read', summary: 'Cases, the latest first',
  input: z.object({
    ...pageInput,
    status: z.enum(['open', 'closed', 'all']).default('all'),
    owner: z.union([z.literal('me'), personId()]).optional(),
    stands: z.enum(['new', 'waiting_for_us', 'waiting_for_others']).optional(),
    customer: id<'customer'>().optional(),
    brand: z.uuid().optional(),
    entry_point: z.uuid().optional(),
    reason: id<'reason'>().optional(),
    q: z.string().trim().max(300).optional(),
  }),
  output: pageOf(listedShape),
}) // prettier-ignore
export const countCases = endpoint({
  method: 'GET', path: '/api/v1/case-counts', permission: 'case.read', summary: 'How my cases stand',
  input: nothing,
  output: z.object({ new: z.number(), waiting_for_us: z.number(), waiting_for_others: z.number(), hand_overs: z.number(), failed: z.number() }),
}) // prettier-ignore
export const getCase = endpoint({
  method: 'GET', path: '/api/v1/cases/:id', permission: 'case.read', summary: 'One case with its timeline', input: one, output: caseShape,
}) // prettier-ignore
export const postCase = endpoint({
  method: 'POST', path: '/api/v1/cases', permission: 'case.create', summary: 'Open a case by hand',
  input: z.object({
    subject: z.string().trim().min(1).max(300),
    customer: z.union([z.object({ id: id<'customer'>() }), z.object({ email: z.email(), name: z.string().max(200).optional() })]).optional(),
    entry_point: z.uuid().optional(),
    reason_id: id<'reason'>().nullable().optional(),
    text: z.string().max(200_000).optional(), // what the customer asked, as told to us
    owner: personId().optional(),
  }),
  output: caseShape,
}) // prettier-ignore
export const patchCase = endpoint({
  method: 'PATCH', path: '/api/v1/cases/:id', permission: 'case.edit', summary: 'Change subject, reason or customer',
  input: z.object({
    id: caseId(), version: version(), subject: z.string().trim().min(1).max(300).optional(),
    reason_id: id<'reason'>().nullable().optional(), customer_id: id<'customer'>().optional(),
  }),
  output: changed,
}) // prettier-ignore
export const postReply = endpoint({
  method: 'POST', path: '/api/v1/cases/:id/replies', permission: 'case.reply', summary: 'Answer the customer',
  input: z.object({
    id: caseId(),
    conversation: id<'conversation'>().optional(),
    html: z.string().max(500_000).optional(),
    text: z.string().max(200_000).optional(),
    to: z.array(addressShape).max(100).optional(),
    cc: z.array(addressShape).max(100).default([]),
    subject: z.string().max(300).optional(),
    uploads: z.array(id<'upload'>()).max(50).default([]),
    undo_seconds: z.number().min(0).max(60).default(0),
    close: z.boolean().default(false),
  }),
  output: z.object({ id: id<'interaction'>(), case_id: caseId(), state: z.enum(sendStates), leaves_at: instant(), version: z.number().int() }),
}) // prettier-ignore
export const deleteReply = endpoint({
  method: 'DELETE', path: '/api/v1/cases/:id/replies/:interaction', permission: 'case.reply', summary: 'Hold back an answer that has not left yet',
  input: z.object({ id: caseId(), interaction: id<'interaction'>() }), output: nothing,
}) // prettier-ignore
export const postRetry = endpoint({
  method: 'POST', path: '/api/v1/cases/:id/replies/:interaction/retry', permission: 'case.reply', summary: 'Send a failed or uncertain answer again, the very same mail',
  input: z.object({ id: caseId(), interaction: id<'interaction'>() }), output: nothing,
}) // prettier-ignore
export const postNote = endpoint({
  method: 'POST', path: '/api/v1/cases/:id/notes', permission: 'case.note', summary: 'Write an internal note',
  input: z.object({ id: caseId(), text: z.string().trim().min(1).max(20_000), mentions: z.array(personId()).max(50).default([]) }),
  output: noteShape,
}) // prettier-ignore
export const putClosure = endpoint({
  method: 'PUT', path: '/api/v1/cases/:id/closure', permission: 'case.close', summary: 'Close the case',
  input: z.object({ id: caseId(), version: version().optional() }), output: changed,
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
  input: z.object({ id: caseId(), to: personId(), message: z.string().trim().max(4_000).default('') }), output: handOverShape,
}) // prettier-ignore
export const putHandOver = endpoint({
  method: 'PUT', path: '/api/v1/hand-overs/:id', permission: 'case.read', summary: 'Accept, decline or withdraw a hand-over',
  input: z.object({ id: id<'hand_over'>(), as: z.enum(['accepted', 'declined', 'withdrawn']), answer: z.string().trim().max(4_000).default('') }),
  output: handOverShape,
}) // prettier-ignore
export const listHandOvers = endpoint({
  method: 'GET', path: '/api/v1/hand-overs', permission: 'case.read', summary: 'Hand-overs waiting for my answer', input: nothing,
  output: z.object({ items: z.array(handOverShape.extend({ number: z.number(), subject: z.string() })) }),
}) // prettier-ignore
export const listReasons = endpoint({
  method: 'GET', path: '/api/v1/reasons', permission: 'case.read', summary: 'Reasons for contact', input: nothing, output: z.object({ items: z.array(reasonShape) }),
}) // prettier-ignore
export const postReason = endpoint({
  method: 'POST', path: '/api/v1/reasons', permission: 'template.manage', summary: 'Add a reason', input: z.object({ name: z.string().trim().min(1).max(120) }), output: reasonShape,
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
  listCases, countCases, getCase, postCase, patchCase, postReply, deleteReply, postRetry, postNote, putClosure, deleteClosure, putOwner, getOwners, postLook,
  postHandOver, putHandOver, listHandOvers, listReasons, postReason, listTemplates, postTemplate, deleteTemplate,
] // prettier-ignore
