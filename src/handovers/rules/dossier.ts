// What a brief is written from: plain facts of one case, as the rooms below tell them. No I/O.
export type Language = 'fr' | 'en'

export type SaidMessage = {
  id: string
  direction: 'in' | 'out'
  at: Temporal.Instant
  who: string // the customer's name, or ours; '' when nobody said it
  words: string // what was newly written, without quotes of older mails
  language: string | null
  arrived: 'well' | 'failed' | 'uncertain' // of ours: whether it reached the customer
}
export type OwedPromise = { id: string; what: string; due_at: Temporal.Instant; made_by: string; broken: boolean }
export type OpenTask = {
  id: string
  what: string
  waits_for: string
  due_at: Temporal.Instant | null
  late: boolean
  answered: boolean
}
export type Deadline = { id: string; fr: string; en: string; due_at: Temporal.Instant; breached: boolean }
export type Change = { at: Temporal.Instant; from: string; to: string }

export type Dossier = {
  subject: string
  customer: string // '' when nobody knows who writes
  opened_at: Temporal.Instant
  closed_at: Temporal.Instant | null
  last_in_at: Temporal.Instant | null
  last_out_at: Temporal.Instant | null
  reopened: number // how many times
  messages: readonly SaidMessage[] // the oldest first, real messages only
  left_out: number // older ones that were not read
  owners: readonly Change[]
  promises: readonly OwedPromise[] // owed, the first due first
  tasks: readonly OpenTask[]
  deadlines: readonly Deadline[]
}
export type Telling = { language: Language; zone: string; now: Temporal.Instant }
