// The floor: queues and people as they are this second, for whoever runs it. Part of the contract.
//
// What changes every second is `getFloor`, told by what changed; what changes now and then (who can do what, who is on which queue) is `getRoster`.
import { z } from 'zod'
import { endpoint, id, instant } from '#base/contract'
import { aimShape } from './aim.ts'
import { workChannels } from './work-channels.ts'

export const MOST_PEOPLE_ON_FLOOR = 2_000
export const MOST_QUEUES_ON_FLOOR = 600 // two versions of the rules at most
export const LINE_MINUTES = 5
export const LINE_POINTS = 24 // two hours

const n = z.number().int()
// ready: free. busy: has something in hand. ringing: is offered something. wrapping: writes up what was said. paused: said so, or a break. off: not here.
export const floorStates = ['ready', 'busy', 'ringing', 'wrapping', 'paused', 'off'] as const
export type FloorState = (typeof floorStates)[number]

export const floorQueueShape = z.object({
  id: z.string(), // the queue's key in the rulebook
  name: z.string(),
  candidate: z.boolean(), // only of the rules on trial
  aim: aimShape,
  open: z.boolean(),
  turns_at: instant().nullable(), // it was opened or closed by hand, until then
  waiting: n,
  overdue: n, // of these, past the time we gave ourselves
  oldest_at: instant().nullable(), // since when the one waits that has waited the longest
  expected_s: z.number().nullable(), // for somebody who comes now; null: too little has happened to say
  offered: n, // ringing somewhere now
  in_hand: n,
  arrived: n, // today, and so on
  taken: n,
  gone: n, // hung up, left, or turned away
  kept: n, // of the service level …
  of: n, // … out of these
  people: z.object({ ready: n, busy: n, wrapping: n, paused: n, here: n }), // who may take from it, by how they are now; here: all of these
  line: z.array(n).length(LINE_POINTS), // how many came in each five minutes of the last two hours
  gone_line: z.array(n).length(LINE_POINTS), // and how many of those left unserved
})
export type FloorQueue = z.infer<typeof floorQueueShape>

export const heldShape = z.object({
  item: z.string(),
  channel: z.enum(workChannels),
  queue: z.string(),
  state: z.enum(['ringing', 'in_hand', 'wrapping']),
  since: instant(),
})
export const floorPersonShape = z.object({
  id: id<'person'>(),
  state: z.enum(floorStates),
  since: instant(),
  why: z.string().nullable(), // of a pause: in their own words, or 'break', 'unanswered'
  held: z.array(heldShape).max(20),
  load: z.number(), // of what they can hold, 0 to 1 and beyond
  next_break: z.object({ id: z.string(), starts_at: instant(), ends_at: instant() }).nullable(),
})
export type FloorPerson = z.infer<typeof floorPersonShape>

export const floorShape = z.object({
  at: instant(),
  stamp: z.string(), // give it back as `after` to hear only what has changed
  whole: z.boolean(), // false: `queues` and `people` are those that changed since `after`, and `gone` those no longer there
  rulebook: z.object({ number: n, title: z.string() }).nullable(), // null: no rules are in force, nothing is routed
  trial: z.object({ id: z.string(), share: z.number() }).nullable(),
  queues: z.array(floorQueueShape).max(MOST_QUEUES_ON_FLOOR), // in the order of the rules
  people: z.array(floorPersonShape).max(MOST_PEOPLE_ON_FLOOR),
  gone: z.object({ queues: z.array(z.string()), people: z.array(z.string()) }),
})
export type Floor = z.infer<typeof floorShape>

export const rosterPersonShape = z.object({
  id: id<'person'>(),
  name: z.string(),
  teams: z.array(z.string()),
  skills: z.array(z.object({ name: z.string(), level: n })).max(100),
  languages: z.array(z.string()),
  queues: z.array(n), // places in `queues`: those they may take from, once every need has given way
})
export type RosterPerson = z.infer<typeof rosterPersonShape>
export const rosterShape = z.object({
  queues: z.array(z.string()),
  people: z.array(rosterPersonShape).max(MOST_PEOPLE_ON_FLOOR),
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  sites: z.array(z.object({ id: z.string(), name: z.string(), teams: z.array(z.string()) })),
  may: z.object({ steer: z.boolean() }), // whether who looks may also act
})
export type Roster = z.infer<typeof rosterShape>

export const getFloor = endpoint({
  method: 'GET', path: '/api/v1/floor', permission: 'routing.read', summary: 'Queues and people as they are now; with `after`, what has changed since',
  input: z.object({ after: z.string().max(100).optional() }), output: floorShape,
}) // prettier-ignore
export const getRoster = endpoint({
  method: 'GET', path: '/api/v1/floor/roster', permission: 'routing.read', summary: 'Who may be offered work, what they can do, and from which queues',
  input: z.object({}), output: rosterShape,
}) // prettier-ignore
