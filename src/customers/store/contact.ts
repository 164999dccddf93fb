import { instant, nullable, uuid } from '#base/sql'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CompanyId, CustomerId, PointOfContactId } from '../contract.ts'

export type Subject = { customer: CustomerId | null; company: CompanyId | null }

// Whoever answers at that instant answers until then; who was to begin later keeps their place.
export const endContact = (work: Work, of: Subject, at: Temporal.Instant) => work.sql.many({ id: uuid<PointOfContactId>() })`
  update customers.point_of_contact set valid_to = ${at}
  where tenant_id = ${work.tenant} and (customer_id = ${of.customer} or company_id = ${of.company})
    and valid_from < ${at} and (valid_to is null or valid_to > ${at})
  returning id`

// Named twice in the same instant: the second correction replaces the first.
export const dropContactFrom = (work: Work, of: Subject, at: Temporal.Instant) => work.sql.run`
  delete from customers.point_of_contact
  where tenant_id = ${work.tenant} and (customer_id = ${of.customer} or company_id = ${of.company}) and valid_from = ${at}`

type NewContact = Subject & {
  id: PointOfContactId
  person: PersonId
  deputy: PersonId | null
  from: Temporal.Instant
  to: Temporal.Instant | null
  by: string
}
export const insertContact = (work: Work, c: NewContact) => work.sql.run`
  insert into customers.point_of_contact (tenant_id, id, customer_id, company_id, person_id, deputy_id, valid_from, valid_to, named_by)
  values (${work.tenant}, ${c.id}, ${c.customer}, ${c.company}, ${c.person}, ${c.deputy}, ${c.from}, ${c.to}, ${c.by})`

// ── when somebody leaves the staff ───────────────────────────────────────────────────────────────────────────────────────
export type Departure = { person: PersonId; successor: PersonId }
const passed = {
  customer: nullable(uuid<CustomerId>()), company: nullable(uuid<CompanyId>()), deputy: nullable(uuid<PersonId>()), valid_to: nullable(instant),
} // prettier-ignore

// Whoever they answer for now: it ends, and is given back so that the successor's begins.
export const endContactsOf = (work: Work, { person }: Departure) => work.sql.many(passed)`
  update customers.point_of_contact p set valid_to = ${work.now}
  from (select id, valid_to from customers.point_of_contact where tenant_id = ${work.tenant} and person_id = ${person}) before
  where p.tenant_id = ${work.tenant} and p.id = before.id and p.valid_from < ${work.now} and (p.valid_to is null or p.valid_to > ${work.now})
  returning p.customer_id as customer, p.company_id as company, p.deputy_id as deputy, before.valid_to`

export const insertContacts = (work: Work, contacts: readonly NewContact[]) => work.sql.run`
  insert into customers.point_of_contact (tenant_id, id, customer_id, company_id, person_id, deputy_id, valid_from, valid_to, named_by)
  select ${work.tenant}, c.* from unnest(${contacts.map((c) => c.id)}::uuid[], ${contacts.map((c) => c.customer)}::uuid[],
    ${contacts.map((c) => c.company)}::uuid[], ${contacts.map((c) => c.person)}::uuid[], ${contacts.map((c) => c.deputy)}::uuid[],
    ${contacts.map((c) => c.from)}::timestamptz[], ${contacts.map((c) => c.to)}::timestamptz[], ${contacts.map((c) => c.by)}::text[]) as c`

// What was only to begin later changes hands as it stands; so does every deputy's place that has not ended.
export const passFutureContacts = (work: Work, { person, successor }: Departure) => work.sql.run`
  update customers.point_of_contact set person_id = ${successor}, deputy_id = nullif(deputy_id, ${successor})
  where tenant_id = ${work.tenant} and person_id = ${person} and valid_from >= ${work.now}`

export const passDeputies = (work: Work, { person, successor }: Departure) => work.sql.run`
  update customers.point_of_contact set deputy_id = nullif(${successor}::uuid, person_id)
  where tenant_id = ${work.tenant} and deputy_id = ${person} and (valid_to is null or valid_to > ${work.now})`
