// Meetings, training and coaching that a plan must hold: for whom, how long, when. Part of the contract.
import { z } from 'zod'
import { endpoint, id, instant, nothing, pageInput, pageOf, plannedInstant } from '#base/contract'
import { named, person, plan, version, words } from './names.ts'
import { spanShape } from './shifts.ts'

export const gatheringKinds = ['meeting', 'training', 'coaching', 'project', 'delegation'] as const
export const gatheringShape = z.object({
  id: id<'gathering'>(),
  plan: plan(),
  kind: z.enum(gatheringKinds),
  name: z.string(),
  length_min: z.number().int(),
  people: z.array(named),
  together: z.boolean(), // all at the same time, or each when it suits
  window: spanShape, // in which it may lie
  placed: z.array(z.object({ person: person(), starts_at: instant(), ends_at: instant() })), // where it lies now, for whom
  version: version(),
})
export type Gathering = z.infer<typeof gatheringShape>

const one = z.object({ id: id<'gathering'>() })
const wish = { kind: z.enum(gatheringKinds), name: words(200), length_min: z.coerce.number().int().min(5).max(600), people: z.array(person()).min(1).max(500), together: z.boolean().default(true) } // prettier-ignore
export const listGatherings = endpoint({
  method: 'GET', path: '/api/v1/plans/:id/gatherings', permission: 'workforce.read', summary: 'Meetings, training and coaching of a plan', input: z.object({ id: plan(), ...pageInput }), output: pageOf(gatheringShape),
}) // prettier-ignore
export const postGathering = endpoint({
  method: 'POST', path: '/api/v1/plans/:id/gatherings', permission: 'workforce.manage', summary: 'A meeting, training or coaching the plan must hold: the optimiser places it within its window (the plan), or a hand does',
  input: z.object({ id: plan(), ...wish, from: plannedInstant().optional(), to: plannedInstant().optional() }), output: gatheringShape,
}) // prettier-ignore
export const patchGathering = endpoint({
  method: 'PATCH', path: '/api/v1/gatherings/:id', permission: 'workforce.manage', summary: 'Change a meeting or training that is not placed yet',
  input: one.extend({ version: version(), name: words(200).optional(), length_min: wish.length_min.optional(), people: wish.people.optional(), from: plannedInstant().optional(), to: plannedInstant().optional() }), output: gatheringShape,
}) // prettier-ignore
export const putGatheringPlace = endpoint({
  method: 'PUT', path: '/api/v1/gatherings/:id/place', permission: 'workforce.manage', summary: 'Place it by hand at a time, or where it hurts least (no time given)',
  input: one.extend({ starts_at: plannedInstant().optional() }), output: z.object({ gathering: gatheringShape, not_placed: z.array(named), move: z.uuid().nullable() }),
}) // prettier-ignore
export const deleteGathering = endpoint({
  method: 'DELETE', path: '/api/v1/gatherings/:id', permission: 'workforce.manage', summary: 'It does not take place: it leaves the shifts it lies in', input: one, output: nothing,
}) // prettier-ignore
export const gatheringEndpoints = [listGatherings, postGathering, patchGathering, putGatheringPlace, deleteGathering]
