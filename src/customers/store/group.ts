// Records found to be one person: the connected component over joins that were not taken away again.
import { instant, nullable, part, text, texts, uuid, word } from '#base/sql'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { TeamId } from '#staff/contract'
import { MOST_JOINED, type CustomerId, type JoinId, type PointOfContactId, type ProjectId } from '../contract.ts'
import { chain, chainColumn } from './contact.ts'

// Each round follows the edges of the last round's newcomers, by index both ways; `union` forgets who was met before.
const members = (work: Work, customer: CustomerId | null) => part`
  with recursive found (id) as (
    select ${customer}::uuid
    union
    select beside.id from found cross join lateral (
      select e.b as id from customers.same_person e where e.tenant_id = ${work.tenant} and e.a = found.id and e.parted_at is null
      union all
      select e.a from customers.same_person e where e.tenant_id = ${work.tenant} and e.b = found.id and e.parted_at is null) beside
  ), member (id) as materialized (select id from found limit ${MOST_JOINED})`

export const findGroup = (work: Work, customer: CustomerId) => work.sql.many({ id: uuid<CustomerId>(), name: text })`
  ${members(work, customer)}
  select c.id, c.name from member join customers.customer c on c.tenant_id = ${work.tenant} and c.id = member.id
  order by c.added_at, c.id`

const contact = {
  id: uuid<PointOfContactId>(),
  of: word<'customer' | 'company' | 'project'>(),
  subject: uuid(),
  person: nullable(uuid<PersonId>()),
  team: nullable(uuid<TeamId>()),
  deputies: chainColumn,
}

// The project's, else the customer's own, else that of another record of the same person, else their company's.
type Of = { customer: CustomerId | null; project: ProjectId | null }
export const findContact = (work: Work, { customer, project }: Of, at: Temporal.Instant) => work.sql.maybeOne(contact)`
  ${members(work, customer)}, near as (
    select p.id, 'customer' as of, p.customer_id as subject, p.valid_from, case when p.customer_id = ${customer} then 0 else 1 end as distance
    from member join customers.point_of_contact p on p.tenant_id = ${work.tenant} and p.customer_id = member.id
    where p.valid_from <= ${at} and (p.valid_to is null or p.valid_to > ${at})
    union all
    select p.id, 'company', p.company_id, p.valid_from, case when c.id = ${customer} then 2 else 3 end
    from member
    join customers.customer c on c.tenant_id = ${work.tenant} and c.id = member.id
    join customers.point_of_contact p on p.tenant_id = ${work.tenant} and p.company_id = c.company_id
    where p.valid_from <= ${at} and (p.valid_to is null or p.valid_to > ${at})
    ${
      project
        ? part`union all
    select p.id, 'project', p.project_id, p.valid_from, -1 from customers.point_of_contact p
    where p.tenant_id = ${work.tenant} and p.project_id = ${project} and p.valid_from <= ${at} and (p.valid_to is null or p.valid_to > ${at})`
        : part``
    }
  ), nearest as (select id, of, subject from near order by distance, valid_from desc, id limit 1)
  select p.id, nearest.of, nearest.subject, p.person_id as person, p.team_id as team, ${chain} as deputies
  from nearest join customers.point_of_contact p on p.tenant_id = ${work.tenant} and p.id = nearest.id`

const join = {
  id: uuid<JoinId>(), a: uuid<CustomerId>(), b: uuid<CustomerId>(), joined_at: instant, joined_by: text, why: text,
  parted_at: nullable(instant), parted_by: nullable(text), proposed_for: texts,
} // prettier-ignore

export const findJoins = (work: Work, customers: readonly CustomerId[]) => work.sql.many(join)`
  select id, a, b, joined_at, joined_by, why, parted_at, parted_by, proposed_for from customers.same_person
  where tenant_id = ${work.tenant} and (a = any(${customers}::uuid[]) or b = any(${customers}::uuid[]))
  order by joined_at desc, id desc limit 200`

type NewJoin = { id: JoinId; a: CustomerId; b: CustomerId; by: string; why: string; proposed_for: readonly string[] }
export const insertJoin = (work: Work, j: NewJoin) => work.sql.run`
  insert into customers.same_person (tenant_id, id, a, b, joined_at, joined_by, why, proposed_for)
  values (${work.tenant}, ${j.id}, ${j.a}, ${j.b}, ${work.now}, ${j.by}, ${j.why}, ${j.proposed_for}::text[])
  on conflict (tenant_id, a, b) where parted_at is null do nothing`

export const findActiveJoin = (work: Work, a: CustomerId, b: CustomerId) => work.sql.maybeOne({ id: uuid<JoinId>() })`
  select id from customers.same_person where tenant_id = ${work.tenant} and a = ${a} and b = ${b} and parted_at is null`

export const recordParting = (work: Work, id: JoinId, by: string) => work.sql.maybeOne({
  a: uuid<CustomerId>(),
  b: uuid<CustomerId>(),
})`
  update customers.same_person set parted_at = ${work.now}, parted_by = ${by}
  where tenant_id = ${work.tenant} and id = ${id} and parted_at is null
  returning a, b`
