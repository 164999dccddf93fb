import { instant, integer, nullable, part, text, uuid, word } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { PartyCard, PartyId } from '../../contract.ts'

const row = {
  id: uuid<PartyId>(), name: text, email: text, trade: text, phone: text, superior_name: text, superior_email: nullable(text), language: word<'fr' | 'en'>(),
  zone: text, note: text, undeliverable_at: nullable(instant), version: integer, retired_at: nullable(instant),
} // prettier-ignore
export type PartyCardRow = Awaited<ReturnType<typeof cardsOf>>[number]
// Who has no card yet is French and in Paris, as the columns of the card say.
const cards = part`
  select p.id, p.name, p.email, coalesce(c.trade, '') as trade, coalesce(c.phone, '') as phone, coalesce(c.superior_name, '') as superior_name, c.superior_email,
    coalesce(c.language, 'fr') as language, coalesce(c.zone, 'Europe/Paris') as zone, coalesce(c.note, '') as note, c.undeliverable_at, p.version, p.retired_at
  from tasks.party p left join tasks.party_card c on c.tenant_id = p.tenant_id and c.party_id = p.id`

export const cardsOf = (work: Work, ids: readonly PartyId[]) => work.sql.many(row)`
  ${cards} where p.tenant_id = ${work.tenant} and p.id = any(${ids}::uuid[])`

type Page = { like: string | null; after: { name: string; id: string } | undefined; most: number }
export const listCards = (work: Work, { like, after, most }: Page) => work.sql.many(row)`
  ${cards} where p.tenant_id = ${work.tenant} and p.retired_at is null
    ${like ? part`and (lower(p.name) like ${like} or p.email like ${like} or lower(c.trade) like ${like})` : part``}
    ${after ? part`and (lower(p.name), p.id) > (${after.name}, ${after.id}::uuid)` : part``}
  order by lower(p.name), p.id limit ${most}`

export const findByEmail = (work: Work, email: string, but: PartyId | null) => work.sql.maybeOne({
  id: uuid<PartyId>(),
  name: text,
})`
  select id, name from tasks.party where tenant_id = ${work.tenant} and email = ${email} and retired_at is null
    ${but ? part`and id <> ${but}` : part``} limit 1`

export const insertParty = (work: Work, p: { id: PartyId; name: string; email: string }) => work.sql.run`
  insert into tasks.party (tenant_id, id, name, email, made_at, made_by)
  values (${work.tenant}, ${p.id}, ${p.name}, ${p.email}, ${work.now}, ${actorId(work.actor)})`

export const updateParty = (work: Work, p: { id: PartyId; name: string; email: string; version: number }) => work.sql.run`
  update tasks.party set name = ${p.name}, email = ${p.email}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${p.id} and version = ${p.version} and retired_at is null`

// Another address is not the one that was undeliverable.
export const writeCard = (work: Work, id: PartyId, { sameAddress, ...c }: PartyCard & { sameAddress: boolean }) => work.sql.run`
  insert into tasks.party_card as card (tenant_id, party_id, trade, phone, superior_name, superior_email, language, zone, note)
  values (${work.tenant}, ${id}, ${c.trade}, ${c.phone}, ${c.superior?.name ?? ''}, ${c.superior?.email ?? null}, ${c.language}, ${c.zone}, ${c.note})
  on conflict (tenant_id, party_id) do update set trade = excluded.trade, phone = excluded.phone, superior_name = excluded.superior_name,
    superior_email = excluded.superior_email, language = excluded.language, zone = excluded.zone, note = excluded.note,
    undeliverable_at = case when ${sameAddress} then card.undeliverable_at end`

export const markUndeliverable = (work: Work, id: PartyId, at: Temporal.Instant | null) => work.sql.run`
  insert into tasks.party_card as card (tenant_id, party_id, undeliverable_at) values (${work.tenant}, ${id}, ${at})
  on conflict (tenant_id, party_id) do update set undeliverable_at = excluded.undeliverable_at`

export const openTasksOf = (work: Work, ids: readonly PartyId[]) => work.sql.many({ party_id: uuid<PartyId>(), n: integer })`
  select party_id, count(*) as n from tasks.task
  where tenant_id = ${work.tenant} and party_id = any(${ids}::uuid[]) and accepted_at is null and cancelled_at is null
  group by party_id`
