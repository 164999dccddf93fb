// The window of customers: people and companies served, how they are reached, what they agreed to, who answers for them.
import { z } from 'zod'
import { endpoint, event, id, instant, nothing, pageInput, pageOf } from '#base/contract'
import { contactShape } from './contract/contacts.ts'
import { claimShape } from './contract/likeness.ts'
import {
  companyBrief, customerShape, identityKinds, type CompanyId, type CustomerId, type IdentityKind,
} from './contract/people.ts' // prettier-ignore

export * from './contract/people.ts'
export * from './contract/likeness.ts'
export * from './contract/contacts.ts'

const customer = () => id<'customer'>()
const company = () => id<'company'>()
const version = () => z.coerce.number().int().positive()
const name = () => z.string().trim().min(1).max(200)
const language = () => z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/)

// ── what other rooms ask at the door ─────────────────────────────────────────────────────────────────────────────────────
// `proof`: how it is known that who writes holds this address (docs/decisions/0019); without it they are filed beside whoever holds it, unverified.
export type Sighting = {
  kind: Exclude<IdentityKind, 'postal'>
  value: string
  name?: string | undefined
  proof?: string | undefined
}
export type Recognised = { customer: CustomerId; company: CompanyId | null; created: boolean }
export type CustomerFacts = {
  id: CustomerId
  name: string
  language: string | null
  company: { id: CompanyId; name: string } | null
  email: string | null // the one to use first
}

// ── shapes ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const identityShape = z.object({
  id: id<'identity'>(),
  customer: customer(), // the record of the group that holds it
  kind: z.enum(identityKinds),
  value: z.string(),
  normalised: z.string(),
  preferred: z.boolean(),
  verified_at: instant().nullable(),
  verified_how: z.string().nullable(),
  added_at: instant(),
})
export const consentShape = z.object({
  id: id<'consent'>(),
  customer: customer(),
  purpose: z.string(),
  channel: z.string(),
  decision: z.enum(['given', 'withdrawn']),
  how: z.string(),
  text_version: z.string().nullable(),
  at: instant(),
})
export const joinShape = z.object({
  id: id<'join'>(),
  a: customer(),
  b: customer(),
  joined_at: instant(),
  joined_by: z.string(),
  why: z.string(),
  parted_at: instant().nullable(),
  parted_by: z.string().nullable(),
  proposed_for: z.array(z.string()), // the reasons of the proposal it began as; empty when somebody joined them by hand
})
export const cardShape = z.object({
  id: customer(),
  name: z.string(),
  language: z.string().nullable(),
  notes: z.string(),
  version: z.number().int(),
  added_at: instant(),
  company: companyBrief.nullable(),
  face: customer(), // the oldest record of the group speaks for it
  group: z.array(z.object({ id: customer(), name: z.string() })),
  identities: z.array(identityShape),
  claims: z.array(claimShape), // said, not proven
  contact: contactShape.nullable(),
  consents: z.array(consentShape), // the latest decision per purpose and channel
  joins: z.array(joinShape),
})
export type Card = z.infer<typeof cardShape>
export const companyShape = z.object({
  id: company(),
  name: z.string(),
  domains: z.array(z.string()),
  version: z.number().int(),
  added_at: instant(),
})
export type Company = z.infer<typeof companyShape>

// ── inputs ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
const newIdentity = z.object({ kind: z.enum(identityKinds), value: z.string().trim().min(1).max(1000) })
export type NewIdentity = z.infer<typeof newIdentity>
const newCustomer = z.object({
  name: name(),
  language: language().nullable().default(null),
  company_id: company().nullable().default(null),
  notes: z.string().trim().max(4000).default(''),
  identities: z.array(newIdentity).max(20).default([]),
})
export type NewCustomer = { name: string } & Partial<z.infer<typeof newCustomer>>
const customerEdit = z.object({
  id: customer(),
  version: version(),
  name: name().optional(),
  language: language().nullable().optional(),
  company_id: company().nullable().optional(),
  notes: z.string().trim().max(4000).optional(),
})
export type CustomerEdit = z.infer<typeof customerEdit>
const domain = () => z.string().trim().toLowerCase().min(3).max(253)
const newCompany = z.object({ name: name(), domains: z.array(domain()).max(50).default([]) })
export type NewCompany = { name: string; domains?: string[] | undefined }
const companyEdit = z.object({
  id: company(),
  version: version(),
  name: name().optional(),
  domains: z.array(domain()).max(50).optional(),
})
export type CompanyEdit = z.infer<typeof companyEdit>
const newConsent = z.object({
  customer: customer(),
  purpose: z.string().trim().min(1).max(100),
  channel: z.string().trim().min(1).max(40),
  decision: z.enum(['given', 'withdrawn']),
  how: z.string().trim().min(1).max(500),
  text_version: z.string().trim().min(1).max(100).nullable().default(null),
})
export type NewConsent = z.infer<typeof newConsent>

// ── endpoints ────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const listCustomers = endpoint({
  method: 'GET', path: '/api/v1/customers', permission: 'customer.read', summary: 'Customers by name, or those that some words find',
  input: z.object({ ...pageInput, q: z.string().trim().max(200).optional(), company: company().optional() }), output: pageOf(customerShape),
}) // prettier-ignore
export const getCustomer = endpoint({
  method: 'GET', path: '/api/v1/customers/:id', permission: 'customer.read', summary: 'Everything known about a customer',
  input: z.object({ id: customer() }), output: cardShape,
}) // prettier-ignore
export const addCustomer = endpoint({
  method: 'POST', path: '/api/v1/customers', permission: 'customer.edit', summary: 'Add a customer', input: newCustomer, output: z.object({ id: customer() }),
}) // prettier-ignore
export const editCustomer = endpoint({
  method: 'PATCH', path: '/api/v1/customers/:id', permission: 'customer.edit', summary: 'Change a customer',
  input: customerEdit, output: z.object({ version: version() }),
}) // prettier-ignore
export const addIdentityOf = endpoint({
  method: 'POST', path: '/api/v1/customers/:customer/identities', permission: 'customer.edit', summary: 'Add an address, number or handle',
  input: newIdentity.extend({ customer: customer(), preferred: z.boolean().default(false), verified_how: z.string().trim().min(1).max(200).optional() }),
  output: z.object({ id: id<'identity'>() }),
}) // prettier-ignore
export const removeIdentityOf = endpoint({
  method: 'DELETE', path: '/api/v1/customers/:customer/identities/:identity', permission: 'customer.edit', summary: 'Take an address, number or handle away',
  input: z.object({ customer: customer(), identity: id<'identity'>() }), output: nothing,
}) // prettier-ignore
export const listConsents = endpoint({
  method: 'GET', path: '/api/v1/customers/:customer/consents', permission: 'customer.read', summary: 'What a customer agreed to and took back, newest first',
  input: z.object({ ...pageInput, customer: customer() }), output: pageOf(consentShape),
}) // prettier-ignore
export const addConsent = endpoint({
  method: 'POST', path: '/api/v1/customers/:customer/consents', permission: 'customer.edit', summary: 'Record that a customer agreed or took it back',
  input: newConsent, output: z.object({ id: id<'consent'>() }),
}) // prettier-ignore
export const addJoin = endpoint({
  method: 'POST', path: '/api/v1/customers/:customer/joins', permission: 'customer.merge', summary: 'Two records are one person',
  input: z.object({ customer: customer(), with: customer(), why: z.string().trim().min(1).max(500) }), output: z.object({ id: id<'join'>() }),
}) // prettier-ignore
export const removeJoin = endpoint({
  method: 'DELETE', path: '/api/v1/customers/:customer/joins/:join', permission: 'customer.accept_likeness',
  summary: 'Two records are two people after all; a join that was not a proposal needs customer.merge',
  input: z.object({ customer: customer(), join: id<'join'>() }), output: nothing,
}) // prettier-ignore
export const listCompanies = endpoint({
  method: 'GET', path: '/api/v1/companies', permission: 'customer.read', summary: 'Companies by name',
  input: z.object({ ...pageInput, q: z.string().trim().max(200).optional() }), output: pageOf(companyShape),
}) // prettier-ignore
export const addCompanyEndpoint = endpoint({
  method: 'POST', path: '/api/v1/companies', permission: 'customer.edit', summary: 'Add a company', input: newCompany, output: z.object({ id: company() }),
}) // prettier-ignore
export const editCompanyEndpoint = endpoint({
  method: 'PATCH', path: '/api/v1/companies/:id', permission: 'customer.edit', summary: 'Change a company', input: companyEdit, output: z.object({ version: version() }),
}) // prettier-ignore

// ── events ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
const about = { customer: customer() }
export const customerAdded = event('customer.added', z.object({ ...about, name: z.string() }))
export const customerChanged = event('customer.changed', z.object({ ...about, version: z.number().int() }))
export const identityAdded = event(
  'customer.identity_added',
  z.object({ ...about, identity: id<'identity'>(), kind: z.enum(identityKinds) }),
)
export const identityRemoved = event(
  'customer.identity_removed',
  z.object({ ...about, identity: id<'identity'>(), kind: z.enum(identityKinds) }),
)
export const consentRecorded = event(
  'customer.consent_recorded',
  z.object({ ...about, purpose: z.string(), channel: z.string(), decision: z.enum(['given', 'withdrawn']) }),
)
export const customersJoined = event(
  'customer.joined',
  z.object({ join: id<'join'>(), a: customer(), b: customer(), why: z.string() }),
)
export const customersParted = event('customer.parted', z.object({ join: id<'join'>(), a: customer(), b: customer() }))
export const companyAdded = event('company.added', z.object({ company: company(), name: z.string() }))
export const companyChanged = event('company.changed', z.object({ company: company(), version: z.number().int() }))

export * from './refusals.ts'
