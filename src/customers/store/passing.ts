// What customers, companies and projects count on somebody for, and how it passes to another.
import { instant, integer, nullable, part, text, uuid, word, type Part } from '#base/sql'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { TeamId } from '#staff/contract'
import type { CompanyId, CustomerId, PointOfContactId, ProjectId } from '../contract.ts'
import { chain, chainColumn } from './contact.ts'

export type Departure = { from: PersonId; to: PersonId; ids: readonly string[] | null }

const notOver = (work: Work): Part => part`(p.valid_to is null or p.valid_to > ${work.now})`
const among = ({ ids }: Departure): Part => (ids ? part`and p.id = any(${ids}::uuid[])` : part``)

const passed = {
  id: uuid<PointOfContactId>(), customer: nullable(uuid<CustomerId>()), company: nullable(uuid<CompanyId>()), project: nullable(uuid<ProjectId>()),
  team: nullable(uuid<TeamId>()), deputies: chainColumn, valid_to: nullable(instant),
} // prettier-ignore

// Whoever they answer for now: it ends, and is given back so that the other's begins.
export const endContactsOf = (work: Work, who: Departure) => work.sql.many(passed)`
  with ending as (
    select p.id, p.tenant_id, p.valid_to from customers.point_of_contact p
    where p.tenant_id = ${work.tenant} and p.person_id = ${who.from} and p.valid_from < ${work.now} and ${notOver(work)} ${among(who)}
    for update
  )
  update customers.point_of_contact p set valid_to = ${work.now} from ending
  where p.tenant_id = ${work.tenant} and p.id = ending.id
  returning p.id, p.customer_id as customer, p.company_id as company, p.project_id as project, p.team_id as team, ${chain} as deputies, ending.valid_to`

// What is only to begin later, or began this very instant, changes hands as it stands. A team that showed them shows whoever is here.
export const passComingContacts = (work: Work, who: Departure) => work.sql.run`
  update customers.point_of_contact p set person_id = case when p.team_id is null then ${who.to}::uuid end, because = 'passed'
  where p.tenant_id = ${work.tenant} and p.person_id = ${who.from} and p.valid_from >= ${work.now} and ${notOver(work)} ${among(who)}`

// Their places in chains that have not ended. Whoever answers there, or deputises there already, does not come in twice.
export const passDeputies = async (work: Work, who: Departure): Promise<void> => {
  const mine = part`d.tenant_id = ${work.tenant} and d.person_id = ${who.from} and exists (
    select from customers.point_of_contact p where p.tenant_id = d.tenant_id and p.id = d.contact_id and ${notOver(work)} ${among(who)})`
  await work.sql.run`
    delete from customers.contact_deputy d where ${mine} and (
      exists (select from customers.point_of_contact p where p.tenant_id = d.tenant_id and p.id = d.contact_id and p.person_id = ${who.to})
      or exists (select from customers.contact_deputy o where o.tenant_id = d.tenant_id and o.contact_id = d.contact_id and o.person_id = ${who.to}))`
  await work.sql.run`update customers.contact_deputy d set person_id = ${who.to} where ${mine}`
}

// Whoever now answers no longer deputises for themselves.
export const withoutOwnDeputies = (work: Work, to: PersonId) => work.sql.run`
  delete from customers.contact_deputy d where d.tenant_id = ${work.tenant} and d.person_id = ${to} and exists (
    select from customers.point_of_contact p where p.tenant_id = d.tenant_id and p.id = d.contact_id and p.person_id = ${to} and ${notOver(work)})`

const resting = {
  id: uuid<PointOfContactId>(),
  of: word<'customer' | 'company' | 'project'>(),
  subject_id: uuid(),
  name: text,
  all: integer,
}
const subjects = part`
  case when p.customer_id is not null then 'customer' when p.company_id is not null then 'company' else 'project' end as of,
  coalesce(p.customer_id, p.company_id, p.project_id) as subject_id, coalesce(c.name, f.name, j.name) as name, count(*) over () as all
  from customers.point_of_contact p
  left join customers.customer c on c.tenant_id = p.tenant_id and c.id = p.customer_id
  left join customers.company f on f.tenant_id = p.tenant_id and f.id = p.company_id
  left join customers.project j on j.tenant_id = p.tenant_id and j.id = p.project_id`

export const restingAsContact = (work: Work, person: PersonId, most: number) => work.sql.many(resting)`
  select p.id, ${subjects}
  where p.tenant_id = ${work.tenant} and p.person_id = ${person} and ${notOver(work)} order by name, p.id limit ${most}`

export const restingAsDeputy = (work: Work, person: PersonId, most: number) => work.sql.many(resting)`
  select p.id, ${subjects}
  where p.tenant_id = ${work.tenant} and ${notOver(work)} and exists (
    select from customers.contact_deputy d where d.tenant_id = p.tenant_id and d.contact_id = p.id and d.person_id = ${person})
  order by name, p.id limit ${most}`

// It looks into staff as the triggers do: whether somebody has left is told by no other room.
export const countAbandoned = (work: Work) => work.sql.one({ contacts: integer, deputies: integer })`
  select count(*) filter (where holds) as contacts, count(*) filter (where not holds) as deputies from (
    select p.person_id, true as holds from customers.point_of_contact p
    where p.tenant_id = ${work.tenant} and p.person_id is not null and ${notOver(work)}
    union all
    select d.person_id, false from customers.contact_deputy d
    join customers.point_of_contact p on p.tenant_id = d.tenant_id and p.id = d.contact_id
    where d.tenant_id = ${work.tenant} and d.person_id is not null and ${notOver(work)}) as counted_on
  join staff.person gone on gone.tenant_id = ${work.tenant} and gone.id = counted_on.person_id and gone.left_at is not null`
