// The floor: queues and people as they are this second, for whoever runs it. Part of the contract.
import { z } from 'zod'
import { endpoint, id, instant } from '#base/contract'
import { formulaIds } from '../rules/service-level.ts'
import { workChannels } from './work-channels.ts'

export const MOST_PEOPLE_ON_FLOOR = 1_000
export const MOST_QUEUES_ON_FLOOR = 300
export const LINE_POINTS = 24 // of five minutes: two hours

const n = z.number().int()
// ready: free. busy: has something in hand. ringing: is offered something. wrapping: writes up what was said. paused: said so, or a break. off: not here.
export const floorStates = ['ready', 'busy', 'ringing', 'wrapping', 'paused', 'off'] as const
export type FloorState = (typeof floorStates)[number]

export const floorQueueShape = z.object({
  id: z.string(), // the queue's key in the rulebook
  name: z.string(),
  candidate: z.boolean(), // of the rules that are tried
  site_teams: z.array(z.string()), // teams whose people may take from it; empty: any
  channels: z.array(z.enum(workChannels)), // what waits or came in the last two hours
  open: z.boolean(),
  turns_at: instant().nullable(), // when it opens or closes next because somebody said so
  waiting: n,
  oldest_at: instant().nullable(), // since when the one that waits longest waits; work that can be put off: since when it is late
  expected_s: z.number().nullable(), // for somebody who comes now; null: too little has happened to say
  offered: n, // ringing somewhere now
  in_hand: n,
  today: z.object({
    arrived: n,
    taken: n,
    gone: n, // hung up, or left
    kept: n, // of the service level …
    of: n, // … out of these
  }),
  aim: z.object({ within_s: z.number().nullable(), share: z.number(), formula: z.enum(formulaIds) }),
  people: z.object({ ready: n, busy: n, wrapping: n, paused: n }), // who may take from it and is here
  line: z.array(n).length(LINE_POINTS), // how many came in each five minutes of the last two hours
  gone_line: z.array(n).length(LINE_POINTS), // and how many left unserved
})
export type FloorQueue = z.infer<typeof floorQueueShape>

export const heldShape = z.object({
  item: z.string(),
  channel: z.enum(workChannels),
  state: z.enum(['ringing', 'in_hand', 'wrapping']),
  since: instant(),
})
export const floorPersonShape = z.object({
  id: id<'person'>(),
  name: z.string(),
  teams: z.array(z.string()),
  state: z.enum(floorStates),
  since: instant().nullable(),
  why: z.string().nullable(), // of a pause: 'break', 'unanswered', 'chosen' …
  held: z.array(heldShape).max(20),
  load: z.number(), // of what they can hold, 0 to 1
  next_break: z.object({ id: z.string(), starts_at: instant(), ends_at: instant() }).nullable(),
  queues: z.array(z.string()), // keys of those they may take from
  skills: z.array(z.object({ name: z.string(), level: n })),
  languages: z.array(z.string()),
})
export type FloorPerson = z.infer<typeof floorPersonShape>

const names = z.array(z.object({ id: z.string(), name: z.string() }))
export const floorShape = z.object({
  at: instant(),
  stamp: z.string(), // give it back as `after` to hear only what has changed
  whole: z.boolean(), // false: `queues` and `people` are those that changed since `after`, and `gone` those no longer there
  rulebook: z.object({ number: n, title: z.string() }).nullable(), // null: no rules are published, nothing is routed
  trial: z.object({ id: z.string(), share: z.number() }).nullable(),
  queues: z.array(floorQueueShape).max(MOST_QUEUES_ON_FLOOR),
  people: z.array(floorPersonShape).max(MOST_PEOPLE_ON_FLOOR),
  gone: z.object({ queues: z.array(z.string()), people: z.array(z.string()) }),
  teams: names,
  sites: z.array(z.object({ id: z.string(), name: z.string(), teams: z.array(z.string()) })),
  may: z.object({ steer: z.boolean() }), // whether who looks may also act
})
export type Floor = z.infer<typeof floorShape>

export const getFloor = endpoint({
  method: 'GET', path: '/api/v1/floor', permission: 'routing.read', summary: 'Queues and people as they are now; with `after`, what has changed since',
  input: z.object({ after: z.string().max(100).optional() }), output: floorShape,
}) // prettier-ignore
