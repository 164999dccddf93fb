// On return: what happened while you were away, ordered by what needs you.
import { z } from 'zod'
import { endpoint, event, id, instant } from '#base/contract'

const person = z.object({ id: id<'person'>(), name: z.string() })
export const waitKinds = ['broken_promise', 'answer', 'promise', 'none'] as const
export type Waiting = (typeof waitKinds)[number]
// how a hand-over ended, or: given to somebody else without one
export const handedAs = ['accepted', 'declined', 'withdrawn', 'overtaken', 'given'] as const
export const meanwhileShape = z.object({
  case: z.object({ id: id<'case'>(), number: z.number().int(), subject: z.string(), closed: z.boolean() }),
  customer: z.object({ id: z.string(), name: z.string() }).nullable(),
  waits: z.enum(waitKinds), // for you, now
  waits_since: instant().nullable(), // or, of a promise, until
  came: z.number().int(), // messages of theirs
  answered: z.array(z.object({ person: person.nullable(), times: z.number().int() })), // by whom; null: by a program
  last: z.object({ at: instant(), ours: z.boolean(), words: z.string() }).nullable(),
  promises: z.array(
    z.object({ id: z.string(), what: z.string(), due_at: instant(), made_by: person.nullable(), state: z.string() }),
  ), // made meanwhile, in your name
  hand_overs: z.array(z.object({ from: person, to: person, as: z.enum(handedAs), at: instant() })),
  now_with: person.nullable(), // somebody else answers for it now
})
export type Meanwhile = z.infer<typeof meanwhileShape>
export const homecomingShape = z.object({
  absence: id<'absence'>(),
  since: instant(),
  until: instant(),
  read_at: instant().nullable(),
  cases: z.array(meanwhileShape), // two hundred at most
  more: z.boolean(),
  waiting: z.number().int(), // of them, for you
  unchanged: z.number().int(), // cases of yours in which nothing happened
})
export type Homecoming = z.infer<typeof homecomingShape>

const one = z.object({ absence: id<'absence'>() })
export const listHomecomings = endpoint({
  method: 'GET', path: '/api/v1/homecomings', permission: 'signed-in', summary: 'From which absences I came back and have not read what happened', input: z.object({}),
  output: z.object({ items: z.array(z.object({ absence: id<'absence'>(), since: instant(), until: instant() })) }),
}) // prettier-ignore
export const getHomecoming = endpoint({
  method: 'GET', path: '/api/v1/homecomings/:absence', permission: 'signed-in', summary: 'What happened while I was away', input: one, output: homecomingShape,
}) // prettier-ignore
export const putHomecomingRead = endpoint({
  method: 'PUT', path: '/api/v1/homecomings/:absence/read', permission: 'signed-in', summary: 'I have read it', input: one, output: z.object({ read_at: instant() }),
}) // prettier-ignore
export const cameBack = event('cover.came_back', z.object({ absence: id<'absence'>(), person: id<'person'>() }))
