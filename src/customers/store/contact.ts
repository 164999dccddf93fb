// Points of contact of a customer, a company or a project, one at a time each, and the chain of deputies of each.
import { instant, jsonb, nullable, part, text, uuid, word, type Part } from '#base/sql'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { TeamId } from '#staff/contract'
import type { CompanyId, CustomerId, Deputy, PointOfContactId, ProjectId } from '../contract.ts'

export type Subject = { customer: CustomerId | null; company: CompanyId | null; project: ProjectId | null }

const isOf = (of: Subject): Part =>
  of.customer
    ? part`customer_id = ${of.customer}`
    : of.company
      ? part`company_id = ${of.company}`
      : part`project_id = ${of.project}`

// Whoever answers at that instant answers until then; who was to begin later keeps their place.
export const endContact = (work: Work, of: Subject, at: Temporal.Instant) => work.sql.many({ id: uuid<PointOfContactId>() })`
  update customers.point_of_contact set valid_to = ${at}
  where tenant_id = ${work.tenant} and ${isOf(of)} and valid_from < ${at} and (valid_to is null or valid_to > ${at})
  returning id`

// Named twice in the same instant: the second correction replaces the first.
export const dropContactFrom = (work: Work, of: Subject, at: Temporal.Instant) => work.sql.run`
  delete from customers.point_of_contact where tenant_id = ${work.tenant} and ${isOf(of)} and valid_from = ${at}`

export const nextBegins = (work: Work, of: Subject, at: Temporal.Instant) => work.sql.maybeOne({ from: instant })`
  select valid_from as "from" from customers.point_of_contact
  where tenant_id = ${work.tenant} and ${isOf(of)} and valid_from > ${at} order by valid_from limit 1`

export type NewContact = Subject & {
  id: PointOfContactId
  person: PersonId | null
  team: TeamId | null
  deputies: readonly Deputy[]
  from: Temporal.Instant
  to: Temporal.Instant | null
  because: 'named' | 'passed'
  by: string
}
export async function insertContacts(work: Work, all: readonly NewContact[]): Promise<void> {
  const of = <Value>(read: (c: NewContact) => Value): Value[] => all.map(read)
  const places = all.flatMap((c) => c.deputies.map((deputy, at) => ({ contact: c.id, position: at + 1, deputy })))
  await work.sql.run`
    insert into customers.point_of_contact
      (tenant_id, id, customer_id, company_id, project_id, person_id, team_id, valid_from, valid_to, because, named_by)
    select ${work.tenant}, c.* from unnest(${of((c) => c.id)}::uuid[], ${of((c) => c.customer)}::uuid[], ${of((c) => c.company)}::uuid[],
      ${of((c) => c.project)}::uuid[], ${of((c) => c.person)}::uuid[], ${of((c) => c.team)}::uuid[], ${of((c) => c.from)}::timestamptz[],
      ${of((c) => c.to)}::timestamptz[], ${of((c) => c.because)}::text[], ${of((c) => c.by)}::text[]) as c`
  if (places.length === 0) return
  await work.sql.run`
    insert into customers.contact_deputy (tenant_id, contact_id, position, person_id, team_id)
    select ${work.tenant}, d.* from unnest(${places.map((p) => p.contact)}::uuid[], ${places.map((p) => p.position)}::int[],
      ${places.map(({ deputy }) => ('person' in deputy ? deputy.person : null))}::uuid[],
      ${places.map(({ deputy }) => ('team' in deputy ? deputy.team : null))}::uuid[]) as d`
}

// The chain of a row called p, in its order.
export const chain = part`coalesce((
    select jsonb_agg(case when d.person_id is null then jsonb_build_object('team', d.team_id) else jsonb_build_object('person', d.person_id) end
      order by d.position)
    from customers.contact_deputy d where d.tenant_id = p.tenant_id and d.contact_id = p.id), '[]'::jsonb)`
export const chainColumn = jsonb<Deputy[]>()

const shown = {
  id: uuid<PointOfContactId>(), of: word<'customer' | 'company' | 'project'>(), subject_id: uuid(), subject: text,
  person: nullable(uuid<PersonId>()), team: nullable(uuid<TeamId>()), deputies: chainColumn, from: instant, to: nullable(instant),
  because: word<'named' | 'passed'>(), by: text,
} // prettier-ignore
export type ContactRow = Awaited<ReturnType<typeof listContacts>>[number]

const rows = (work: Work): Part => part`
  select p.id, case when p.customer_id is not null then 'customer' when p.company_id is not null then 'company' else 'project' end as of,
    coalesce(p.customer_id, p.company_id, p.project_id) as subject_id, coalesce(c.name, f.name, j.name) as subject,
    p.person_id as person, p.team_id as team, ${chain} as deputies, p.valid_from as "from", p.valid_to as "to", p.because, p.named_by as by
  from customers.point_of_contact p
  left join customers.customer c on c.tenant_id = p.tenant_id and c.id = p.customer_id
  left join customers.company f on f.tenant_id = p.tenant_id and f.id = p.company_id
  left join customers.project j on j.tenant_id = p.tenant_id and j.id = p.project_id
  where p.tenant_id = ${work.tenant}`

const heldBy = (column: 'person_id' | 'team_id', who: string): Part =>
  column === 'person_id'
    ? part`and (p.person_id = ${who} or exists (select from customers.contact_deputy d
        where d.tenant_id = p.tenant_id and d.contact_id = p.id and d.person_id = ${who}))`
    : part`and (p.team_id = ${who} or exists (select from customers.contact_deputy d
        where d.tenant_id = p.tenant_id and d.contact_id = p.id and d.team_id = ${who}))`

export type Wanted = {
  when: 'now' | 'coming' | 'ever'
  customer?: CustomerId | undefined
  company?: CompanyId | undefined
  project?: ProjectId | undefined
  person?: PersonId | undefined
  team?: TeamId | undefined
  before: { at: string; id: string } | undefined
  most: number
}
export const listContacts = (work: Work, w: Wanted) => work.sql.many(shown)`
  ${rows(work)}
    ${w.when === 'ever' ? part`` : part`and (p.valid_to is null or p.valid_to > ${work.now})`}
    ${w.when === 'now' ? part`and p.valid_from <= ${work.now}` : part``}
    ${w.when === 'coming' ? part`and p.valid_from > ${work.now}` : part``}
    ${w.customer ? part`and p.customer_id = ${w.customer}` : part``} ${w.company ? part`and p.company_id = ${w.company}` : part``}
    ${w.project ? part`and p.project_id = ${w.project}` : part``}
    ${w.person ? heldBy('person_id', w.person) : part``} ${w.team ? heldBy('team_id', w.team) : part``}
    ${w.before ? part`and (p.valid_from, p.id) < (${w.before.at}::timestamptz, ${w.before.id}::uuid)` : part``}
  order by p.valid_from desc, p.id desc limit ${w.most}`

export const findPointOfContact = (work: Work, id: PointOfContactId) => work.sql.maybeOne(shown)`${rows(work)} and p.id = ${id}`

export const endOne = (work: Work, id: PointOfContactId) => work.sql.run`
  update customers.point_of_contact set valid_to = ${work.now}
  where tenant_id = ${work.tenant} and id = ${id} and valid_from < ${work.now} and (valid_to is null or valid_to > ${work.now})`

export const dropOne = (work: Work, id: PointOfContactId) => work.sql.run`
  delete from customers.point_of_contact where tenant_id = ${work.tenant} and id = ${id} and valid_from >= ${work.now}`
