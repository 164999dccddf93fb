// What is aimed at, per queue and channel. One document a version; what it does not speak of is staffed by the aim of the queue in the rules.
import { z } from 'zod'
import { endpoint, instant, nothing, pageInput, pageOf, rowVersion } from '#base/contract'
import { chatsShape } from './load.ts'
import { learntPartShape, shrinkageShape } from './shrinkage.ts'
import { targetShape } from './target.ts'

const MOST_STREAMS = 600
const seconds = (most: number) => z.number().gt(0).max(most)
const orNull = <T extends z.ZodType>(of: T, says: string) => of.nullable().default(null).describe(says)

export const streamAimShape = z.strictObject({
  queue: z.string().max(120).describe('Key of a queue of the rules; empty where there are none.'),
  channel: z.string().min(1).max(60).describe('phone, chat, visit, email …'),
  targets: z.array(targetShape).max(8).default([]).describe('What must hold, all of it. Empty: the aim of the queue in the rules. For work that can wait, only its due date counts.'),
  due_within_s: orNull(seconds(31_622_400), 'For work that can wait: done so many seconds after it came, counted while somebody may be at work; a day of 86,400 s is one open day. null: as the rules say.'),
  fewest: z.number().int().min(0).max(5_000).default(0).describe('At least so many people while the queue is open, however little comes.'),
  handling_s: orNull(seconds(1e6), 'Seconds of work a contact takes, instead of what was forecast. null: as forecast.'),
  patience_s: orNull(z.union([z.literal('never'), seconds(1e7)]), 'Mean seconds people wait before they give up, instead of what was measured. null: as measured.'),
  chats: orNull(chatsShape, 'How many one person serves at once, and how much slower each then is. null: as many as the rules say, the time shared evenly.'),
  lines: orNull(z.number().int().min(1).max(1_000_000), 'Places in all, those being served included: more are turned away. null: no bound.'),
}) // prettier-ignore
export type StreamAim = z.infer<typeof streamAimShape>

export const targetsDocumentShape = z.strictObject({
  streams: z.array(streamAimShape).max(MOST_STREAMS).default([]).describe('What is aimed at, per queue and channel.'),
  occupancy_most: z
    .number()
    .min(0.3)
    .max(1)
    .default(0.9)
    .describe('For people’s sake: at most so much of their time is busy, on average of an interval. Work that can wait fills them no further either.'),
  shrinkage: z.array(shrinkageShape).max(200).default([]).describe('The share of paid time that is lost, by queue or site, in named parts.'),
}) // prettier-ignore
export type TargetsDocument = z.infer<typeof targetsDocumentShape>

const person = z.object({ id: z.string(), name: z.string() })
export const targetsVersionShape = z.object({
  number: z.number().int(), // 1, 2, 3 …
  note: z.string(), // what was changed, in the words of whoever did
  made_at: instant(),
  made_by: person,
  document: targetsDocumentShape,
})
export type TargetsVersion = z.infer<typeof targetsVersionShape>

// What serves for a stream, and where it was said.
export const effectiveAimShape = z.object({
  stream: z.string(), // `queue|channel`
  queue: z.string(),
  channel: z.string(),
  label: z.string(), // of the queue
  deferred: z.boolean(), // can wait until it is due
  said: z.enum(['targets', 'rules', 'usual']), // in the targets, in the rules, or by nobody
  targets: z.array(targetShape),
  due_within_s: z.number(),
  fewest: z.number().int(),
  handling_s: z.number().nullable(),
  patience_s: z.union([z.literal('never'), z.number()]).nullable(),
  chats: chatsShape.nullable(), // null: one at a time
  lines: z.number().int().nullable(),
})
export type EffectiveAim = z.infer<typeof effectiveAimShape>

const version = { version: rowVersion() }
export const targetsInForceShape = z.object({
  ...version, // the number in force; 0: nobody has set any
  current: targetsVersionShape.nullable(),
  aims: z.array(effectiveAimShape), // of every stream that is forecast or that the targets speak of
  sites: z.array(z.object({ key: z.string(), name: z.string() })),
  learnt: z.array(learntPartShape), // shrinkage as it really was lately
})
export type TargetsInForce = z.infer<typeof targetsInForceShape>

const path = '/api/v1/staffing/targets'
export const getTargets = endpoint({
  method: 'GET', path, permission: 'workforce.read', summary: 'What is aimed at per queue and channel, shrinkage, and what was learnt of it',
  input: nothing, output: targetsInForceShape,
}) // prettier-ignore
export const putTargets = endpoint({
  method: 'PUT', path, permission: 'workforce.manage', summary: 'Change the targets: makes a new version, in force at once',
  input: z.object({ ...version, note: z.string().trim().max(300).default(''), document: targetsDocumentShape }), output: targetsInForceShape,
}) // prettier-ignore
export const listTargets = endpoint({
  method: 'GET', path: `${path}/versions`, permission: 'workforce.read', summary: 'The versions of the targets, the newest first',
  input: z.object({ ...pageInput, cursor: rowVersion().positive().optional() }), output: pageOf(targetsVersionShape),
}) // prettier-ignore
