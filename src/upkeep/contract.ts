// The window of upkeep: what the house tried again and again in vain.
import { z } from 'zod'
import { endpoint, event, instant, nothing, refusal } from '#base/contract'

export const MOST_SHOWN = 200

export const parkedShape = z.object({
  id: z.string(), // of a job: its id; of an event: "reader:seq"
  is: z.enum(['job', 'event']),
  name: z.string(), // the kind of job, or the event
  reader: z.string().nullable(), // who could not handle the event
  error: z.string(),
  at: instant(),
})
export type Parked = z.infer<typeof parkedShape>

export const listParked = endpoint({
  method: 'GET', path: '/api/v1/parked', permission: 'health.read', summary: 'What failed again and again and waits for a person, the latest first',
  input: nothing, output: z.object({ items: z.array(parkedShape), more: z.boolean() }),
}) // prettier-ignore
export const postRetry = endpoint({
  method: 'POST', path: '/api/v1/parked/retries', permission: 'health.read', summary: 'Do it again: one of them, or all that are listed',
  input: z.object({ id: z.string().max(200).optional() }), output: z.object({ retried: z.number().int() }),
}) // prettier-ignore

export const parkedRetried = event('upkeep.retried', z.object({ count: z.number().int() }))

export const parkedGone = refusal('parked.gone', 404, {
  fr: 'Cela n’attend plus : quelqu’un l’a déjà fait refaire.',
  en: 'This no longer waits: somebody has already had it done again.',
})
