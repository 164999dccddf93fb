// What one person more does to those who wait: the steps by which breaks are placed. In each quarter of an hour as many are late as by Erlang A
// (chats: several at once, by processor sharing), taken as if it lasted (the stationary, independent period by period approximation: Green, Kolesar and Soares, Operations Research 49, 2001); a quarter without its
// people counts first, in whole orders above, the dearer the more are missing at once. Of the curve the lower hull is taken, since people are moved one at a time along convex steps.
import { fatesWithin, settle, sharedEndsPerS } from '#queueing/engine'
import type { Stream, Traffic } from '../contract/schedule-ask.ts'
import { coverCost } from '../engine/cost.ts'
import { SLOT_MIN } from '../engine/grid.ts'
import type { Problem } from '../engine/problem.ts'
import type { Rota } from '../engine/rota.ts'

const MISSING = 2_500 // of one person in a quarter of an hour: more than one person ever answers in it
const USUAL_PATIENCE_S = 3_600
const AROUND = { share: 0.15, least: 5 } // so far from how many there are the curve is reckoned; beyond it goes on straight

/** The problem in which breaks are worth what they leave to those who wait; null where nobody is said to come, or it is too large to be reckoned. */
export function byLevel({ problem, supply }: Rota): Problem | null {
  const { ask, grid, needs, people } = problem
  const size = ask.needs.filter(({ traffic }) => traffic).length * grid.slots * (people.length + 1)
  if (size === 0 || size > MOST_STEPS) return null
  const rows: number[] = []
  const known = new Map<string, number>()
  const stepAt = new Int32Array(needs.length * grid.room)
  for (const [n, slots] of needs.entries())
    for (let slot = 0; slot < grid.room; slot++) {
      const here = supply.level[n * grid.room + slot]!
      const asked = { need: slots[slot] ?? 0, contacts: slot < grid.slots ? contactsIn(problem, n, slot) : [], here }
      const { traffic, weight } = ask.needs[n]!
      const some = asked.contacts.some((come) => come > 0)
      const key = some ? `${n} ${asked.need} ${asked.contacts.join('+')} ${here}` : `${asked.need} ${weight}`
      if (!known.has(key)) {
        known.set(key, rows.length)
        const late = traffic && some ? lateSteps(traffic, asked, people.length) : null
        for (let there = 0; there <= people.length; there++)
          rows.push(missingStep(asked.need, there) * weight + (late?.[there] ?? SLIGHT * coverStep(asked.need, there)))
      }
      stepAt[n * grid.room + slot] = known.get(key)! // just put
    }
  return { ...problem, step: Float64Array.from(rows), stepAt }
}

const MOST_STEPS = 12_000_000
const SLIGHT = 0.01

const missingStep = (need: number, there: number): number =>
  4 * MISSING * (coverCost(need, there + 1, { short: 1, over: 0 }) - coverCost(need, there, { short: 1, over: 0 }))
const coverStep = (need: number, there: number): number =>
  coverCost(need, there + 1, { short: 0, over: 1 }) - coverCost(need, there, { short: 0, over: 1 })

export const streamsOf = (traffic: Traffic): readonly Stream[] => [traffic, ...traffic.also]

/** Contacts of a need in a quarter of an hour, of each of its streams. */
export function contactsIn({ ask, needs }: Pick<Problem, 'ask' | 'needs'>, need: number, slot: number): number[] {
  const { traffic } = ask.needs[need]!
  if (!traffic || slot >= needs[need]!.length) return []
  const each = ask.interval_min / SLOT_MIN
  return streamsOf(traffic).map(({ contacts }) => (contacts[Math.floor(slot / each)] ?? 0) / each)
}

type Asked = { contacts: readonly number[]; here: number }

/** By how much fewer are late with one person more: steps that never rise in size. */
function lateSteps(traffic: Traffic, { contacts, here }: Asked, most: number): Float64Array {
  const reach = Math.max(AROUND.least, Math.ceil(AROUND.share * here))
  const [low, high] = [Math.max(0, here - reach), Math.min(most, here + reach)]
  const late = Array.from({ length: high - low + 1 }, (_, i) => lateAmong(traffic, contacts, low + i))
  const hull = hullOf(late)
  const steps = new Float64Array(most + 1)
  for (let there = 0; there < most; there++) steps[there] = there < low ? (hull[0] ?? 0) : there >= high ? 0 : hull[there - low]!
  return steps
}

/**
 * Contacts of all streams of a need that are not answered in time. Where people serve several, each stream has the share of them that its work takes: less than
 * they do by helping each other out, but it falls alike, and places breaks only; how they are served together is played (`play-plan`).
 */
export function lateAmong(traffic: Traffic, contacts: readonly number[], planned: number): number {
  const streams = streamsOf(traffic)
  const work = streams.map((stream, s) => (contacts[s] ?? 0) * seatOf(stream))
  const all = work.reduce((a, b) => a + b, 0)
  if (all <= 0) return 0
  return streams.reduce((sum, stream, s) => sum + lateWith({ ...stream, present: traffic.present }, contacts[s] ?? 0, planned * (work[s]! / all)), 0) // prettier-ignore
}

// How long one contact takes up a whole person, who serves as many at once as may be.
const seatOf = ({ handling_s, at_once, speeds }: Stream): number =>
  handling_s / (at_once * (speeds?.[Math.min(at_once, speeds.length) - 1] ?? 1 / at_once))

/** Contacts of a quarter of an hour that are not answered in time. A part of a person is the mean of one fewer and one more. */
export function lateWith(traffic: Stream & Pick<Traffic, 'present'>, contacts: number, planned: number): number {
  if (contacts <= 0) return 0
  const seated = planned * traffic.present
  const whole = Math.floor(seated)
  const late = (servers: number): number => {
    if (servers === 0) return contacts
    const { handling_s: work_s, at_once, speeds, patience_s = USUAL_PATIENCE_S, within_s } = traffic
    const endsPerS = (served: number): number => sharedEndsPerS({ work_s, at_once, ...(speeds && { speeds }) }, servers, served)
    const room = { arrivals_per_s: contacts / (SLOT_MIN * 60), slots: servers * at_once, endsPerS, patience_s }
    return contacts * (1 - fatesWithin(settle(room), within_s).answered)
  } // prettier-ignore
  return late(whole) + (seated === whole ? 0 : (seated - whole) * (late(whole + 1) - late(whole)))
}

// Steps of the lower convex hull of a falling curve (pool adjacent violators: Ayer et al., Annals of Mathematical Statistics 26, 1955).
function hullOf(values: readonly number[]): number[] {
  const pools: { sum: number; count: number }[] = []
  for (let i = 1; i < values.length; i++) {
    let pool = { sum: Math.min(0, values[i]! - values[i - 1]!), count: 1 }
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pools.pop()
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count }
    }
    pools.push(pool)
  }
  return pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
}
