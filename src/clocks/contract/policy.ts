// Service levels as data: which cases a policy is for, its targets, its hours, its ladder; and contracts, which give one to a customer.
import { z } from 'zod'
import { endpoint, id, nothing, pageInput, pageOf } from '#base/contract'
import { causes, MOST_MINUTES, MOST_STEPS, pausable, priorities, said, version } from './words.ts'

const minutes = () => z.number().int().min(1).max(MOST_MINUTES)
const name = () => z.string().trim().min(1).max(120)
const some = (of: z.ZodType<string>) => z.array(of).min(1).max(200).nullable().default(null) // null: any

// In minutes of working time; null: no such clock.
export const targetsShape = z.object({
  first_answer: minutes().nullable(),
  next_answer: minutes().nullable(),
  resolution: minutes().nullable(),
})
export type Targets = z.infer<typeof targetsShape>
// What is not said of a priority is as for a normal one.
const grid = z.object({
  normal: targetsShape,
  low: targetsShape.partial().optional(),
  high: targetsShape.partial().optional(),
  urgent: targetsShape.partial().optional(),
})
export type TargetGrid = z.infer<typeof grid>

// door: the opening hours of the door the case came by (Monday to Friday, 9 to 18 where it has none) · always: day and night
export const hoursShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('door') }),
  z.object({ kind: z.literal('always') }),
  z.object({ kind: z.literal('calendar'), calendar_id: id<'calendar'>() }),
])
export type PolicyHours = z.infer<typeof hoursShape>

export const roleNames = ['owner', 'stand_in', 'team_manager', 'floor_manager', 'director'] as const
export const whomShape = z.union([
  z.object({ kind: z.enum(roleNames) }),
  z.object({ kind: z.literal('person'), id: id<'person'>() }),
  z.object({ kind: z.literal('team'), id: id<'team'>() }),
])
export type Whom = z.infer<typeof whomShape>
export const deeds = ['tell', 'raise_priority', 'name_handler'] as const
export type Deed = (typeof deeds)[number]

// percent: of the target, before it is missed · after_minutes: of working time, after it was
export const stepShape = z.object({
  id: id<'step'>(),
  of: z.array(z.enum(causes)).min(1).max(causes.length),
  when: z.union([z.object({ percent: z.number().int().min(1).max(99) }), z.object({ after_minutes: z.number().int().min(0).max(MOST_MINUTES) })]),
  whom: whomShape,
  does: z.array(z.enum(deeds)).min(1).max(deeds.length),
}) // prettier-ignore
export type Step = z.infer<typeof stepShape>

const match = z.object({ brands: some(z.uuid()), entry_points: some(z.uuid()), reasons: some(z.uuid()), priorities: z.array(z.enum(priorities)).min(1).max(4).nullable().default(null) }) // prettier-ignore
export type Match = z.infer<typeof match>
const definition = {
  name: name(),
  match,
  by_contract: z.boolean().default(false), // only for customers with a contract that carries it
  hours: hoursShape.default({ kind: 'door' }),
  targets: grid,
  pauses: z.array(z.enum(pausable)).max(pausable.length).default(['resolution', 'stagnation']), // while the customer's answer is waited for
  warn_percent: z.number().int().min(1).max(99).nullable().default(75),
  silence_minutes: minutes().nullable().default(null),
  stagnation_minutes: minutes().nullable().default(null),
  ladder: z.array(stepShape).max(MOST_STEPS).default([]),
}
export const policyDefinition = z.object(definition)
export type PolicyDefinition = z.infer<typeof policyDefinition>
export const policyShape = policyDefinition.extend({
  id: id<'policy'>(),
  sentences: z.array(said), // the whole policy in plain words
  contracts: z.number().int(), // how many carry it today
  version: z.number().int(),
})
export type Policy = z.infer<typeof policyShape>

export const listPolicies = endpoint({
  method: 'GET', path: '/api/v1/service-levels', permission: 'case.read', summary: 'Service levels: the more specific first', input: nothing,
  output: z.object({ items: z.array(policyShape) }),
}) // prettier-ignore
export const postPolicy = endpoint({
  method: 'POST', path: '/api/v1/service-levels', permission: 'clock.manage', summary: 'Add a service level', input: policyDefinition, output: policyShape,
}) // prettier-ignore
export const putPolicy = endpoint({
  method: 'PUT', path: '/api/v1/service-levels/:id', permission: 'clock.manage', summary: 'Change a service level; running clocks follow without losing elapsed time',
  input: policyDefinition.extend({ id: id<'policy'>(), version: version() }), output: policyShape,
}) // prettier-ignore
export const deletePolicy = endpoint({
  method: 'DELETE', path: '/api/v1/service-levels/:id', permission: 'clock.manage', summary: 'Retire a service level; refused while it is the last for all cases, or a contract carries it',
  input: z.object({ id: id<'policy'>() }), output: nothing,
}) // prettier-ignore
export const postPolicyPreview = endpoint({
  method: 'POST', path: '/api/v1/service-level-previews', permission: 'clock.manage', summary: 'A service level in plain words, before it is kept',
  input: policyDefinition, output: z.object({ sentences: z.array(said) }),
}) // prettier-ignore

const day = () => z.iso.date()
const holder = z.union([z.object({ customer: id<'customer'>() }), z.object({ company: id<'company'>() })])
export const serviceContractShape = z.object({
  id: id<'service_contract'>(),
  name: z.string(),
  customer: z.object({ id: id<'customer'>(), name: z.string() }).nullable(),
  company: z.object({ id: id<'company'>(), name: z.string() }).nullable(),
  policy: z.object({ id: id<'policy'>(), name: z.string() }),
  starts_on: day(),
  ends_on: day().nullable(), // the last day on which it holds
  state: z.enum(['coming', 'running', 'over']),
  version: z.number().int(),
})
export type ServiceContract = z.infer<typeof serviceContractShape>
export const listContracts = endpoint({
  method: 'GET', path: '/api/v1/service-contracts', permission: 'customer.read', summary: 'Service contracts of customers and companies, the latest first',
  input: z.object({ ...pageInput, customer: id<'customer'>().optional(), company: id<'company'>().optional(), state: z.enum(['running', 'all']).default('all') }),
  output: pageOf(serviceContractShape),
}) // prettier-ignore
export const postContract = endpoint({
  method: 'POST', path: '/api/v1/service-contracts', permission: 'clock.manage', summary: 'Give a customer or a company a service contract',
  input: z.object({ name: name(), holder, policy_id: id<'policy'>(), starts_on: day(), ends_on: day().nullable().default(null) }), output: serviceContractShape,
}) // prettier-ignore
export const putContract = endpoint({
  method: 'PUT', path: '/api/v1/service-contracts/:id', permission: 'clock.manage', summary: 'Change a service contract',
  input: z.object({ id: id<'service_contract'>(), version: version(), name: name(), policy_id: id<'policy'>(), starts_on: day(), ends_on: day().nullable() }),
  output: serviceContractShape,
}) // prettier-ignore
export const deleteContract = endpoint({
  method: 'DELETE', path: '/api/v1/service-contracts/:id', permission: 'clock.manage', summary: 'A contract given by mistake: it never held',
  input: z.object({ id: id<'service_contract'>() }), output: nothing,
}) // prettier-ignore
