// What was read from the journal: how many contacts, from when to when, and for every figure the rehearsal rests on where it comes from and
// how many it rests on. What is missing is said, with what was assumed instead and where to change it. Part of the contract.
import { z } from 'zod'
import { instant } from '#base/contract'

// measured: seen in the journal, contact by contact. estimated: worked out from it (patience, with those who were answered counted as not having
// lost theirs yet). derived: an upper bound from neighbouring facts (the time between two answers of one person). pooled: too few of its own, so
// those of its channel, or of the whole centre. assumed: nothing was seen. given: whoever set the rehearsal up said so.
export const origins = ['measured', 'estimated', 'derived', 'pooled', 'assumed', 'given'] as const
export type Origin = (typeof origins)[number]

// handling_s: from acceptance to the end. wrap_up_s: after it. patience_s: the median of how long they would wait. retrial: the share of those
// who gave up and came again (within `retrial_within_s`). staffed_h: hours somebody was there to be offered something.
export const foundWhats = ['handling_s', 'wrap_up_s', 'patience_s', 'retrial_share', 'staffed_h'] as const
export const foundShape = z.object({
  what: z.enum(foundWhats),
  channel: z.string().nullable(), // null: of all
  queue: z.string().nullable(),
  value: z.number().nullable(), // the mean (patience: the median); null where nobody ever loses patience
  n: z.number().int(), // observations it rests on
  censored: z.number().int().default(0), // of them, those of whom one only knows that it would have been longer
  origin: z.enum(origins),
  fr: z.string(), // a sentence: what it is, where it comes from
  en: z.string(),
})
export type Found = z.infer<typeof foundShape>

// What the centre's journal cannot say. `field` names what to fill in when setting up (`assume.<channel>.<field>`).
export const missingShape = z.object({
  code: z.string(),
  channel: z.string().nullable(),
  assumed: z.number().nullable(),
  field: z.string().nullable(),
  fr: z.string(),
  en: z.string(),
})
export type Missing = z.infer<typeof missingShape>

export const periodShape = z.object({
  from: instant(),
  to: instant(),
  contacts: z.number().int(),
  left_out: z.number().int(), // beyond the bound: the first ones of the period were taken
  by: z.array(
    z.object({ channel: z.string(), contacts: z.number().int(), answered: z.number().int(), abandoned: z.number().int() }),
  ),
  people: z.number().int(),
  staffing: z.enum(['presence', 'acts', 'given']), // who was there: presence said; else from the first to the last act of each day
})
export type Period = z.infer<typeof periodShape>

export const findingsShape = z.object({ period: periodShape, found: z.array(foundShape), missing: z.array(missingShape) })
export type Findings = z.infer<typeof findingsShape>

// The self-check: today's rules on the period's own traffic, held against what really happened. `trust` in words: within the rehearsal's
// own interval or within three points (or a fifth of a wait): good; within ten points (or half): fair; else poor.
export const trusts = ['good', 'fair', 'poor', 'unknown'] as const
export const selfCheckShape = z.object({
  trust: z.enum(trusts),
  figures: z.array(
    z.object({
      what: z.enum(['service_level', 'wait_mean_s', 'wait_p80_s', 'abandoned_share']),
      queue: z.string(), // of today's rules; without rules, the channel
      within_s: z.number().nullable(), // of the service level
      really: z.number().nullable(),
      rehearsed: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      n: z.number().int(), // contacts it rests on
      trust: z.enum(trusts),
    }),
  ),
  fr: z.string(),
  en: z.string(),
})
export type SelfCheck = z.infer<typeof selfCheckShape>
