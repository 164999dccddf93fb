import { date, integer, nullable, part, text, uuid, type Part } from '#base/sql'
import type { Work } from '#base/work'
import type { CompanyId, CustomerId, ProjectId } from '../contract.ts'

const row = {
  id: uuid<ProjectId>(), name: text, folded: text, customer_id: nullable(uuid<CustomerId>()), customer_name: nullable(text),
  company_id: nullable(uuid<CompanyId>()), company_name: nullable(text), since: date, until: nullable(date), version: integer,
} // prettier-ignore
export type ProjectRow = NonNullable<Awaited<ReturnType<typeof findProject>>>

const rows = (work: Work): Part => part`
  select j.id, j.name, j.folded, j.customer_id, c.name as customer_name, j.company_id, f.name as company_name, j.since, j.until, j.version
  from customers.project j
  left join customers.customer c on c.tenant_id = j.tenant_id and c.id = j.customer_id
  left join customers.company f on f.tenant_id = j.tenant_id and f.id = j.company_id
  where j.tenant_id = ${work.tenant}`

export const findProject = (work: Work, id: ProjectId) => work.sql.maybeOne(row)`${rows(work)} and j.id = ${id}`
export const lockProject = (work: Work, id: ProjectId) =>
  work.sql.maybeOne(row)`${rows(work)} and j.id = ${id} for no key update of j`
export const findProjects = (work: Work, ids: readonly ProjectId[]) =>
  work.sql.many(row)`${rows(work)} and j.id = any(${ids}::uuid[])`

type Wanted = {
  begins: string
  company?: CompanyId | undefined
  of: { customers: readonly CustomerId[]; companies: readonly CompanyId[] } | null
  today: Temporal.PlainDate
  over: boolean
  after: { folded: string; id: string } | null
  most: number
}
export const pageProjects = (work: Work, w: Wanted) => work.sql.many(row)`
  ${rows(work)}
    ${w.begins ? part`and j.folded >= ${w.begins} and j.folded < ${`${w.begins}\u{10FFFF}`}` : part``}
    ${w.company ? part`and j.company_id = ${w.company}` : part``}
    ${w.of ? part`and (j.customer_id = any(${w.of.customers}::uuid[]) or j.company_id = any(${w.of.companies}::uuid[]))` : part``}
    ${w.over ? part`` : part`and (j.until is null or j.until >= ${w.today}::date)`}
    ${w.after ? part`and (j.folded, j.id) > (${w.after.folded}, ${w.after.id}::uuid)` : part``}
  order by j.folded, j.id limit ${w.most}`

type New = {
  id: ProjectId
  name: string
  folded: string
  customer: CustomerId | null
  company: CompanyId | null
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
}
export const insertProject = (work: Work, p: New) => work.sql.run`
  insert into customers.project (tenant_id, id, name, folded, customer_id, company_id, since, until, added_at)
  values (${work.tenant}, ${p.id}, ${p.name}, ${p.folded}, ${p.customer}, ${p.company}, ${p.since}, ${p.until}, ${work.now})`

type Change = Omit<New, 'customer' | 'company'>
export const updateProject = (work: Work, p: Change) => work.sql.run`
  update customers.project set name = ${p.name}, folded = ${p.folded}, since = ${p.since}, until = ${p.until}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${p.id}`
