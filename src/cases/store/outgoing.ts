// A message on its way out, with its conversation and its case, in one look: what whoever carries it away asks first.
import type { PersonId } from '#base/contract'
import { boolean, integer, jsonb, nullable, part, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import type { Address, CaseId, ChannelTraits, ConversationId, InteractionId, InteractionKind } from '../contract.ts'
import type { Recipients } from './interaction.ts'

const row = {
  id: uuid<InteractionId>(), kind: word<InteractionKind>(), author_id: nullable(uuid<PersonId>()), recipients: jsonb<Recipients>(), subject: text, text,
  html: nullable(text), language: nullable(text), conversation_id: uuid<ConversationId>(), channel: text, entry_point_id: uuid(), traits: jsonb<ChannelTraits>(),
  case_id: uuid<CaseId>(), number: integer, owner_id: uuid<PersonId>(), brand_id: uuid(), customer_id: nullable(uuid<CustomerId>()), has_files: boolean,
} // prettier-ignore

const look = (work: Work, id: InteractionId) => part`
  select i.id, i.kind, i.author_id, i.recipients, i.subject, i.text, i.html, i.language, v.id as conversation_id, v.channel, v.entry_point_id, v.traits,
    c.id as case_id, c.number, c.owner_id, c.brand_id, c.customer_id,
    exists (select from cases.attachment a where a.tenant_id = i.tenant_id and a.interaction_id = i.id) as has_files
  from cases.interaction i
  join cases.conversation v on v.tenant_id = i.tenant_id and v.id = i.conversation_id
  join cases."case" c on c.tenant_id = i.tenant_id and c.id = i.case_id
  where i.tenant_id = ${work.tenant} and i.id = ${id}`

export const findOutgoing = (work: Work, id: InteractionId) => work.sql.maybeOne(row)`${look(work, id)}`

// Only while it waits: of two who would carry it one goes on, and whoever would hold it back waits for what comes of it.
export const holdOutgoing = (work: Work, id: InteractionId) => work.sql.maybeOne(row)`
  ${look(work, id)} and i.state = 'queued' for no key update of i`

export const recordLeaving = (work: Work, id: InteractionId) => work.sql.run`
  update cases.interaction set state = 'leaving', state_at = ${work.now}, state_detail = null
  where tenant_id = ${work.tenant} and id = ${id} and state = 'queued'`

export const recordWritten = (work: Work, id: InteractionId, sent: { from: Address; original: string; leaves: boolean }) => work
  .sql.run`
  update cases.interaction set from_name = ${sent.from.name}, from_address = ${sent.from.address}, original_file_id = ${sent.original},
    state = case when ${sent.leaves} then 'leaving' else state end, state_at = case when ${sent.leaves} then ${work.now} else state_at end,
    state_detail = case when ${sent.leaves} then null else state_detail end
  where tenant_id = ${work.tenant} and id = ${id}`
