// What choosing a set-up would change, shown before it does, and which one the house lives in.
import { z } from 'zod'
import { endpoint, event, instant, nothing } from '#base/contract'
import { setupShape } from './document.ts'

export const itemKinds = ['reason', 'team', 'field', 'template', 'holding', 'level', 'procedure', 'view'] as const
export type ItemKind = (typeof itemKinds)[number]

// add: made anew · change: its words or settings follow the new edition · keep: as it is · retire: asked or offered no longer, nothing is lost
export const deeds = ['add', 'change', 'keep', 'retire'] as const
export type Deed = (typeof deeds)[number]
// same: as the set-up says · edited: somebody changed it by hand, so it stays theirs · yours: it was there before, under that name ·
// taken_away: somebody took it away, so it stays away · rests: something rests on it, so it stays
export const whys = ['new', 'newer', 'same', 'edited', 'yours', 'taken_away', 'rests', 'gone'] as const
export type Why = (typeof whys)[number]
export const planStepShape = z.object({
  deed: z.enum(deeds),
  why: z.enum(whys),
  kind: z.enum(itemKinds),
  key: z.string(),
  name: z.string(),
})
export type PlanStep = z.infer<typeof planStepShape>

const said = z.object({ fr: z.string(), en: z.string() })
const language = z.enum(['fr', 'en'])
const counts = z.record(z.enum(itemKinds), z.number().int())
export const listedSetupShape = z.object({
  id: z.string(),
  edition: z.number().int(),
  icon: z.string(),
  name: said,
  lead: said,
  about: said,
  counts,
  ours: z.boolean(), // brought by this house from a file
})
export type ListedSetup = z.infer<typeof listedSetupShape>

export const chosenShape = z.object({
  setup: listedSetupShape.nullable(), // null: nothing chosen, or nothing any more
  asked: z.boolean(), // the question was answered, be it with "nothing yet"
  language: language.nullable(),
  edition: z.number().int().nullable(), // as applied; the set-up's own may be newer by now
  at: instant().nullable(),
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
  items: z.array(
    z.object({
      kind: z.enum(itemKinds),
      key: z.string(),
      name: z.string(),
      edited: z.boolean(),
      gone: z.boolean(),
      yours: z.boolean(),
    }),
  ),
})
export type Chosen = z.infer<typeof chosenShape>
export const planShape = z.object({ setup: z.string().nullable(), language, steps: z.array(planStepShape), mark: z.string() }) // mark: of what was shown
export type Plan = z.infer<typeof planShape>

const wish = { setup: z.string().max(40).nullable(), language: language.optional() } // null: nothing yet, or nothing any more
export const listSetups = endpoint({
  method: 'GET', path: '/api/v1/setups', permission: 'setup.manage', summary: 'The set-ups there are to choose from', input: nothing,
  output: z.object({ items: z.array(listedSetupShape) }),
}) // prettier-ignore
export const getSetupDocument = endpoint({
  method: 'GET', path: '/api/v1/setups/:id', permission: 'setup.manage', summary: 'A set-up whole, as a file one can change and bring back',
  input: z.object({ id: z.string().max(40) }), output: setupShape,
}) // prettier-ignore
export const postSetupDocument = endpoint({
  method: 'POST', path: '/api/v1/setups', permission: 'setup.manage', summary: 'Bring a set-up of one’s own, or a newer edition of it', input: z.object({ document: setupShape }),
  output: listedSetupShape,
}) // prettier-ignore
export const getSetupFormat = endpoint({
  method: 'GET', path: '/api/v1/setup-format', permission: 'signed-in', summary: 'The JSON Schema of a set-up', input: nothing, output: z.record(z.string(), z.unknown()),
}) // prettier-ignore
export const getChosen = endpoint({
  method: 'GET', path: '/api/v1/setup', permission: 'setup.manage', summary: 'Which set-up the house lives in, and what was made of it', input: nothing, output: chosenShape,
}) // prettier-ignore
export const getPlan = endpoint({
  method: 'GET', path: '/api/v1/setup-plan', permission: 'setup.manage', summary: 'What choosing a set-up would add, change, keep and retire',
  input: z.object({ setup: z.string().max(40).optional(), language: language.optional() }), output: planShape, // without a set-up: what leaving the present one would
}) // prettier-ignore
export const postSetup = endpoint({
  method: 'POST', path: '/api/v1/setup', permission: 'setup.manage', summary: 'Choose a set-up, change to another, or to nothing; the same again changes nothing',
  input: z.object({ ...wish, mark: z.string().max(100).optional() }), // with the mark of a plan: refused when it would do something else by now
  output: z.object({ setup: z.string().nullable(), steps: z.array(planStepShape) }),
}) // prettier-ignore

export const setupChosen = event('setup.chosen', z.object({ setup: z.string().nullable(), edition: z.number().int().nullable() }))
