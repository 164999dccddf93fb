// A holding message: we have not forgotten you, this is what we wait for, and this is when you hear from us again.
import { z } from 'zod'
import { endpoint, id, instant, nothing } from '#base/contract'
import { caseId } from './words.ts'

export const tones = ['formal', 'simple'] as const
export type Tone = (typeof tones)[number]
export const lengths = ['mail', 'chat', 'sms'] as const
export type Length = (typeof lengths)[number]
export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

export const LONGEST_HOLDING = 4_000
// The words a holding message is made of. {name} {subject} {waits} {when} stand for what the case says; a sentence whose value is empty is left out.
export const holdingWordsShape = z.object({
  language: z.enum(languages),
  tone: z.enum(tones),
  length: z.enum(lengths),
  text: z.string().trim().min(1).max(LONGEST_HOLDING),
  ours: z.boolean(), // written by this house; otherwise those it came with
})
export type HoldingWords = z.infer<typeof holdingWordsShape>

export const holdingDraftShape = z.object({
  conversation: id<'conversation'>().nullable(),
  channel: z.string(),
  to: z.string(), // whom it reaches, in a line
  language: z.enum(languages),
  tone: z.enum(tones),
  length: z.enum(lengths),
  limit: z.number().int().nullable(), // characters
  text: z.string(),
  waits_for: z.array(z.string()), // what the case waits for
  next_at: instant(), // when they next hear
  zone: z.string(),
})
export type HoldingDraft = z.infer<typeof holdingDraftShape>
export const getHoldingDraft = endpoint({
  method: 'GET', path: '/api/v1/cases/:case/holding-draft', permission: 'case.reply', summary: 'A holding message for this case in the right style, to be read over',
  input: z.object({ case: caseId(), tone: z.enum(tones).optional(), language: z.enum(languages).optional(), next_at: instant().optional() }), output: holdingDraftShape,
}) // prettier-ignore
export const postHolding = endpoint({
  method: 'POST', path: '/api/v1/cases/:case/holding-messages', permission: 'case.reply',
  summary: 'Send a holding message: the silence ends, no answer clock does; `promise` writes down when they hear from us next',
  input: z.object({
    case: caseId(), conversation: id<'conversation'>().optional(), text: z.string().trim().min(1).max(LONGEST_HOLDING),
    undo_seconds: z.number().min(0).max(60).default(0),
    promise: z.object({ what: z.string().trim().min(1).max(500), at: instant() }).nullable().default(null),
  }),
  output: z.object({ id: id<'interaction'>(), case_id: caseId(), leaves_at: instant(), promise: id<'promise'>().nullable() }),
}) // prettier-ignore
export const listHoldingWords = endpoint({
  method: 'GET', path: '/api/v1/holding-words', permission: 'template.read', summary: 'What holding messages say, in each language, tone and length', input: nothing,
  output: z.object({ items: z.array(holdingWordsShape) }),
}) // prettier-ignore
export const putHoldingWords = endpoint({
  method: 'PUT', path: '/api/v1/holding-words', permission: 'template.manage', summary: 'Say it in our own words; an empty text brings back those the house came with',
  input: holdingWordsShape.omit({ ours: true }).extend({ text: z.string().trim().max(LONGEST_HOLDING) }), output: holdingWordsShape,
}) // prettier-ignore
