import { boolean, date, integer, nullable, part, text, uuid, word } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { CompanyId, CustomerId } from '#customers/contract'
import type { PolicyId, ServiceContractId } from '../contract.ts'

const row = {
  id: uuid<ServiceContractId>(), name: text, customer_id: nullable(uuid<CustomerId>()), company_id: nullable(uuid<CompanyId>()), policy_id: uuid<PolicyId>(),
  policy_name: text, starts_on: date, ends_on: nullable(date), version: integer,
} // prettier-ignore
export type ContractRow = Awaited<ReturnType<typeof contractsOf>>[number]

const columns = part`c.id, c.name, c.customer_id, c.company_id, c.policy_id, p.name as policy_name, c.starts_on, c.ends_on, c.version`
const joined = part`clocks.contract c join clocks.policy p on p.tenant_id = c.tenant_id and p.id = c.policy_id`

export const contractsOf = (
  work: Work,
  of: { customers: readonly CustomerId[]; companies: readonly CompanyId[] },
) => work.sql.many(row)`
  select ${columns} from ${joined}
  where c.tenant_id = ${work.tenant} and (c.customer_id = any(${of.customers}::uuid[]) or c.company_id = any(${of.companies}::uuid[]))
  order by c.starts_on, c.id`

type Page = {
  after: { on: string; id: string } | null
  most: number
  customers: readonly CustomerId[] | null
  company: CompanyId | null
  on: Temporal.PlainDate | null
}
export const pageContracts = (work: Work, p: Page) => work.sql.many(row)`
  select ${columns} from ${joined}
  where c.tenant_id = ${work.tenant} ${p.after ? part`and (c.starts_on, c.id) < (${p.after.on}::date, ${p.after.id}::uuid)` : part``}
    ${p.customers ? part`and c.customer_id = any(${p.customers}::uuid[])` : part``} ${p.company ? part`and c.company_id = ${p.company}` : part``}
    ${p.on ? part`and c.starts_on <= ${p.on}::date and coalesce(c.ends_on, 'infinity') >= ${p.on}::date` : part``}
  order by c.starts_on desc, c.id desc limit ${p.most}`

export const findContract = (work: Work, id: ServiceContractId) => work.sql.maybeOne(row)`
  select ${columns} from ${joined} where c.tenant_id = ${work.tenant} and c.id = ${id}`

type New = {
  id: ServiceContractId
  name: string
  customer_id: CustomerId | null
  company_id: CompanyId | null
  policy_id: PolicyId
  starts_on: string
  ends_on: string | null
}
export const insertContract = (work: Work, c: New) => work.sql.run`
  insert into clocks.contract (tenant_id, id, name, customer_id, company_id, policy_id, starts_on, ends_on, made_at, made_by)
  values (${work.tenant}, ${c.id}, ${c.name}, ${c.customer_id}, ${c.company_id}, ${c.policy_id}, ${c.starts_on}, ${c.ends_on}, ${work.now}, ${actorId(work.actor)})`

type Change = {
  id: ServiceContractId
  version: number
  name: string
  policy_id: PolicyId
  starts_on: string
  ends_on: string | null
}
export const updateContract = (work: Work, c: Change) => work.sql.run`
  update clocks.contract set name = ${c.name}, policy_id = ${c.policy_id}, starts_on = ${c.starts_on}, ends_on = ${c.ends_on}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${c.id} and version = ${c.version}`

export const deleteContract = (work: Work, id: ServiceContractId) => work.sql.run`
  delete from clocks.contract where tenant_id = ${work.tenant} and id = ${id}`

// Those that hold on a day, or will.
export const countCarried = (work: Work, on: Temporal.PlainDate) => work.sql.many({ policy_id: uuid<PolicyId>(), n: integer })`
  select policy_id, count(*) as n from clocks.contract
  where tenant_id = ${work.tenant} and coalesce(ends_on, 'infinity') >= ${on}::date group by policy_id`

// The days after `on` on which some contract begins or has ended: the case's customers are then served otherwise.
export const turnsAfter = (work: Work, on: Temporal.PlainDate) => work.sql.one({ day: nullable(word<string>()) })`
  select min(day)::text as day from (
    select starts_on as day from clocks.contract where tenant_id = ${work.tenant} and starts_on > ${on}::date
    union all select ends_on + 1 from clocks.contract where tenant_id = ${work.tenant} and ends_on >= ${on}::date) turns`

export const anyContract = async (work: Work): Promise<boolean> =>
  (await work.sql.one({ some: boolean })`select exists (select from clocks.contract where tenant_id = ${work.tenant}) as some`)
    .some
