import { nullable, text, texts, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { CompanyId, CustomerId } from '../contract.ts'

// Who might be somebody: the same name, two words in common (a name's, an address's), or an address or number that one holds and the other
// says is theirs, or that both say. At most a few hundred, from at most a thousand who share a word; common first names alone propose nobody.
const MOST_PER_WORD = 1_000
const MOST = 200
export const findCandidates = (work: Work, asked: { customer: CustomerId; folded: string; words: readonly string[] }) =>
  work.sql.many({ id: uuid<CustomerId>() })`
  with said as (
    select kind, normalised from customers.claim where tenant_id = ${work.tenant} and customer_id = ${asked.customer} limit ${MOST}),
  held as (
    select kind, normalised from customers.identity
    where tenant_id = ${work.tenant} and customer_id = ${asked.customer} and removed_at is null and kind in ('email', 'phone') limit ${MOST})
  select id from (
    (select i.customer_id as id from said join customers.identity i
      on i.tenant_id = ${work.tenant} and i.kind = said.kind and i.normalised = said.normalised and i.removed_at is null limit ${MOST})
    union
    (select c.customer_id from (select * from held union select * from said) own join customers.claim c
      on c.tenant_id = ${work.tenant} and c.kind = own.kind and c.normalised = own.normalised
      where c.customer_id <> ${asked.customer} limit ${MOST})
    union
    (select id from customers.customer where tenant_id = ${work.tenant} and folded = ${asked.folded} limit ${MOST})
    union
    (select k.customer_id from unnest(${asked.words}::text[]) as w (word)
      cross join lateral (
        select customer_id from customers.clue where tenant_id = ${work.tenant} and clue.word = w.word limit ${MOST_PER_WORD}) k
      group by k.customer_id having count(*) > 1 limit ${MOST})
  ) found where id <> ${asked.customer} limit ${2 * MOST}`

export const findProfiles = (work: Work, ids: readonly CustomerId[]) =>
  work.sql.many({
    id: uuid<CustomerId>(),
    name: text,
    folded: text,
    company: nullable(uuid<CompanyId>()),
    emails: texts,
    phones: texts,
  })`
  select c.id, c.name, c.folded, c.company_id as company, array(
    select i.normalised from customers.identity i
    where i.tenant_id = c.tenant_id and i.customer_id = c.id and i.kind = 'email' and i.removed_at is null limit 20) as emails, array(
    select i.normalised from customers.identity i
    where i.tenant_id = c.tenant_id and i.customer_id = c.id and i.kind = 'phone' and i.removed_at is null limit 20) as phones
  from customers.customer c where c.tenant_id = ${work.tenant} and c.id = any(${ids}::uuid[])`
