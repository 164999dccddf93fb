// A view: a list of cases that has a name. Mine, or everybody's.
import { z } from 'zod'
import { endpoint, id, nothing, pageInput, pageOf } from '#base/contract'
import { listedShape } from '#cases/contract'
import { conditionShape, MOST_CONDITIONS } from './value.ts'
import { fieldId, version, viewId } from './words.ts'

export const priorities = ['low', 'normal', 'high', 'urgent'] as const
export const MOST_VIEWS = 40 // a person sees in all
export const MOST_IN_RAIL = 8
export const COUNT_UP_TO = 100

const personId = () => id<'person'>()
export const whoShape = z.union([z.literal('me'), personId()])

// Everything that is asked must hold. `me` is whoever looks.
export const filterShape = z.object({
  status: z.enum(['open', 'closed', 'all']).default('open'),
  stands: z.enum(['new', 'waiting_for_us', 'waiting_for_others', 'suspected']).nullable().default(null),
  owner: z
    .union([whoShape, z.literal('covered')])
    .nullable()
    .default(null), // covered: of whom I stand in for
  handler: whoShape.nullable().default(null),
  reason: id<'reason'>().nullable().default(null),
  priority: z.enum(priorities).nullable().default(null),
  brand: z.uuid().nullable().default(null),
  clock: z.enum(['late', 'soon']).nullable().default(null), // a clock of ours is past its moment, or about to be
  waits_for: z.enum(['task']).nullable().default(null), // for work asked of somebody else
  fields: z.array(conditionShape).max(MOST_CONDITIONS).default([]),
})
export type ViewFilter = z.infer<typeof filterShape>

export const columnNames = [
  'customer',
  'owner',
  'stands',
  'reason',
  'priority',
  'brand',
  'opened',
  'last',
  'due',
  'waits',
] as const
export const columnShape = z.union([z.enum(columnNames), fieldId()]) // a field's id: what was filled in
export const MOST_COLUMNS = 10
// Of a field: those that have a value there, in its order.
export const sortShape = z.object({ by: z.union([z.literal('last'), fieldId()]), down: z.boolean() })
export type ViewSort = z.infer<typeof sortShape>

export const viewShape = z.object({
  id: viewId(),
  name: z.string(),
  shared: z.boolean(),
  mine: z.boolean(), // I made it
  may_edit: z.boolean(),
  owner: z.object({ id: z.string(), name: z.string() }).nullable(), // null: made by a set-up or a program
  filter: filterShape,
  columns: z.array(columnShape),
  sort: sortShape,
  in_rail: z.boolean(),
  position: z.number().int(),
  version: z.number().int(),
})
export type View = z.infer<typeof viewShape>

// A case as a view shows it: the values of the fields among its columns, by the id of the field.
export const seenCaseShape = listedShape.extend({
  values: z.record(z.string(), z.object({ fr: z.string(), en: z.string() })),
  due: z.object({ fr: z.string(), en: z.string(), late: z.boolean() }).nullable(), // its next deadline, where that is a column
  waits: z.array(z.string()), // what it waits for, likewise
})
export type SeenCase = z.infer<typeof seenCaseShape>

const name = z.string().trim().min(1).max(80)
const about = {
  name, shared: z.boolean(), filter: filterShape, columns: z.array(columnShape).min(1).max(MOST_COLUMNS), sort: sortShape, in_rail: z.boolean(),
} // prettier-ignore
const newView = z.object({
  ...about, shared: about.shared.default(false), sort: about.sort.default({ by: 'last', down: true }), in_rail: about.in_rail.default(true),
}) // prettier-ignore
export type NewView = z.output<typeof newView>
const viewEdit = z.object({ id: viewId(), version: version(), ...z.object(about).partial().shape })
export type ViewEdit = z.output<typeof viewEdit>

export const listViews = endpoint({
  method: 'GET', path: '/api/v1/views', permission: 'case.read', summary: 'My views and everybody’s, in their order', input: nothing,
  output: z.object({ items: z.array(viewShape) }),
}) // prettier-ignore
export const postView = endpoint({
  method: 'POST', path: '/api/v1/views', permission: 'case.read', summary: 'Save a list of cases under a name', input: newView, output: viewShape,
}) // prettier-ignore
export const patchView = endpoint({
  method: 'PATCH', path: '/api/v1/views/:id', permission: 'case.read', summary: 'Change a view', input: viewEdit, output: viewShape,
}) // prettier-ignore
export const deleteView = endpoint({
  method: 'DELETE', path: '/api/v1/views/:id', permission: 'case.read', summary: 'Take a view away', input: z.object({ id: viewId() }), output: nothing,
}) // prettier-ignore
export const putViewOrder = endpoint({
  method: 'PUT', path: '/api/v1/view-order', permission: 'case.read', summary: 'Put my views in an order', input: z.object({ views: z.array(viewId()).max(100) }), output: nothing,
}) // prettier-ignore
// A page may hold fewer than asked for, even none, and still have a `next`: what was looked through without finding enough.
export const listViewCases = endpoint({
  method: 'GET', path: '/api/v1/views/:id/cases', permission: 'case.read', summary: 'The cases of a view', input: z.object({ id: viewId(), ...pageInput }), output: pageOf(seenCaseShape),
}) // prettier-ignore
export const tryView = endpoint({
  method: 'POST', path: '/api/v1/view-tries', permission: 'case.read', summary: 'The cases a view would show, before it is saved',
  input: z.object({ filter: filterShape, columns: z.array(columnShape).max(MOST_COLUMNS), sort: sortShape, ...pageInput }), output: pageOf(seenCaseShape),
}) // prettier-ignore
export const countViews = endpoint({
  method: 'GET', path: '/api/v1/view-counts', permission: 'case.read', summary: `How many cases the views of my rail show, counted up to ${COUNT_UP_TO}`,
  input: nothing, output: z.object({ items: z.array(z.object({ id: viewId(), count: z.number().int(), more: z.boolean() })) }),
}) // prettier-ignore
