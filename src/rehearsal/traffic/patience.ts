// How long people would have waited, from those who gave up and those who were answered first, who count as not having lost patience yet
// (queueing). A curve of its own for each door where enough gave up, else its channel's, else everybody's.
import type { Assume, Origin, PatienceLaw } from '../contract.ts'
import { kaplanMeier, patienceAt, type Patience, type Wait } from '#queueing/engine'
import { byChannel, isInstant, nameAt, type Contacts } from './contacts.ts'

const FEWEST_GAVE_UP = 30 // of a door or channel, for a curve of its own: the median of thirty is known to about a third

export type Learnt = {
  law: PatienceLaw
  median_s: number | null // null: more than half never give up, as far as was seen
  n: number
  censored: number
  origin: Origin
}
export type PatienceOf = { channel: Map<string, Learnt>; door: Map<string, Learnt> } // door: 'channel door', only where it has enough of its own

export const doorKey = (channel: string, door: string | null): string => `${channel} ${door ?? ''}`

/** What is known of the patience of whoever waits on an instant channel; work that can be put off has none. */
export function patienceOf(contacts: Contacts, assume: Assume): PatienceOf {
  const learnt: PatienceOf = { channel: new Map(), door: new Map() }
  const instants = [...byChannel(contacts)].filter(([channel]) => isInstant(channel))
  const everybody = madeOnce(() => estimate(instants.flatMap(([, places]) => waitsOf(contacts, places))))
  for (const [channel, places] of instants) {
    const given = (assume[channel] ?? assume['*'])?.patience_s
    if (given !== undefined) learnt.channel.set(channel, givenPatience(given))
    else learnt.channel.set(channel, chosen(estimate(waitsOf(contacts, places)), everybody))
    if (given === undefined) learnDoors(learnt, contacts, { channel, places })
  }
  return learnt
}

function learnDoors(
  learnt: PatienceOf,
  contacts: Contacts,
  { channel, places }: { channel: string; places: readonly number[] },
): void {
  for (const [door, own] of Map.groupBy(places, (i) => nameAt(contacts.names, contacts.door[i] ?? -1))) {
    if (own.filter((i) => (contacts.gone_ms[i] ?? NaN) >= 0).length < FEWEST_GAVE_UP) continue
    const patience = estimate(waitsOf(contacts, own))
    learnt.door.set(doorKey(channel, door), learntFrom(patience, 'estimated'))
  }
}

// Waits are told to the second: a curve of half a million different moments says no more than one of some thousands. Who was taken at once was
// never tried and says nothing.
function waitsOf({ arrived_ms, taken_ms, gone_ms }: Contacts, places: readonly number[]): Wait[] {
  const waits: Wait[] = []
  for (const i of places) {
    const gone = gone_ms[i] ?? NaN
    const waited_s = Math.round(((gone >= 0 ? gone : (taken_ms[i] ?? NaN)) - (arrived_ms[i] ?? NaN)) / 1_000)
    if (waited_s > 0) waits.push({ waited_s, gave_up: gone >= 0 })
  }
  return waits
}

// Where nobody gave up there is no curve, and nothing to sort.
const estimate = (waits: readonly Wait[]): Patience =>
  waits.some(({ gave_up }) => gave_up) ? kaplanMeier(waits) : { steps: [], last_s: 0, n: waits.length, gave_up: 0 }

function chosen(own: Patience, everybody: () => Patience): Learnt {
  if (own.gave_up >= FEWEST_GAVE_UP || everybody().gave_up < FEWEST_GAVE_UP) return learntFrom(own, 'estimated')
  return learntFrom(everybody(), 'pooled')
}

function madeOnce<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

// Nobody gave up: then nobody does, which is all that was seen. Beyond the longest wait seen, those left go on giving up at the rate so far.
function learntFrom(patience: Patience, origin: Origin): Learnt {
  const counted = { n: patience.n, censored: patience.n - patience.gave_up, origin }
  if (patience.gave_up === 0) return { law: 'never', median_s: null, ...counted }
  const median = patienceAt(patience, 0.5)
  return {
    law: {
      law: 'survival',
      at_s: patience.steps.map(({ at_s }) => at_s),
      surviving: patience.steps.map(({ survival }) => survival),
      tail: 'exponential',
    },
    median_s: Number.isFinite(median) ? median : null,
    ...counted,
  }
}

const givenPatience = (mean_s: number): Learnt => ({
  law: mean_s === 0 ? 0 : { law: 'exponential', mean_s },
  median_s: mean_s * Math.LN2,
  n: 0,
  censored: 0,
  origin: 'given',
})
