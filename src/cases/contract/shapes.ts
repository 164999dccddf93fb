// A case and all that hangs on it, as everybody sees it.
import { z } from 'zod'
import { id, instant } from '#base/contract'
import { traitsShape } from './traits.ts'
import { blockerShape, closureShape, coverShape, handlerShape, mergedShape, namedCase } from './standing.ts'
import { handOverShape } from './hand-over.ts'
import { caseId, interactionKinds, named, ownerRules, person, personId, priorities, sendStates } from './words.ts'

export const addressShape = z.object({ name: z.string(), address: z.string() })
export type Address = z.infer<typeof addressShape>
// Where a message of ours may go. Stricter than what arrives: no character that could add a line or another address to a header.
const REACHABLE = /^[^\p{Cc}\s<>()[\]\\,;:"@]+@[^\p{Cc}\s<>()[\]\\,;:"@]+$/u
export const isReachable = (address: string): boolean => address.length <= 320 && REACHABLE.test(address)
export const recipientShape = z.object({
  name: z.string().max(300).default(''),
  address: z.string().trim().refine(isReachable, 'must be an address, such as name@example.org'),
})
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
      recipients: z.array(
        z.object({ address: z.string(), status: z.string().nullable(), permanent: z.boolean().nullable(), reason: z.string() }),
      ),
      of: id<'interaction'>().nullable(),
    })
    .optional(),
  truncated: z.array(z.string()).optional(),
  remote_images: z.number().int().optional(),
  automatic: z.boolean().optional(),
  said: z.object({ name: z.string(), email: z.string(), phone: z.string().optional() }).optional(), // who the visitor says to be, without proof
  proven: z.string().optional(), // who the site's signed token says the visitor is
  via: z.enum(['page', 'mail', 'chat', 'form']).optional(), // came by another door than the conversation's own
  fields: z.array(z.object({ label: z.string(), value: z.string() })).optional(), // what was filled in on a form
  suspected: z.object({ score: z.number().int(), reasons: z.array(z.string()) }).optional(), // taken for unwanted, and why
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
  answer_to: z.array(addressShape), // where the sender wants answers; empty means where it came from
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
  travels_by: z.string().nullable(), // the channel that carries it, when it is not the conversation's own
})
export type Interaction = z.infer<typeof interactionShape>
export const conversationShape = z.object({
  id: id<'conversation'>(),
  channel: z.string(),
  traits: traitsShape,
  entry_point: named(z.string()),
  opened_at: instant(),
  interactions: z.array(interactionShape),
})
export type Conversation = z.infer<typeof conversationShape>
// A way by which an answer of a case may travel: a conversation there is, or one that would be begun.
export const wayShape = z.object({
  channel: z.string(),
  label: z.object({ fr: z.string(), en: z.string() }),
  icon: z.string(),
  traits: traitsShape,
  conversation: id<'conversation'>().nullable(), // null: an answer this way begins one
  from: named(z.string()), // the entry point it leaves from
  to: z.array(addressShape.extend({ claimed: z.boolean() })), // empty where no address is needed, or none is known; claimed: only said to be theirs
})
export type Way = z.infer<typeof wayShape>
export const ownershipShape = z.object({
  owner: person,
  deputy: person.nullable(),
  chosen_by: z.enum(ownerRules),
  since: instant(),
  until: instant().nullable(),
  by: z.string(),
})
export type Ownership = z.infer<typeof ownershipShape>
export const noteShape = z.object({
  id: id<'note'>(),
  author: person.nullable(),
  text: z.string(),
  mentions: z.array(personId()),
  at: instant(),
})
export type Note = z.infer<typeof noteShape>
// A note in which the reader was named.
export const mentionShape = z.object({
  note: id<'note'>(),
  case: z.object({ id: caseId(), number: z.number().int(), subject: z.string(), status: z.enum(['open', 'closed']) }),
  author: person.nullable(),
  text: z.string(), // its first words
  at: instant(),
  seen_at: instant().nullable(),
})
export type Mention = z.infer<typeof mentionShape>
const standing = {
  id: caseId(),
  number: z.number().int(),
  subject: z.string(),
  status: z.enum(['open', 'closed']),
  owner: person,
  deputy: person.nullable(),
  covered_by: coverShape.nullable(), // who stands in while the owner is away; the owner stays the one who answers for it
  away_until: instant().nullable(), // the owner is away until then
  chosen_by: z.enum(ownerRules),
  priority: z.enum(priorities),
  handlers: z.array(handlerShape), // who works on it now, owner or not
  merged_into: namedCase.nullable(), // it is part of that case; lists show that one
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
  suspected_at: instant().nullable(), // opened by what looks unwanted, and nobody has said otherwise
  version: z.number().int(),
}
// Where a case stands for its owner: nobody looked yet, the customer waits for us, we wait for the customer, or it looks unwanted.
export const listedShape = z.object({
  ...standing,
  stands: z.enum(['new', 'waiting_for_us', 'waiting_for_others', 'suspected', 'closed']),
  excerpt: z.string(), // the first words of the last message
  channels: z.array(z.string()),
  hand_over_to: personId().nullable(),
  failed_as: z.enum(['failed', 'uncertain']).nullable(), // what became of our last message that did not arrive for sure
})
export type Listed = z.infer<typeof listedShape>
export const caseShape = z.object({
  ...standing,
  project: named(id<'project'>()).extend({ contact: person.nullable() }).nullable(), // `contact`: who answers for the project, by name
  claims: namedCase.nullable(),
  merged: z.array(mergedShape), // the cases that are part of this one: their conversations, notes and messages are shown here
  blockers: z.array(blockerShape), // what keeps it open
  closures: z.array(closureShape), // each time it was closed, the first first
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
