// Shifts that are offered: a manager needs more people, whoever wants bids, a rule chooses. Part of the contract.
import { z } from 'zod'
import { endpoint, id, instant, nothing, pageInput, pageOf, plannedInstant } from '#base/contract'
import { day, named, plan, shift, team, troubleSaidShape, words } from './names.ts'

export const bidRules = ['first', 'fairness', 'by_hand'] as const // fairness: when it closes, whoever had fewest extra hours and Saturdays lately
export const openShiftStates = ['open', 'filled', 'closed', 'withdrawn'] as const // closed: its time came and not all places were taken
export type OpenShiftState = (typeof openShiftStates)[number]

export const bidShape = z.object({
  person: named,
  at: instant(),
  chosen: shift().nullable(), // the shift they got
  extra_min: z.number().int(), // extra time and Saturdays of theirs in the weeks the fairness of the settings counts
  saturdays: z.number().int(),
  troubles: z.array(troubleSaidShape), // soft ones: who may not by law or skill cannot bid
})
export const openShiftShape = z.object({
  id: id<'open_shift'>(),
  plan: plan(),
  day: day(),
  starts_at: instant(),
  ends_at: instant(),
  places: z.number().int(),
  taken: z.number().int(),
  teams: z.array(z.object({ id: team(), name: z.string() })), // none: everybody of the plan
  skills: z.array(z.string()),
  site: z.string().nullable(),
  rule: z.enum(bidRules),
  closes_at: instant(),
  state: z.enum(openShiftStates),
  note: z.string(),
  bids: z.array(bidShape), // for who manages; of others, only one’s own
  mine: z.enum(['none', 'bid', 'chosen', 'not_chosen']),
  why_not: z.array(troubleSaidShape), // why I cannot bid, where I cannot
  mind: z.array(troubleSaidShape), // what I should know of my week before I do: hours beyond my contract
  may: z.array(z.enum(['bid', 'unbid', 'choose', 'withdraw'])),
})
export type OpenShift = z.infer<typeof openShiftShape>

const one = z.object({ id: id<'open_shift'>() })
const path = '/api/v1/open-shifts'
export const listOpenShifts = endpoint({
  method: 'GET', path, permission: 'signed-in', summary: 'Shifts that are offered: those I may see, the next first', input: z.object({ ...pageInput, plan: plan().optional(), past: z.stringbool().default(false) }), output: pageOf(openShiftShape),
}) // prettier-ignore
export const postOpenShift = endpoint({
  method: 'POST', path, permission: 'workforce.approve', summary: 'Offer a shift to whoever wants it',
  input: z.object({
    plan: plan(), starts_at: plannedInstant(), ends_at: plannedInstant(), places: z.coerce.number().int().min(1).max(50).default(1), teams: z.array(team()).max(50).default([]),
    skills: z.array(z.uuid()).max(20).default([]), site: words(120).nullable().default(null), rule: z.enum(bidRules).default('fairness'), closes_at: plannedInstant().optional(), note: words().default(''),
  }),
  output: openShiftShape,
}) // prettier-ignore
export const putBid = endpoint({
  method: 'PUT', path: `${path}/:id/bid`, permission: 'signed-in', summary: 'I would work this shift', input: one, output: openShiftShape,
}) // prettier-ignore
export const deleteBid = endpoint({
  method: 'DELETE', path: `${path}/:id/bid`, permission: 'signed-in', summary: 'I would rather not', input: one, output: openShiftShape,
}) // prettier-ignore
export const putChoice = endpoint({
  method: 'PUT', path: `${path}/:id/choice`, permission: 'workforce.approve', summary: 'Choose now: these people, or by the rule', input: one.extend({ people: z.array(z.uuid()).max(50).optional() }), output: openShiftShape,
}) // prettier-ignore
export const deleteOpenShift = endpoint({
  method: 'DELETE', path: `${path}/:id`, permission: 'workforce.approve', summary: 'Withdraw what is offered; who got a shift keeps it', input: one, output: nothing,
}) // prettier-ignore
export const openShiftEndpoints = [listOpenShifts, postOpenShift, putBid, deleteBid, putChoice, deleteOpenShift]
