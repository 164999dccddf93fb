// Where it pinches: interval by interval how many people the own queues need and have, and the stretches that are worst.
import { levelOf, together, type Crowd } from '../level.ts'
import { peopleOn, type QueueNow, type Situation, type StreamNow } from '../situation.ts'

export type Pressure = {
  at: number[] // beginnings of the intervals, from now on
  people: number[]
  need: number[] // whole people at work for the target
  level: (number | null)[]
  pinch: { from: number; to: number } | null // null: it holds everywhere
}

const MOST_MORE = 60
const MOST_PINCHES = 3

/** Of the group's queues that cannot wait; of another queue where its key is given. */
export function pressureOn(situation: Situation, key?: string): Pressure {
  const queues = situation.queues.filter((queue) => (key === undefined ? queue.own : queue.key === key) && !queue.deferred)
  const keys = new Set(queues.map((queue) => queue.key))
  const people = peopleOn(situation, keys)
  const streams = situation.streams.filter(({ queue }) => keys.has(queue))
  const [first] = queues
  const each = people.map((n, at) => needOf(crowdAt(streams, at, situation), n, first))
  const at = people.map((_, n) => situation.now + n * situation.interval_ms)
  const need = each.map((of) => of.need)
  return { at, people, need, level: each.map(({ level }) => level), pinch: pinchesOf({ at, people, need }, situation)[0] ?? null }
} // prettier-ignore

/** The same, once for each of the stretches that lack most, the worst first: what can do nothing about lunchtime may do something about the evening. */
export function pressuresOn(situation: Situation): Pressure[] {
  const pressure = pressureOn(situation)
  const pinches = pinchesOf(pressure, situation)
  return pinches.length === 0 ? [pressure] : pinches.slice(0, MOST_PINCHES).map((pinch) => ({ ...pressure, pinch }))
}

function crowdAt(streams: readonly StreamNow[], at: number, { interval_ms }: Situation): Crowd | null {
  const interval_s = interval_ms / 1_000
  return together(
    streams.map(({ coming, waiting, handling_s, patience_s, at_once, speeds }) => ({
      arrivals: (coming[at] ?? 0) + (at === 0 ? waiting : 0), interval_s, handling_s, patience_s, at_once, ...(speeds && { speeds }),
    })),
  ) // prettier-ignore
}

function needOf(crowd: Crowd | null, people: number, queue: QueueNow | undefined): { level: number | null; need: number } {
  if (!crowd || !queue) return { level: null, need: 0 }
  const reached = (n: number): number => levelOf(crowd, n, queue).level ?? 1
  const erlangs = (crowd.arrivals * crowd.handling_s) / crowd.interval_s
  let need = Math.max(1, Math.floor(erlangs * 0.8))
  while (need > 1 && reached(need - 1) >= queue.target) need--
  for (let more = 0; more < MOST_MORE && reached(need) < queue.target; more++) need++
  return { level: reached(people), need }
}

type Line = Pick<Pressure, 'at' | 'people' | 'need'>

type Pinch = { from: number; to: number }

// The runs of short intervals, those that lack most people in all first; two that are one interval apart are one.
function pinchesOf({ at, people, need }: Line, { interval_ms, until }: Situation): Pinch[] {
  const runs: { from: number; to: number; lack: number }[] = []
  for (const [place, n] of people.entries()) {
    const lack = need[place]! - n
    const last = runs.at(-1)
    if (lack < 0.5) continue
    if (last && place - last.to <= 1) Object.assign(last, { to: place + 1, lack: last.lack + lack })
    else runs.push({ from: place, to: place + 1, lack })
  }
  return runs
    .toSorted((a, b) => b.lack - a.lack)
    .map(({ from, to }) => ({ from: at[from]!, to: Math.min(until, at[to - 1]! + interval_ms) }))
}

/** How many people there are to spare in an interval, on the queues of a pressure; below 0: too few. */
export const spareAt = ({ at, people, need }: Pressure, moment: number): number => {
  const place = at.findLastIndex((begins) => begins <= moment)
  return place < 0 ? 0 : people[place]! - need[place]!
}
