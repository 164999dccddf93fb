// A plan is published: what people see from then on. Part of the contract.
import { z } from 'zod'
import { endpoint, instant, pageInput, pageOf } from '#base/contract'
import { day, named, person, plan, shift, troubleSaidShape, version, words } from './names.ts'
import { planShape } from './plans.ts'

export const changeKinds = ['new', 'moved', 'changed', 'gone'] as const // moved: other hours; changed: the same hours, other breaks or meetings
export const shiftChangeShape = z.object({
  shift: shift(),
  person: named,
  day: day(),
  change: z.enum(changeKinds),
  before: z.object({ starts_at: instant(), ends_at: instant() }).nullable(),
  after: z.object({ starts_at: instant(), ends_at: instant() }).nullable(),
})
export type ShiftChange = z.infer<typeof shiftChangeShape>

export const publicationShape = z.object({
  number: z.number().int(), // 1, 2, 3 … of the plan
  at: instant(),
  by: named.nullable(), // null: a program
  kind: z.enum(['published', 'unpublished', 'swap', 'move', 'call_in', 'open_shift', 'sick']), // a part of it, after the first time
  note: z.string(),
  people: z.number().int(),
  changes: z.number().int(),
})
export type Publication = z.infer<typeof publicationShape>

/** What publishing would do. */
const foresightShape = z.object({
  version: version(), people: z.number().int(), counts: z.record(z.enum(changeKinds), z.number().int()), unassigned: z.number().int(),
  changes: z.array(shiftChangeShape), more: z.boolean(), // the first 500
  troubles: z.array(troubleSaidShape), // hard ones stand in the way; soft ones, such as short notice, do not
}) // prettier-ignore
export type Foresight = z.infer<typeof foresightShape>

const one = z.object({ id: plan() })
const path = '/api/v1/plans/:id/publication'
export const getPublishing = endpoint({
  method: 'GET', path, permission: 'workforce.read', summary: 'What publishing would change, for whom, and what law or contracts say to it',
  input: one,
  output: foresightShape,
}) // prettier-ignore
export const putPublished = endpoint({
  method: 'PUT', path, permission: 'workforce.manage', summary: 'Publish the plan as it was seen: everybody is told what changed for them; breaks and meetings go to routing',
  input: one.extend({ version: version(), note: words().default('') }), output: z.object({ plan: planShape, publication: publicationShape.nullable() }), // null: nothing had changed
}) // prettier-ignore
export const deletePublished = endpoint({
  method: 'DELETE', path, permission: 'workforce.manage', summary: 'Take a published plan back: from now on nobody is planned by it; what is over stays', input: one, output: planShape,
}) // prettier-ignore
export const listPublications = endpoint({
  method: 'GET', path: '/api/v1/plans/:id/publications', permission: 'workforce.read', summary: 'How a plan was published, the latest first',
  input: one.extend(pageInput), output: pageOf(publicationShape),
}) // prettier-ignore
export const listPublicationChanges = endpoint({
  method: 'GET', path: '/api/v1/plans/:id/publications/:number', permission: 'workforce.read', summary: 'What one publication changed',
  input: one.extend({ number: version(), person: person().optional(), ...pageInput }), output: pageOf(shiftChangeShape),
}) // prettier-ignore
export const publishingEndpoints = [getPublishing, putPublished, deletePublished, listPublications, listPublicationChanges]
