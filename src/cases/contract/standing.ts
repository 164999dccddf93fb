// What stands beside a case: who works on it, who stands in for its owner, what keeps it open, how it ended, and what is part of it.
import { z } from 'zod'
import { id, instant } from '#base/contract'
import { caseId, person, personId } from './words.ts'

export const namedCase = z.object({ id: caseId(), number: z.number().int(), subject: z.string() })

export const handlerShape = z.object({
  id: personId(),
  name: z.string(),
  since: instant(),
  role: z.string(), // what they do in it, in their own words; may be empty
})
export type Handler = z.infer<typeof handlerShape>

// `named_deputy`: the point of contact named this deputy for the customer; `stand_in`: found by the absence, the deputies and the managers.
export const coverShape = z.object({ person, until: instant(), because: z.enum(['named_deputy', 'stand_in']) })
export type Cover = z.infer<typeof coverShape>

// Something a room above waits for. `kind` and `id` name it there; `waits_for` is whom it waits for.
export const blockerShape = z.object({
  kind: z.string().min(1).max(40),
  id: z.uuid(),
  case_id: caseId(),
  what: z.string().min(1).max(500),
  waits_for: z.object({ name: z.string().max(300) }),
  since: instant(),
})
export type Blocker = z.infer<typeof blockerShape>

export const closureShape = z.object({
  id: z.uuid(),
  at: instant(),
  by: z.string(),
  because: z.string().nullable(), // why it was closed although something kept it open
  over: z.array(z.object({ kind: z.string(), id: z.uuid(), what: z.string(), waits_for: z.object({ name: z.string() }) })),
  reopened_at: instant().nullable(),
})
export type Closure = z.infer<typeof closureShape>

export const mergedShape = namedCase.extend({
  merge_id: id<'merge'>(),
  at: instant(),
  by: z.string(),
  because: z.string(),
  customer: z.object({ id: id<'customer'>(), name: z.string() }).nullable(),
})
export type Merged = z.infer<typeof mergedShape>
