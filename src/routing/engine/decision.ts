// What the engine decides, in columns that are reused from step to step (`state.decided`): no object is made where nobody reads one.
import type { Receipt } from './receipt.ts'

/** Codes of `Decided.kind`. */
export const OFFER = 1 // item, agent, queue, until: an agent is asked (several, one decision each, where all ring)
export const GIVE = 2 // item, agent, queue: accepted for them at once
export const WITHDRAW = 3 // item, agent, why: an offer is over
export const MOVE = 4 // item, queue (the new one), why
export const REFUSE = 5 // item, queue, why: the item is out of the engine
export const CALL_BACK = 6 // item, queue, why: offer a call-back; `closed` and `full`: the item is out, `waited`: it goes on waiting
export const WIDEN = 7 // item, queue, stage: more people are asked, or less is asked of them
export const TO_POOL = 8 // item, queue: not only its persons are asked any more
export const PUT_ASIDE = 9 // item, agent: interrupted by something else in hand
export const RESUME = 10 // item, agent: nothing interrupts it any more
export const WRAPPED = 11 // item, agent: the wrap-up ran out; the item is out of the engine
export const PAUSE = 12 // agent: paused after lapses in a row
export const NOTHING = 13 // agent: asked for the next, there is none
export const IGNORED = 14 // item, agent, why: it came too late, or never was

export const whys = ['none', 'accepted_by_other', 'left', 'lapsed', 'declined', 'agent_gone', 'taken', 'moved', 'finished', 'waited', 'closed', 'full', 'closing', 'not_there', 'not_offered'] as const // prettier-ignore
export type Why = (typeof whys)[number]

export type Decided = {
  count: number
  kind: Uint8Array
  item: Int32Array
  agent: Int32Array
  queue: Int32Array
  stage: Int32Array
  until: Float64Array // seconds; Infinity: none
  why: Uint8Array // position in `whys`
  receipt: (Receipt | undefined)[] // of offers and gifts, where receipts are asked for
}

/** The same as objects, for whoever would rather read than hurry. */
export type Decision =
  | { kind: 'offer'; item: number; agent: number; queue: number; until: number; receipt?: Receipt | undefined }
  | { kind: 'give'; item: number; agent: number; queue: number; receipt?: Receipt | undefined }
  | { kind: 'withdraw'; item: number; agent: number; why: Why }
  | { kind: 'move'; item: number; queue: number; why: Why }
  | { kind: 'refuse'; item: number; queue: number; why: Why }
  | { kind: 'call_back'; item: number; queue: number; why: Why }
  | { kind: 'widen'; item: number; queue: number; stage: number }
  | { kind: 'to_pool'; item: number; queue: number }
  | { kind: 'put_aside' | 'resume' | 'wrapped'; item: number; agent: number }
  | { kind: 'pause' | 'nothing'; agent: number }
  | { kind: 'ignored'; item: number; agent: number; why: Why }

export const newDecided = (): Decided => ({
  count: 0,
  kind: new Uint8Array(16),
  item: new Int32Array(16),
  agent: new Int32Array(16),
  queue: new Int32Array(16),
  stage: new Int32Array(16),
  until: new Float64Array(16),
  why: new Uint8Array(16),
  receipt: [],
})
