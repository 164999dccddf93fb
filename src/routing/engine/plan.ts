// The rules as the engine reads them: everything said, every default filled in.
import type { Channel, Elsewhere, Need, PersonWait, Queue, Ring, Rules, Strategy } from './rules.ts'

export type Plan = {
  rules: Rules
  channels: number
  units: Float64Array // by channel
  most: Int32Array
  instant: number // a bit by channel
  matrix: Uint8Array // by channel offered × channel in hand
  interrupts: boolean // whether any channel interrupts another
  ringsOver: Int32Array // by channel: bits of those that may be offered while it rings
  queues: readonly QueuePlan[]
}
export const NOT_WHILE = 0
export const BESIDE = 1
export const INTERRUPTS = 2

export type QueuePlan = {
  push: boolean
  strategy: Strategy
  deferred: boolean
  dueWithin: number
  keepFree: number
  needs: readonly Need[]
  degree: number
  persons: readonly (PersonWait | null)[] // by phase: owner, contact, deputies
  rings: readonly Ring[]
  base: number
  ageing: number // points a second
  perContact: number
  perWaited: number // points a second
  startsOpen: boolean
  closed: Elsewhere
  closesOut: boolean // those who wait when it closes go the way of what arrives
  mostWaiting: number // Infinity: no bound
  full: Elsewhere
  overflowAfter: number // Infinity: never
  overflowTo: number
  longer: readonly { longer_than: number; to: number }[]
  callBackAfter: number
  ringsFor: number
  auto: boolean
  declinedFor: number
  awayAfter: number
  ringMost: number
  wrapUp: number
  lasts: number
}

const MINUTE = 60
const DAY = 86_400

export function planOf(rules: Rules): Plan {
  const channels = rules.channels.length
  if (channels < 1 || channels > 30) throw new RangeError('between 1 and 30 channels')
  const matrix = matrixOf(rules.channels)
  return {
    rules,
    channels,
    units: Float64Array.from(rules.channels, ({ units }) => units),
    most: Int32Array.from(rules.channels, ({ most }) => most),
    instant: rules.channels.reduce((bits, { instant = true }, channel) => (instant ? bits | (1 << channel) : bits), 0),
    matrix,
    interrupts: matrix.includes(INTERRUPTS),
    ringsOver: Int32Array.from(rules.channels, (_, rung) =>
      rules.offers === 'several' ? -1 : interruptersOf(matrix, rung, channels),
    ),
    queues: rules.queues.map(queuePlan),
  }
}

function matrixOf(channels: readonly Channel[]): Uint8Array {
  const codes = { no: NOT_WHILE, beside: BESIDE, interrupts: INTERRUPTS }
  return Uint8Array.from(channels.flatMap(({ while_serving }) => channels.map((_, held) => codes[while_serving[held] ?? 'no'])))
}

function interruptersOf(matrix: Uint8Array, held: number, channels: number): number {
  let bits = 0
  for (let offered = 0; offered < channels; offered++) if (matrix[offered * channels + held] === INTERRUPTS) bits |= 1 << offered
  return bits
}

function queuePlan(queue: Queue): QueuePlan {
  const { persons = {}, rings = [], mode = 'push', strategy = 'longest_idle', needs = [], degree = 0 } = queue
  return {
    push: mode === 'push',
    strategy,
    needs,
    degree,
    persons: [persons.owner ?? null, persons.contact ?? null, persons.deputies ?? null],
    rings,
    ...pointsOf(queue),
    ...paceOf(queue),
    ...entranceOf(queue),
    ...offeringOf(queue),
  }
}

const pointsOf = ({ priority = {} }: Queue) => ({
  base: priority.base ?? 0,
  ageing: (priority.ageing_per_min ?? 1) / MINUTE,
  perContact: priority.per_earlier_contact ?? 0,
  perWaited: (priority.per_min_waited_before ?? 0) / MINUTE,
})

const paceOf = ({ deferred }: Queue) => ({
  deferred: deferred !== undefined,
  dueWithin: deferred?.due_within_s ?? DAY,
  keepFree: deferred?.keep_free ?? 0,
})

function entranceOf(queue: Queue) {
  const { overflow = [], call_back_after_s } = queue
  const after = overflow.flatMap((rule) => ('after_s' in rule ? [rule] : [])).toSorted((a, b) => a.after_s - b.after_s)[0]
  return {
    ...doorsOf(queue),
    overflowAfter: after?.after_s ?? Infinity,
    overflowTo: after?.to ?? -1,
    longer: overflow.flatMap((rule) => ('longer_than' in rule ? [rule] : [])),
    callBackAfter: call_back_after_s ?? Infinity,
  }
}

const WAIT: Elsewhere = { does: 'wait' }
const doorsOf = ({ closed, most_waiting, opens_closed = false }: Queue) => ({
  startsOpen: !opens_closed,
  closed: closed?.arrivals ?? WAIT,
  closesOut: closed?.waiting === 'as_arrivals',
  mostWaiting: most_waiting?.count ?? Infinity,
  full: most_waiting?.otherwise ?? WAIT,
})

const offeringOf = ({ offer = {}, wrap_up_s = 0, lasts_s = 0 }: Queue) => ({
  ringsFor: offer.rings_s ?? 20,
  auto: offer.auto_accept ?? false,
  declinedFor: offer.declined_for_s ?? 60,
  awayAfter: offer.away_after ?? Infinity,
  ringMost: offer.ring_all_most ?? 20,
  wrapUp: wrap_up_s,
  lasts: lasts_s,
})
