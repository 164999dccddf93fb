// A set-up is one document. Whoever writes a fifth writes one more of these: `GET /api/v1/setup-format` gives its JSON Schema.
// Everything is named by a key of its own within its kind; keys are how one part speaks of another, and how a later edition is recognised.
import { z } from 'zod'
import { fieldKinds, fieldSubjects, optionColours, remindWays, columnNames } from '#fields/contract'

const KEY = /^[a-z][a-z0-9_]{0,39}$/
export const key = () => z.string().regex(KEY, 'must be a key such as first_answer')
const said = (most: number) => z.object({ fr: z.string().trim().min(1).max(most), en: z.string().trim().min(1).max(most) })
const minutes = () => z.number().int().min(1).max(527_040) // of working time; a year at most
const priorities = ['low', 'normal', 'high', 'urgent'] as const

const reason = z.object({ key: key(), name: said(120) })
const team = z.object({ key: key(), name: said(120), about: said(300) })
const field = z.object({
  key: key(),
  subject: z.enum(fieldSubjects),
  kind: z.enum(fieldKinds),
  name: said(120),
  help: said(500).optional(),
  group: said(120).optional(),
  options: z.array(z.object({ key: key(), name: said(120), colour: z.enum(optionColours).default('neutral') })).max(100).default([]),
  currency: z.string().regex(/^[A-Z]{3}$/).optional(),
  required_at_closing: z.boolean().default(false),
  reasons: z.array(key()).max(30).default([]), // asked for cases of these only
  remind: z.object({ working_days: z.number().int().min(0).max(250), way: z.enum(remindWays), what: said(200) }).optional(),
}) // prettier-ignore
const template = z.object({ key: key(), name: said(120), html: said(20_000) })
// A holding message: we have not forgotten you. {name} {subject} {waits} {when} stand for what the case says.
const holding = z.object({ tone: z.enum(['formal', 'simple']), length: z.enum(['mail', 'chat', 'sms']), text: said(4_000) })

const targets = z.object({
  first_answer: minutes().nullable(),
  next_answer: minutes().nullable(),
  resolution: minutes().nullable(),
})
const causes = ['first_answer', 'next_answer', 'resolution', 'silence', 'stagnation'] as const
const step = z.object({
  of: z.array(z.enum(causes)).min(1),
  when: z.union([z.object({ percent: z.number().int().min(1).max(99) }), z.object({ after_minutes: z.number().int().min(0).max(527_040) })]),
  whom: z.enum(['owner', 'stand_in', 'team_manager', 'floor_manager', 'director']),
  does: z.array(z.enum(['tell', 'raise_priority', 'name_handler'])).min(1),
}) // prettier-ignore
const level = z.object({
  key: key(),
  name: said(120),
  reasons: z.array(key()).min(1).max(30).optional(), // for cases of these only
  priorities: z.array(z.enum(priorities)).min(1).optional(),
  by_contract: z.boolean().default(false), // for customers whose contract carries it
  hours: z.enum(['door', 'always']).default('door'),
  targets: z.object({ normal: targets, low: targets.partial().optional(), high: targets.partial().optional(), urgent: targets.partial().optional() }),
  pauses: z.array(z.enum(['resolution', 'stagnation'])).default(['resolution', 'stagnation']),
  warn_percent: z.number().int().min(1).max(99).nullable().default(75),
  silence_minutes: minutes().nullable().default(null),
  stagnation_minutes: minutes().nullable().default(null),
  ladder: z.array(step).max(12).default([]),
}) // prettier-ignore

const procedure = z.object({
  key: key(),
  name: said(120),
  about: said(1_000),
  reason: key().optional(), // begun by itself when a case of this reason opens
  checklist: z.array(said(300)).max(50).default([]), // of the case itself
  steps: z
    .array(
      z.object({
        key: key(),
        title: said(200),
        text: said(4_000).optional(),
        asked: z.union([z.object({ team: key() }), z.literal('owner')]), // owner: whoever answers for the case
        minutes: minutes(), // within which it is answered
        after: z.array(key()).max(30).default([]), // begun once these are accepted
        checklist: z.array(said(300)).max(50).default([]),
        show_first: z.boolean().default(false), // with what the customer wrote first
      }),
    )
    .min(1)
    .max(30),
})

// A condition speaks of a field by its key, and of options by theirs: { field: 'stage', test: 'is', value: ['brief', 'draft'] }.
const condition = z.object({
  field: key(),
  test: z.enum(['is', 'before', 'after', 'contains', 'filled', 'empty']),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(key()), z.null()]).default(null),
})
const view = z.object({
  key: key(),
  name: said(80),
  filter: z.object({
    status: z.enum(['open', 'closed', 'all']).default('open'),
    stands: z.enum(['new', 'waiting_for_us', 'waiting_for_others', 'suspected']).optional(),
    owner: z.enum(['me', 'covered']).optional(),
    handler: z.literal('me').optional(),
    reason: key().optional(),
    priority: z.enum(priorities).optional(),
    clock: z.enum(['late', 'soon']).optional(),
    waits_for: z.literal('task').optional(),
    fields: z.array(condition).max(6).default([]),
  }),
  columns: z.array(z.union([z.enum(columnNames), z.object({ field: key() })])).min(1).max(10),
  sort: z.object({ by: z.union([z.literal('last'), z.object({ field: key() })]), down: z.boolean() }).default({ by: 'last', down: true }),
  in_rail: z.boolean().default(true),
}) // prettier-ignore

export const setupShape = z.object({
  format: z.literal(1),
  id: key(),
  edition: z.number().int().positive(), // counted up when the document changes
  icon: z.enum(['star', 'people', 'globe', 'book', 'cases', 'form', 'calendar', 'company', 'promise', 'chat']).default('star'),
  name: said(80),
  lead: said(200), // for whom, in a sentence
  about: said(1_200), // what one lives in once it is chosen
  reasons: z.array(reason).max(60).default([]),
  teams: z.array(team).max(20).default([]),
  fields: z.array(field).max(100).default([]),
  templates: z.array(template).max(60).default([]),
  holding: z.array(holding).max(6).default([]),
  levels: z.array(level).max(20).default([]),
  procedures: z.array(procedure).max(30).default([]),
  views: z.array(view).max(20).default([]),
}) // prettier-ignore
export type SetupDocument = z.output<typeof setupShape>
export type SetupSource = z.input<typeof setupShape>
