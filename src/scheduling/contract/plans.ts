// A plan: some weeks of some teams, drawn up, published, published again. Part of the contract.
import { z } from 'zod'
import { endpoint, instant, nothing, pageInput, pageOf } from '#base/contract'
import { day, named, person, plan, team, troubleSaidShape, version, words } from './names.ts'
import { zoneName } from './moments.ts'
import { plannedShiftShape, spanShape } from './shifts.ts'

export const planShape = z.object({
  id: plan(),
  name: z.string(),
  first_day: day(),
  last_day: day(), // included
  zone: z.string(), // its days are days of this zone, 23 and 25 hours long when the clocks change
  interval_min: z.union([z.literal(15), z.literal(30)]),
  teams: z.array(z.object({ id: team(), name: z.string() })), // none and no people: everybody who serves
  people: z.array(person()), // besides the teams
  state: z.enum(['draft', 'published', 'changed']), // changed: published, and worked on since
  shifts: z.number().int(),
  unassigned: z.number().int(),
  published: z.object({ number: z.number().int(), at: instant(), by: z.string() }).nullable(), // the last time
  run: z.object({ id: z.uuid(), state: z.string(), progress: z.number() }).nullable(), // of the optimiser, the last one
  may: z.array(z.enum(['edit', 'optimise', 'publish', 'unpublish', 'undo', 'redo', 'remove', 'rehearse'])),
  version: version(), // grows with every move
})
export type Plan = z.infer<typeof planShape>

export const newPlanShape = z.object({
  name: words(200).default(''),
  first_day: day(),
  days: z.coerce.number().int().min(1).max(84).default(7),
  zone: zoneName().optional(), // of the settings
  interval_min: z.union([z.literal(15), z.literal(30)]).default(15),
  teams: z.array(team()).max(100).default([]),
  people: z.array(person()).max(500).default([]),
})
export type NewPlan = z.infer<typeof newPlanShape>

// A row of the grid.
export const boardPersonShape = named.extend({
  teams: z.array(team()),
  skills: z.record(z.string(), z.number()), // level by skill id
  site: z.string().nullable(),
  contract_min: z.number().int(), // a week by contract
  planned_min: z.array(z.object({ week: day(), min: z.number().int() })), // worked time planned, of each week of the page
  away: z.array(spanShape), // approved absences and the part of the week they do not work
})
export type BoardPerson = z.infer<typeof boardPersonShape>

export const boardShape = z.object({
  plan: planShape,
  from: instant(), // the first midnight shown
  to: instant(),
  people: z.array(boardPersonShape), // a page of them, by name
  shifts: z.array(plannedShiftShape), // theirs; with the first page also those of nobody
  next: z.string().nullable(),
})
export type Board = z.infer<typeof boardShape>

export const planCoverageShape = z.object({
  interval_min: z.number().int(),
  from: instant(),
  groups: z.array(
    z.object({
      group: z.string(), // '' where there is no forecast: everybody together
      label: z.string(),
      need: z.array(z.number()), // people at work, one number an interval; empty: nothing is known of the need
      present: z.array(z.number()), // people who work then: breaks, lunch, meetings and absences are not work; who serves several groups counts once
    }),
  ),
  // What a move does is counted from these where it is made: the need of groups that nobody of the plan serves, but people counted here do; how many people of
  // each kind are at work (a kind: the groups it serves, by their places in `groups` and then `beside`), and of which kind somebody is.
  beside: z.array(z.array(z.number())),
  kinds: z.array(z.object({ serves: z.array(z.number().int()), present: z.array(z.number()) })),
  kind_of: z.record(z.string(), z.number().int()),
})
export type PlanCoverage = z.infer<typeof planCoverageShape>

const one = z.object({ id: plan() })
const window = { from: day().optional(), days: z.coerce.number().int().min(1).max(28).default(7) }
const path = '/api/v1/plans'
export const listPlans = endpoint({
  method: 'GET', path, permission: 'workforce.read', summary: 'Plans, the latest first; of one day: those that hold it',
  input: z.object({ ...pageInput, day: day().optional() }), output: pageOf(planShape),
}) // prettier-ignore
export const postPlan = endpoint({
  method: 'POST', path, permission: 'workforce.manage', summary: 'Begin a plan: weeks, and whose', input: newPlanShape, output: planShape,
}) // prettier-ignore
export const getPlan = endpoint({
  method: 'GET', path: `${path}/:id`, permission: 'workforce.read', summary: 'One plan', input: one, output: planShape,
}) // prettier-ignore
export const patchPlan = endpoint({
  method: 'PATCH', path: `${path}/:id`, permission: 'workforce.manage', summary: 'Rename a plan, or change whose it is',
  input: one.extend({ version: version(), name: words(200).optional(), teams: z.array(team()).max(100).optional(), people: z.array(person()).max(500).optional() }),
  output: planShape,
}) // prettier-ignore
export const deletePlan = endpoint({
  method: 'DELETE', path: `${path}/:id`, permission: 'workforce.manage', summary: 'Throw a plan away that is not published', input: one, output: nothing,
}) // prettier-ignore
export const getBoard = endpoint({
  method: 'GET', path: `${path}/:id/board`, permission: 'workforce.read', summary: 'The grid: a page of people with their shifts and absences, some days of the plan',
  input: one.extend({ ...window, cursor: z.string().max(400).optional(), limit: z.coerce.number().int().min(1).max(500).default(100), team: team().optional() }),
  output: boardShape,
}) // prettier-ignore
export const getCoverage = endpoint({
  method: 'GET', path: `${path}/:id/coverage`, permission: 'workforce.read', summary: 'Need and people present, an interval a number, some days of the plan',
  input: one.extend(window), output: planCoverageShape,
}) // prettier-ignore
export const getTroubles = endpoint({
  method: 'GET', path: `${path}/:id/troubles`, permission: 'workforce.read', summary: 'Everything in the plan that law, contracts, skills or wishes say something against, hard ones first',
  input: one, output: z.object({ items: z.array(troubleSaidShape), more: z.boolean() }),
}) // prettier-ignore
export const postCopy = endpoint({
  method: 'POST', path: `${path}/:id/copies`, permission: 'workforce.manage', summary: 'Copy days with their shifts to other days of the plan, as one move; who works then already keeps what they have',
  input: one.extend({ from: day(), days: z.coerce.number().int().min(1).max(28).default(7), to: day(), from_plan: plan().optional(), people: z.array(person()).max(500).optional() }),
  output: z.object({ copied: z.number().int(), left_out: z.number().int(), move: z.uuid().nullable(), plan: planShape }),
}) // prettier-ignore
export const postPlanRehearsal = endpoint({
  method: 'POST', path: `${path}/:id/rehearsal`, permission: 'rehearsal.run', summary: 'Rehearse a day of the plan on the traffic of a day that was',
  input: one.extend({ day: day(), traffic_day: day().optional() }), output: z.object({ run: z.uuid() }),
}) // prettier-ignore
export const planEndpoints = [
  listPlans,
  postPlan,
  getPlan,
  patchPlan,
  deletePlan,
  getBoard,
  getCoverage,
  getTroubles,
  postCopy,
  postPlanRehearsal,
]
