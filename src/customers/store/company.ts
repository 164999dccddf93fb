import { instant, integer, part, text, texts, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { CompanyId, CustomerId } from '../contract.ts'

const row = { id: uuid<CompanyId>(), name: text, folded: text, domains: texts, version: integer, added_at: instant }
const domains = part`array(
  select d.domain from customers.company_domain d where d.tenant_id = c.tenant_id and d.company_id = c.id order by d.domain) as domains`

export const insertCompany = (work: Work, c: { id: CompanyId; name: string; folded: string }) => work.sql.run`
  insert into customers.company (tenant_id, id, name, folded, added_at) values (${work.tenant}, ${c.id}, ${c.name}, ${c.folded}, ${work.now})`

export const findCompany = (work: Work, id: CompanyId) => work.sql.maybeOne(row)`
  select c.id, c.name, c.folded, ${domains}, c.version, c.added_at from customers.company c where c.tenant_id = ${work.tenant} and c.id = ${id}`

export const findCompanies = (work: Work, ids: readonly CompanyId[]) => work.sql.many({ id: uuid<CompanyId>(), name: text })`
  select id, name from customers.company where tenant_id = ${work.tenant} and id = any(${ids}::uuid[])`

export const lockCompany = (work: Work, id: CompanyId) => work.sql.maybeOne(row)`
  select c.id, c.name, c.folded, ${domains}, c.version, c.added_at
  from customers.company c where c.tenant_id = ${work.tenant} and c.id = ${id} for no key update`

export const updateCompany = (work: Work, c: { id: CompanyId; name: string; folded: string }) => work.sql.run`
  update customers.company set name = ${c.name}, folded = ${c.folded}, version = version + 1 where tenant_id = ${work.tenant} and id = ${c.id}`

export const pageCompanies = (
  work: Work,
  page: { begins: string; after: { folded: string; id: string } | null; limit: number },
) => work.sql.many(row)`
  select c.id, c.name, c.folded, ${domains}, c.version, c.added_at
  from customers.company c
  where c.tenant_id = ${work.tenant}
    ${page.begins ? part`and c.folded >= ${page.begins} and c.folded < ${`${page.begins}\u{10FFFF}`}` : part``}
    ${page.after ? part`and (c.folded, c.id) > (${page.after.folded}, ${page.after.id}::uuid)` : part``}
  order by c.folded, c.id limit ${page.limit}`

export const removeDomains = (work: Work, id: CompanyId, kept: readonly string[]) => work.sql.run`
  delete from customers.company_domain where tenant_id = ${work.tenant} and company_id = ${id} and not (domain = any(${kept}::text[]))`

export const insertDomains = (work: Work, id: CompanyId, added: readonly string[]) => work.sql.run`
  insert into customers.company_domain (tenant_id, domain, company_id)
  select ${work.tenant}, domain, ${id} from unnest(${added}::text[]) as domain
  on conflict (tenant_id, domain) do update set company_id = customers.company_domain.company_id
  where customers.company_domain.company_id = excluded.company_id`

// People who wrote before their company was known now belong to it.
export const adoptCustomers = (work: Work, id: CompanyId, domainsOf: readonly string[]) => work.sql.run`
  update customers.customer c set company_id = ${id}
  where c.tenant_id = ${work.tenant} and c.company_id is null and c.id in (
    select i.customer_id from customers.identity i
    where i.tenant_id = ${work.tenant} and i.domain = any(${domainsOf}::text[]) and i.removed_at is null)`

export const companiesOf = (work: Work, customers: readonly CustomerId[]) => work.sql.many({ id: uuid<CompanyId>() })`
  select distinct company_id as id from customers.customer
  where tenant_id = ${work.tenant} and id = any(${customers}::uuid[]) and company_id is not null`
