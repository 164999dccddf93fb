// A conversation and the last thing the customer side wrote in it, in one look: where an answer goes, and what it answers.
import { instant, jsonb, nullable, part, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId, ChannelTraits, ConversationId, InteractionId } from '../contract.ts'
import type { Recipients } from './interaction.ts'

const row = {
  id: uuid<ConversationId>(), case_id: uuid<CaseId>(), channel: text, traits: jsonb<ChannelTraits>(), last_id: nullable(uuid<InteractionId>()), last_at: nullable(instant),
  from_name: nullable(text), from_address: nullable(text), recipients: nullable(jsonb<Recipients>()), subject: nullable(text),
} // prettier-ignore

/** The named conversation, if it is of this case or of one that is part of it; without a name the usual one: where the customer spoke last, else the one begun last. */
export const findThread = (work: Work, of: CaseId, named: ConversationId | undefined) => work.sql.maybeOne(row)`
  select v.id, v.case_id, v.channel, v.traits, l.id as last_id, l.at as last_at, l.from_name, l.from_address, l.recipients, l.subject
  from cases.conversation v
  left join lateral (
    select id, at, from_name, from_address, recipients, subject from cases.interaction i
    where i.tenant_id = v.tenant_id and i.conversation_id = v.id and i.direction = 'in' and i.kind in ('message', 'auto-reply', 'list')
    order by i.kind = 'message' desc, i.at desc, i.id desc limit 1) l on true
  where v.tenant_id = ${work.tenant} and v.case_id in (${dossier(work, of)}) and v.id = ${
    named
      ? part`${named}`
      : part`coalesce(
    (select s.conversation_id from (${dossier(work, of)}) f (id)
      cross join lateral (
        select conversation_id, at, id from cases.interaction i
        where i.tenant_id = ${work.tenant} and i.case_id = f.id and i.direction = 'in' and i.kind = 'message' order by i.at desc, i.id desc limit 1) s
      order by s.at desc, s.id desc limit 1),
    (select id from cases.conversation w where w.tenant_id = ${work.tenant} and w.case_id = ${of} order by w.opened_at desc, w.id desc limit 1))`
  }`

// The case and what is part of it.
const dossier = (work: Work, of: CaseId) =>
  part`select ${of}::uuid union all select m.id from cases."case" m where m.tenant_id = ${work.tenant} and m.main_id = ${of}`
