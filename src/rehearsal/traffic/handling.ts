// How long contacts took. Routing measures it; of a chat nobody routed it is from the one who took it to the last that was said. Of mail and tasks
// nobody sees the work, only the answers: between two acts of the same person, and not longer than it had been there, lies at most one piece of
// work, so that the gap is an upper bound, and what exceeds half an hour is taken for something else.
import type { Assume, Origin } from '../contract.ts'
import { byChannel, countOf, isInstant, type Contacts } from './contacts.ts'

export const LONGEST_GAP_S = 1_800

/** Where nothing was seen. Ours, and said to be: a letter takes twelve minutes until somebody says otherwise. */
const assumed: Readonly<Record<string, number>> = {
  phone: 300, video: 420, visit: 600, chat: 600, sms: 180, social: 240, call_back: 300, email: 360, form: 360, letter: 720, task: 900,
} // prettier-ignore
export const assumedHandling = (channel: string): number => assumed[channel] ?? 300

export type Durations = { values_s: number[]; n: number; mean_s: number; origin: Origin }
export type Handling = { of_contact: Float64Array; by_channel: Map<string, Durations> } // NaN: to be drawn from its channel's

/** Handling times contact by contact where known, in seconds, and by channel. What was given counts for the whole channel, whatever was seen. */
export function handlingOf(contacts: Contacts, assume: Assume): Handling {
  const of_contact = new Float64Array(countOf(contacts)).fill(NaN)
  const gaps = [...byChannel(contacts).keys()].every(isInstant) ? [] : gapsBefore(contacts) // of calls and chats the work itself was seen
  const by_channel = new Map<string, Durations>()
  for (const [channel, places] of byChannel(contacts)) {
    const given = (assume[channel] ?? assume['*'])?.handling_s
    if (given !== undefined) {
      by_channel.set(channel, { values_s: [], n: 0, mean_s: given, origin: 'given' })
      continue
    }
    const instant = isInstant(channel)
    let derived = 0
    for (const i of places) {
      const measured = measuredHandling(contacts, i, instant)
      of_contact[i] = measured >= 0 ? measured : derivedHandling(contacts, i, gaps[i] ?? NaN)
      if (!(measured >= 0) && of_contact[i] >= 0) derived += 1
    }
    by_channel.set(
      channel,
      durations(
        channel,
        places.map((i) => of_contact[i] ?? NaN),
        derived,
      ),
    )
  }
  return { of_contact, by_channel }
}

function measuredHandling({ handling_s, ended_ms, taken_ms }: Contacts, i: number, instant: boolean): number {
  const routed = handling_s[i] ?? NaN
  return routed >= 0 || !instant ? routed : ((ended_ms[i] ?? NaN) - (taken_ms[i] ?? NaN)) / 1_000
}

function derivedHandling({ ended_ms, arrived_ms }: Contacts, i: number, gap_s: number): number {
  const there_s = ((ended_ms[i] ?? NaN) - (arrived_ms[i] ?? NaN)) / 1_000
  return gap_s <= LONGEST_GAP_S ? Math.min(gap_s, there_s) : NaN
}

/** Seconds since the same person's act before, of everything that was ended by somebody; NaN for their first. */
function gapsBefore({ taken_by, ended_ms }: Contacts): Float64Array {
  const gaps = new Float64Array(ended_ms.length).fill(NaN)
  const at = (i: number): number => ended_ms[i] ?? NaN
  const ended = Array.from(ended_ms.keys()).filter((i) => (taken_by[i] ?? -1) >= 0 && at(i) >= 0)
  const last = new Map<number, number>()
  for (const i of ended.sort((a, b) => at(a) - at(b))) {
    const person = taken_by[i] ?? -1
    const before = last.get(person)
    if (before !== undefined) gaps[i] = (at(i) - before) / 1_000
    last.set(person, at(i))
  }
  return gaps
}

function durations(channel: string, seen: readonly number[], derived: number): Durations {
  const values = seen.filter((value) => value >= 0)
  if (values.length === 0) return { values_s: [], n: 0, mean_s: assumedHandling(channel), origin: 'assumed' }
  const mean_s = values.reduce((sum, value) => sum + value, 0) / values.length
  return { values_s: quantiles(values), n: values.length, mean_s, origin: derived * 2 > values.length ? 'derived' : 'measured' }
}

const MOST_VALUES = 1_000
/** At most a thousand values that stand for all: evenly spaced quantiles. */
export function quantiles(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  if (sorted.length <= MOST_VALUES) return sorted
  return Array.from({ length: MOST_VALUES }, (_, i) => sorted[Math.floor(((i + 0.5) / MOST_VALUES) * sorted.length)] ?? 0)
}
