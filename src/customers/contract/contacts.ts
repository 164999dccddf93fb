// Who answers for whom: points of contact of customers, companies and projects. Part of the contract.
import { z } from 'zod'
import { endpoint, event, id, instant, nothing, pageInput, pageOf, type Id, type PersonId } from '#base/contract'
import type { TeamId } from '#staff/contract'
import { companyBrief, type CompanyId, type CustomerId, type PointOfContactId } from './people.ts'

export type ProjectId = Id<'project'>
export const MOST_DEPUTIES = 5

const person = () => id<'person'>()
const team = () => id<'team'>()
const customer = () => id<'customer'>()
const company = () => id<'company'>()
const project = () => id<'project'>()
const contact = () => id<'point_of_contact'>()
const version = () => z.coerce.number().int().positive()
const name = () => z.string().trim().min(1).max(200)
const brief = <Name extends string>() => z.object({ id: id<Name>(), name: z.string() })

// ── projects ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
// What is done for a customer or a company from a moment on, perhaps until another: a site, a campaign, a contract.
export const projectShape = z.object({
  id: project(),
  name: z.string(),
  customer: brief<'customer'>().nullable(), // one of the two
  company: companyBrief.nullable(),
  since: z.iso.date(),
  until: z.iso.date().nullable(), // the last day
  version: z.number().int(),
})
export type Project = z.infer<typeof projectShape>
export type ProjectFacts = {
  id: ProjectId
  name: string
  customer: CustomerId | null
  company: CompanyId | null
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
}
const newProject = z
  .object({
    name: name(),
    customer: customer().nullable().default(null),
    company: company().nullable().default(null),
    since: z.iso.date().optional(), // today
    until: z.iso.date().nullable().default(null),
  })
  .refine((given) => (given.customer === null) !== (given.company === null))
export type NewProject = {
  name: string
  customer?: CustomerId | null | undefined
  company?: CompanyId | null | undefined
  since?: string | undefined
  until?: string | null | undefined
}
const projectEdit = z.object({
  id: project(),
  version: version(),
  name: name().optional(),
  since: z.iso.date().optional(),
  until: z.iso.date().nullable().optional(),
})
export type ProjectEdit = z.infer<typeof projectEdit>

export const listProjects = endpoint({
  method: 'GET', path: '/api/v1/projects', permission: 'customer.read',
  summary: 'Projects by name: all, of a company, or `for` a customer (their own, those of their other records and of their company)',
  input: z.object({ ...pageInput, q: z.string().trim().max(200).optional(), company: company().optional(), for: customer().optional(), over: z.stringbool().default(false) }),
  output: pageOf(projectShape),
}) // prettier-ignore
export const getProject = endpoint({
  method: 'GET', path: '/api/v1/projects/:id', permission: 'customer.read', summary: 'One project', input: z.object({ id: project() }), output: projectShape,
}) // prettier-ignore
export const addProject = endpoint({
  method: 'POST', path: '/api/v1/projects', permission: 'customer.edit', summary: 'Begin a project of a customer or a company', input: newProject, output: z.object({ id: project() }),
}) // prettier-ignore
export const editProject = endpoint({
  method: 'PATCH', path: '/api/v1/projects/:id', permission: 'customer.edit', summary: 'Change a project', input: projectEdit, output: z.object({ version: version() }),
}) // prettier-ignore

export const projectAdded = event('customer.project_added', z.object({ project: project(), name: z.string() }))
export const projectChanged = event('customer.project_changed', z.object({ project: project(), version: z.number().int() }))

// ── points of contact ────────────────────────────────────────────────────────────────────────────────────────────────────
export type ContactOf = { customer: CustomerId } | { company: CompanyId } | { project: ProjectId }
export type Deputy = { person: PersonId } | { team: TeamId }

// Who answers at a moment: `person` is the face the customer knows (a team shows one), `stand_in` whoever is here for them.
export type Contact = {
  id: PointOfContactId
  of: 'customer' | 'company' | 'project'
  person: PersonId
  team: TeamId | null // it is the team that was named; it shows `person`
  deputy: PersonId | null // the first of the chain who is a person
  away_until: Temporal.Instant | null // of `person`
  stand_in: { person: PersonId; because: 'present' | 'absent' } | null // null: nobody at all is here
}
export const contactShape = z.object({
  id: contact(),
  of: z.enum(['customer', 'company', 'project']),
  person: person(),
  team: team().nullable(),
  deputy: person().nullable(),
  away_until: instant().nullable(),
  stand_in: z.object({ person: person(), because: z.enum(['present', 'absent']) }).nullable(),
})

const deputyShape = z.union([z.object({ person: person() }), z.object({ team: team() })])
const naming = {
  person: person().nullable().default(null), // with a team: the member it shows; without one the team shows whoever is here
  team: team().nullable().default(null),
  deputies: z.array(deputyShape).max(MOST_DEPUTIES).optional(),
  deputy: person().nullable().default(null), // a chain of one
  from: instant().optional(), // now
  to: instant().nullable().optional(), // null: until further notice; left out: until whoever is named for later
}
export type Naming = {
  of: ContactOf
  person?: PersonId | null | undefined
  team?: TeamId | null | undefined
  deputies?: readonly Deputy[] | undefined
  deputy?: PersonId | null | undefined
  from?: string | undefined
  to?: string | null | undefined
}
const named = z.object({ id: contact() })

export const pointOfContactShape = z.object({
  id: contact(),
  of: z.enum(['customer', 'company', 'project']),
  subject: z.object({ id: z.uuid(), name: z.string() }),
  team: brief<'team'>().nullable(),
  person: brief<'person'>().nullable(), // null: the team shows whoever is here
  deputies: z.array(z.union([z.object({ person: brief<'person'>() }), z.object({ team: brief<'team'>() })])),
  from: instant(),
  to: instant().nullable(),
  when: z.enum(['past', 'now', 'coming']),
  because: z.enum(['named', 'passed']), // passed: whoever answered before left, or handed it over
  by: z.string(),
  answers: z // now: who is here for them, and until when the face they know is away
    .object({ person: brief<'person'>(), shown: brief<'person'>(), away_until: instant().nullable() })
    .nullable(),
})
export type PointOfContact = z.infer<typeof pointOfContactShape>

export const listPointsOfContact = endpoint({
  method: 'GET', path: '/api/v1/points-of-contact', permission: 'customer.read',
  summary: 'Who answers for whom: now, from a moment on, or ever; of one customer, company or project, or where one person or team answers or deputises',
  input: z.object({
    ...pageInput, when: z.enum(['now', 'coming', 'ever']).default('now'), customer: customer().optional(), company: company().optional(), project: project().optional(),
    person: person().optional(), team: team().optional(),
  }),
  output: pageOf(pointOfContactShape),
}) // prettier-ignore
export const putPointOfContact = endpoint({
  method: 'PUT', path: '/api/v1/customers/:customer/point-of-contact', permission: 'customer.edit', summary: 'Name who answers for a customer',
  input: z.object({ customer: customer(), ...naming }), output: named,
}) // prettier-ignore
export const putCompanyContact = endpoint({
  method: 'PUT', path: '/api/v1/companies/:company/point-of-contact', permission: 'customer.edit', summary: 'Name who answers for a company',
  input: z.object({ company: company(), ...naming }), output: named,
}) // prettier-ignore
export const putProjectContact = endpoint({
  method: 'PUT', path: '/api/v1/projects/:project/point-of-contact', permission: 'customer.edit', summary: 'Name who answers for a project',
  input: z.object({ project: project(), ...naming }), output: named,
}) // prettier-ignore
export const deletePointOfContact = endpoint({
  method: 'DELETE', path: '/api/v1/customers/:customer/point-of-contact', permission: 'customer.edit', summary: 'Nobody in particular answers for a customer from now on',
  input: z.object({ customer: customer() }), output: nothing,
}) // prettier-ignore
export const endContact = endpoint({
  method: 'DELETE', path: '/api/v1/points-of-contact/:id', permission: 'customer.edit', summary: 'One that answers now ends; one that was to begin later never does',
  input: z.object({ id: contact() }), output: nothing,
}) // prettier-ignore

export const contactNamed = event(
  'customer.contact_named',
  z.object({
    customer: customer().nullable(),
    company: company().nullable(),
    project: project().nullable().default(null),
    person: person().nullable(),
    team: team().nullable().default(null),
    deputy: person().nullable(),
  }),
)
