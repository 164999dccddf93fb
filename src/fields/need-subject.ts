// What a field is filled in for: it is there, and this actor's to read or to edit.
import { allow, can } from '#access'
import * as cases from '#cases'
import * as customers from '#customers'
import { Refused, refuse, type Work } from '#base/work'
import type { CaseId, ReasonId } from '#cases/contract'
import type { CompanyId, CustomerId, ProjectId } from '#customers/contract'
import { subjectUnknown, type FieldSubject } from './contract.ts'

export type Subject = {
  subject: FieldSubject
  of: string
  name: string
  reason: ReasonId | null
  may_edit: boolean
  closed: boolean
}
type Asked = { subject: FieldSubject; of: string }

export async function needSubject(work: Work, asked: Asked): Promise<Subject> {
  return asked.subject === 'case' ? await needCase(work, asked, 'read') : await needCustomerOrCompany(work, asked)
}

/** The case is held until the commit, so that nobody closes it over what is being emptied. */
export async function holdSubject(work: Work, asked: Asked): Promise<Subject> {
  if (asked.subject === 'case') return await needCase(work, asked, 'edit')
  allow(work, 'customer.edit')
  return await needCustomerOrCompany(work, asked)
}

async function needCase(work: Work, { of }: Asked, how: 'read' | 'edit'): Promise<Subject> {
  const id = of as CaseId // looked up here
  const found = await (how === 'read' ? cases.needCase(work, id, 'case.read') : cases.holdCase(work, id, 'case.edit')).catch(
    (error: unknown) => {
      throw error instanceof Refused && error.refusal.code === 'case.unknown' ? refuse(subjectUnknown, {}) : error
    },
  )
  return {
    subject: 'case',
    of,
    name: `${found.number} ${found.subject}`,
    reason: found.reason_id,
    may_edit: can(work.actor, 'case.edit', { brand: found.brand_id }),
    closed: found.closed_at !== null,
  }
}

async function needCustomerOrCompany(work: Work, { subject, of }: Asked): Promise<Subject> {
  allow(work, 'customer.read')
  const name = await nameOf(work, { subject, of })
  if (name === undefined) throw refuse(subjectUnknown, {})
  return { subject, of, name, reason: null, may_edit: can(work.actor, 'customer.edit'), closed: false }
}

async function nameOf(work: Work, { subject, of }: Asked): Promise<string | undefined> {
  if (subject === 'customer') return (await customers.find(work, [of as CustomerId])).get(of as CustomerId)?.name // looked up here
  if (subject === 'company') return (await customers.findCompanies(work, [of as CompanyId])).get(of as CompanyId)?.name // likewise
  return (await customers.findProjects(work, [of as ProjectId])).get(of as ProjectId)?.name // of projects
}
