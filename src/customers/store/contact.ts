import { uuid } from '#base/sql'
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
