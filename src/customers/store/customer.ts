import { boolean, instant, integer, nullable, part, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import { NAMELESS, type CompanyId, type CustomerId, type Sighting } from '../contract.ts'

const known = { customer_id: uuid<CustomerId>(), company_id: nullable(uuid<CompanyId>()) }
const seen = { ...known, verified: boolean }

// The hot path of every mail that arrives: one look in one unique index.
export const findByIdentity = (work: Work, { kind, normalised }: { kind: Sighting['kind']; normalised: string }) =>
  work.sql.maybeOne(seen)`
  select i.customer_id, c.company_id, i.verified_at is not null as verified
  from customers.identity i
  join customers.customer c on c.tenant_id = i.tenant_id and c.id = i.customer_id
  where i.tenant_id = ${work.tenant} and i.kind = ${kind} and i.normalised = ${normalised} and i.removed_at is null`

export const findByIdentities = (work: Work, all: { kinds: string[]; normalised: string[] }) =>
  work.sql.many({ kind: text, normalised: text, ...known })`
  select i.kind, i.normalised, i.customer_id, c.company_id
  from unnest(${all.kinds}::text[], ${all.normalised}::text[]) as asked (kind, normalised)
  join customers.identity i
    on i.tenant_id = ${work.tenant} and i.kind = asked.kind and i.normalised = asked.normalised and i.removed_at is null
  join customers.customer c on c.tenant_id = i.tenant_id and c.id = i.customer_id`

export type Newcomer = {
  id: CustomerId
  identity_id: string
  kind: Sighting['kind']
  value: string
  normalised: string
  domain: string | null // of an employer, never of a public mail provider
  name: string
  folded: string
  clues: string[]
  proof: string | null
}
// Writes the identity first: of two first mails from one address, the second waits there, inserts nothing and looks again.
export const insertNewcomer = (work: Work, n: Newcomer) => work.sql.maybeOne({ company_id: nullable(uuid<CompanyId>()) })`
  with made as (
    insert into customers.identity (tenant_id, id, customer_id, kind, value, normalised, preferred_at, verified_at, verified_how, added_at)
    values (${work.tenant}, ${n.identity_id}, ${n.id}, ${n.kind}, ${n.value}, ${n.normalised}, ${work.now}, ${n.proof === null ? null : work.now}, ${n.proof}, ${work.now})
    on conflict (tenant_id, kind, normalised) where removed_at is null do nothing
    returning customer_id
  ), clued as (
    insert into customers.clue (tenant_id, word, customer_id)
    select ${work.tenant}, word, made.customer_id from made, unnest(${n.clues}::text[]) as word
  )
  insert into customers.customer (tenant_id, id, name, folded, company_id, added_at)
  select ${work.tenant}, made.customer_id, ${n.name}, ${n.folded},
    (select d.company_id from customers.company_domain d where d.tenant_id = ${work.tenant} and d.domain = ${n.domain}), ${work.now}
  from made
  returning company_id`

export type NewRow = {
  id: CustomerId
  name: string
  folded: string
  language: string | null
  company_id: CompanyId | null
  notes: string
}
export const insertCustomer = (work: Work, c: NewRow) => work.sql.run`
  insert into customers.customer (tenant_id, id, name, folded, language, company_id, notes, added_at)
  values (${work.tenant}, ${c.id}, ${c.name}, ${c.folded}, ${c.language}, ${c.company_id}, ${c.notes}, ${work.now})`

const row = {
  id: uuid<CustomerId>(), name: text, language: nullable(text), company_id: nullable(uuid<CompanyId>()), notes: text,
  version: integer, added_at: instant,
} // prettier-ignore

export const lockCustomer = (work: Work, id: CustomerId) => work.sql.maybeOne(row)`
  select id, name, language, company_id, notes, version, added_at
  from customers.customer where tenant_id = ${work.tenant} and id = ${id} for no key update`

export const findCustomer = (work: Work, id: CustomerId) => work.sql.maybeOne(row)`
  select id, name, language, company_id, notes, version, added_at
  from customers.customer where tenant_id = ${work.tenant} and id = ${id}`

export const updateCustomer = (work: Work, c: NewRow) => work.sql.run`
  update customers.customer
  set name = ${c.name}, folded = ${c.folded}, language = ${c.language}, company_id = ${c.company_id}, notes = ${c.notes}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${c.id}`

// Only a record that has no name, and of which nothing is known but that it visits: no address, no number, nothing proven.
export const nameVisitor = (work: Work, c: Pick<NewRow, 'id' | 'name' | 'folded'>) => work.sql.maybeOne({ version: integer })`
  update customers.customer c set name = ${c.name}, folded = ${c.folded}, version = version + 1
  where c.tenant_id = ${work.tenant} and c.id = ${c.id} and c.name = any(${Object.values(NAMELESS)}::text[])
    and not exists (
      select from customers.identity i
      where i.tenant_id = c.tenant_id and i.customer_id = c.id and i.removed_at is null and (i.kind <> 'handle' or i.verified_at is not null))
  returning c.version`

const facts = {
  id: uuid<CustomerId>(), name: text, folded: text, language: nullable(text), company_id: nullable(uuid<CompanyId>()),
  company_name: nullable(text), email: nullable(text), added_at: instant,
} // prettier-ignore
export type FactsRow = Awaited<ReturnType<typeof findFacts>>[number]

const columns = part`c.id, c.name, c.folded, c.language, c.company_id, co.name as company_name, e.value as email, c.added_at`
const beside = part`
  left join customers.company co on co.tenant_id = c.tenant_id and co.id = c.company_id
  left join lateral (
    select i.value from customers.identity i
    where i.tenant_id = c.tenant_id and i.customer_id = c.id and i.kind = 'email' and i.removed_at is null
    order by i.preferred_at nulls last, i.added_at, i.id limit 1) e on true`

export const findFacts = (work: Work, ids: readonly CustomerId[]) => work.sql.many(facts)`
  select ${columns} from customers.customer c ${beside}
  where c.tenant_id = ${work.tenant} and c.id = any(${ids}::uuid[])`

export type Page = { after: { folded: string; id: string } | null; limit: number; company: CompanyId | null }

export const pageByName = (work: Work, { after, limit, company }: Page) => work.sql.many(facts)`
  select ${columns} from (
    select * from customers.customer
    where tenant_id = ${work.tenant}
      ${company ? part`and company_id = ${company}` : part``}
      ${after ? part`and (folded, id) > (${after.folded}, ${after.id}::uuid)` : part``}
    order by folded, id limit ${limit}) c ${beside}
  order by c.folded, c.id`

// The longest word leads, as it tells most people apart; at most a few thousand of them are looked at.
const MOST_CANDIDATES = 5_000
export const pageByWords = (work: Work, words: readonly string[], { after, limit, company }: Page) => {
  const [lead = '', ...others] = words.toSorted((a, b) => b.length - a.length)
  const begins = (word: string) => part`>= ${word} and k.word < ${`${word}\u{10FFFF}`}`
  return work.sql.many(facts)`
    select ${columns} from (
      select c.* from (
        select distinct k.customer_id from (
          select k.customer_id from customers.clue k where k.tenant_id = ${work.tenant} and k.word ${begins(lead)} limit ${MOST_CANDIDATES}) k) lead
      join customers.customer c on c.tenant_id = ${work.tenant} and c.id = lead.customer_id
      where true
        ${company ? part`and c.company_id = ${company}` : part``}
        ${
          others.length > 0
            ? allOf(
                others.map(
                  (word) => part`exists (
          select from customers.clue k where k.tenant_id = ${work.tenant} and k.customer_id = lead.customer_id and k.word ${begins(word)})`,
                ),
              )
            : part``
        }
        ${after ? part`and (c.folded, c.id) > (${after.folded}, ${after.id}::uuid)` : part``}
      order by c.folded, c.id limit ${limit}) c ${beside}
    order by c.folded, c.id`
}
const allOf = (conditions: ReturnType<typeof part>[]) =>
  conditions.reduce((all, condition) => part`${all} and ${condition}`, part``)

export const replaceClues = async (work: Work, customer: CustomerId, clues: readonly string[]): Promise<void> => {
  await Promise.all([
    work.sql.run`
      delete from customers.clue where tenant_id = ${work.tenant} and customer_id = ${customer} and not (word = any(${clues}::text[]))`,
    work.sql.run`
      insert into customers.clue (tenant_id, word, customer_id)
      select ${work.tenant}, word, ${customer} from unnest(${clues}::text[]) as word on conflict do nothing`,
  ])
}
