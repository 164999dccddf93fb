// A case is born whole: its number, its owner and its first conversation in one statement, one round trip.
import type { PersonId } from '#base/contract'
import { integer, json } from '#base/sql'
import type { Work } from '#base/work'
import type { ChannelTraits, ConversationId, OwnerRule, OwnershipId } from '../contract.ts'
import type { CaseRow } from './case.ts'

export type NewCase = Pick<
  CaseRow,
  | 'id'
  | 'subject'
  | 'brand_id'
  | 'entry_point_id'
  | 'customer_id'
  | 'reason_id'
  | 'project_id'
  | 'last_in_at'
  | 'claims_case_id'
  | 'suspected_at'
> & {
  ownership: {
    id: OwnershipId
    person: PersonId
    deputy: PersonId | null
    deputy_is_named: boolean
    chosen_by: OwnerRule
    by: string
  }
  conversation: { id: ConversationId; channel: string; traits: ChannelTraits }
}

export const insertOpening = (work: Work, { ownership: o, conversation: v, ...c }: NewCase) => work.sql.one({ number: integer })`
  with numbered as (
    insert into cases.counter as n (tenant_id, last_number) values (${work.tenant}, 1)
    on conflict (tenant_id) do update set last_number = n.last_number + 1
    returning last_number),
  opened as (
    insert into cases."case" (tenant_id, id, number, subject, brand_id, entry_point_id, customer_id, reason_id, project_id, ownership_id,
      owner_id, opened_at, last_at, last_in_at, claims_case_id, suspected_at)
    select ${work.tenant}, ${c.id}, last_number, ${c.subject}, ${c.brand_id}, ${c.entry_point_id}, ${c.customer_id}, ${c.reason_id},
      ${c.project_id}::uuid, ${o.id}, ${o.person}, ${work.now}::timestamptz, ${work.now}::timestamptz, ${c.last_in_at}::timestamptz, ${c.claims_case_id},
      ${c.suspected_at}::timestamptz
    from numbered
    returning number),
  owned as (
    insert into cases.ownership (tenant_id, id, case_id, person_id, deputy_id, deputy_is_named, chosen_by, since, by)
    values (${work.tenant}, ${o.id}, ${c.id}, ${o.person}, ${o.deputy}, ${o.deputy_is_named}, ${o.chosen_by}, ${work.now}, ${o.by})),
  talking as (
    insert into cases.conversation (tenant_id, id, case_id, channel, entry_point_id, opened_at, traits)
    values (${work.tenant}, ${v.id}, ${c.id}, ${v.channel}, ${c.entry_point_id}, ${work.now}, ${json(v.traits)}))
  select number from opened`
