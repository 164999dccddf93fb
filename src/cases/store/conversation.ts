import { boolean, instant, json, jsonb, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import { ofCases } from './of-cases.ts'
import type { CaseId, ChannelTraits, ConversationId } from '../contract.ts'

export const addParticipants = (work: Work, conversation: ConversationId, addresses: readonly string[]) => work.sql.run`
  insert into cases.participant (tenant_id, conversation_id, address, since)
  select ${work.tenant}, ${conversation}, address, ${work.now} from unnest(${addresses}::text[]) as address
  on conflict do nothing`

export const insertConversation = (
  work: Work,
  v: { id: ConversationId; case: CaseId; channel: string; traits: ChannelTraits; entry_point: string },
) => work.sql.run`
  insert into cases.conversation (tenant_id, id, case_id, channel, entry_point_id, opened_at, traits)
  values (${work.tenant}, ${v.id}, ${v.case}, ${v.channel}, ${v.entry_point}, ${work.now}, ${json(v.traits)})`

const row = {
  id: uuid<ConversationId>(),
  case_id: uuid<CaseId>(),
  channel: text,
  entry_point_id: uuid(),
  opened_at: instant,
  traits: jsonb<ChannelTraits>(),
}
export const conversationsOf = (work: Work, cases: readonly CaseId[]) => work.sql.many(row)`
  select v.id, v.case_id, v.channel, v.entry_point_id, v.opened_at, v.traits from cases.conversation v
  where v.tenant_id = ${work.tenant} and ${ofCases('v', cases)} order by v.opened_at, v.id limit 100`

export const findConversation = (work: Work, id: ConversationId) => work.sql.maybeOne(row)`
  select id, case_id, channel, entry_point_id, opened_at, traits from cases.conversation where tenant_id = ${work.tenant} and id = ${id}`

// Whether one of the addresses, or a customer of the group, already takes part.
export const takesPart = (
  work: Work,
  who: { conversation: ConversationId; addresses: readonly string[]; customers: readonly CustomerId[] },
) => work.sql.one({ does: boolean })`
  select exists (
    select from cases.participant p
    where p.tenant_id = ${work.tenant} and p.conversation_id = ${who.conversation} and p.address = any(${who.addresses}::text[]))
  or exists (
    select from cases.conversation v join cases."case" c on c.tenant_id = v.tenant_id and c.id = v.case_id
    where v.tenant_id = ${work.tenant} and v.id = ${who.conversation} and c.customer_id = any(${who.customers}::uuid[])) as does`
