// Something arrived by a channel: find the case or open one, append, tell. Filing the same arrival again changes nothing.
import * as customers from '#customers'
import { newId } from '#base/id'
import type { Work } from '#base/work'
import type { EntryPointId } from '#brands/contract'
import type { CustomerId } from '#customers/contract'
import { chooseOwner } from './choose-owner.ts'
import { LETTER, messageReceived, type Arrival, type CaseId, type ConversationId, type Filed, type ReasonId } from './contract.ts'
import { open } from './open.ts'
import { reopenForArrival } from './reopen.ts'
import { mayJoin, type Join } from './rules/may-join.ts'
import { touchByArrival } from './store/case.ts'
import { addParticipants, findConversation, takesPart } from './store/conversation.ts'
import { findBySource, insertAttachment, insertInteraction } from './store/interaction.ts'
import { findReasons } from './store/reason.ts'
import type { PersonId } from '#base/contract'

type Place = {
  case: CaseId
  thread_of: CaseId // the case the conversation is of: the same, or one that is part of it
  conversation: ConversationId
  owner: PersonId
  opened: boolean
  reopened: boolean
  not_joined: Arrival['marks']['not_joined']
}

export async function receive(work: Work, arrival: Arrival): Promise<Filed> {
  const [before, seen] = await Promise.all([
    findBySource(work, arrival.source),
    arrival.identity
      ? customers.recognise(work, { ...arrival.identity, name: arrival.from?.name, proof: proofOf(arrival) })
      : null,
  ])
  if (before)
    return {
      case: before.case_id,
      conversation: before.conversation_id,
      interaction: before.id,
      opened: false,
      customer: before.customer_id,
      again: true,
    }
  const customer = arrival.customer ?? seen?.customer ?? null
  const place = await placeFor(work, arrival, customer)
  const interaction = newId<'interaction'>(work.now)
  await append(work, { arrival, customer, place, interaction })
  if (customer && place.opened) await writeClaims(work, arrival, customer)
  work.publish(
    messageReceived,
    {
      case_id: place.case, conversation_id: place.conversation, interaction_id: interaction, channel: arrival.channel, kind: arrival.kind, owner: place.owner,
      opened: place.opened, reopened: place.reopened, source: arrival.source, entry_point: arrival.entry_point,
    }, // prettier-ignore
    { case_id: place.case },
  )
  return { case: place.case, conversation: place.conversation, interaction, opened: place.opened, customer, again: false }
}

// An address is proven by the door that says so, and by a mail whose sender is authenticated for it (docs/decisions/0019).
function proofOf({ identity, marks }: Arrival): string | undefined {
  if (identity?.proof) return identity.proof
  return identity?.kind === 'email' && marks.authentication?.verdict === 'pass' ? 'mail' : undefined
}

async function writeClaims(work: Work, { channel, marks }: Arrival, customer: CustomerId): Promise<void> {
  const { email = '', phone = '' } = marks.said ?? {}
  if (email) await customers.claim(work, { customer, kind: 'email', value: email, said_by: channel })
  if (phone) await customers.claim(work, { customer, kind: 'phone', value: phone, said_by: channel })
}

const asks = (arrival: Arrival): boolean => arrival.kind === 'message'

async function placeFor(work: Work, arrival: Arrival, customer: CustomerId | null): Promise<Place> {
  const join = await judge(work, arrival, customer)
  if (join.joins) return await joinCase(work, arrival, join)
  const entry_point = arrival.entry_point as EntryPointId // the channel took it from an entry point of brands
  const owner = await chooseOwner(work, { customer, entry_point })
  const opened = await open(work, {
    subject: arrival.subject, entry_point, channel: arrival.channel, traits: arrival.traits ?? LETTER, customer, owner, reason: await reasonOf(work, arrival), claims: join.claims, customer_wrote: asks(arrival), suspected: arrival.kind === 'spam',
  }) // prettier-ignore
  return { ...opened, thread_of: opened.case, opened: true, reopened: false, not_joined: join.why }
}

type Judged =
  | { joins: true; conversation: ConversationId; case: CaseId }
  | { joins: false; claims: CaseId | null; why: Arrival['marks']['not_joined'] }

async function judge(work: Work, arrival: Arrival, customer: CustomerId | null): Promise<Judged> {
  if (!arrival.answers) return { joins: false, claims: null, why: undefined }
  const conversation = await findConversation(work, arrival.answers)
  if (!conversation) return { joins: false, claims: null, why: 'unknown_token' }
  const addresses = arrival.identity ? [arrival.identity.value.toLowerCase()] : []
  const group = customer ? await customers.group(work, customer) : []
  const part = await takesPart(work, { conversation: conversation.id, addresses, customers: group })
  const join: Join = mayJoin({
    kind: arrival.kind,
    participates: part.does,
    trusted: arrival.trusted,
    returned: arrival.returned,
    certain: arrival.certain,
  })
  if (join === 'joins') return { joins: true, conversation: conversation.id, case: conversation.case_id }
  return { joins: false, claims: conversation.case_id, why: join }
}

async function reasonOf(work: Work, { reason }: Arrival): Promise<ReasonId | null> {
  return reason ? ((await findReasons(work, [reason as ReasonId]))[0]?.id ?? null) : null // looked up here
}

async function joinCase(work: Work, arrival: Arrival, join: { conversation: ConversationId; case: CaseId }): Promise<Place> {
  const back = await reopenForArrival(work, join.case, asks(arrival))
  await touchByArrival(work, back.case, asks(arrival))
  if (back.case !== join.case) await touchByArrival(work, join.case, asks(arrival))
  return { ...back, conversation: join.conversation, thread_of: join.case, opened: false, not_joined: undefined }
}

// Who writes takes part. So do those they wrote to as well, when they open the case or have proven who they are: docs/decisions/0011.
const MOST_INVITED = 50
function participantsBy({ identity, invites }: Arrival, opens: boolean): string[] {
  const invited = invites && (opens || invites.proven) ? invites.addresses.slice(0, MOST_INVITED) : []
  const all = [...(identity ? [identity.value] : []), ...invited].map((address) => address.toLowerCase().slice(0, 400))
  return [...new Set(all.filter((address) => address !== ''))]
}

type Appended = { arrival: Arrival; customer: CustomerId | null; place: Place; interaction: Filed['interaction'] }

async function append(work: Work, { arrival, customer, place, interaction }: Appended): Promise<void> {
  const at = { interaction_id: interaction, case_id: place.thread_of }
  await Promise.all([
    asks(arrival) ? addParticipants(work, place.conversation, participantsBy(arrival, place.opened)) : 0,
    insertInteraction(work, {
      id: interaction, case_id: place.thread_of, conversation_id: place.conversation, direction: 'in', kind: arrival.kind, at: work.now,
      sent_at: arrival.sent_at, author_id: null, customer_id: customer, from: { name: arrival.from?.name.slice(0, 1_000) ?? '', address: arrival.from?.address.slice(0, 1_000) ?? '' },
      recipients: { to: arrival.to, cc: arrival.cc, more: arrival.more_recipients, answer_to: arrival.answer_to }, subject: arrival.subject.slice(0, 1_000), text: arrival.text,
      visible_text: arrival.visible_text, html: arrival.html, language: arrival.language, source: arrival.source, original_file_id: arrival.original_file,
      marks: { ...arrival.marks, ...(place.not_joined ? { not_joined: place.not_joined } : {}) }, state: 'received', leaves_at: null,
    }), // prettier-ignore
    ...arrival.attachments.map((a, position) =>
      insertAttachment(work, {
        ...a,
        ...at,
        id: newId(work.now),
        position,
        name: a.name.slice(0, 500),
        type: a.type.slice(0, 200),
      }),
    ),
  ])
}
