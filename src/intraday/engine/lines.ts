// A group's day as lines: what was forecast, what came and what is to come; people needed, planned and here; the level reached and expected.
import { bandOf, followed, type Again, type StreamDay } from './again.ts'
import type { Coming } from './alert.ts'
import { chanceBelow, levelOf, peopleFor, together, tonight, type Aim, type Crowd } from './level.ts'

export type GroupDay = {
  from: number
  interval_ms: number
  count: number // intervals of the day
  now: number
  counted_at: number // what came is known until then
  streams: readonly StreamDay[]
  aim: (Aim & { share: number }) | null // null: all of it can wait
  need: readonly (number | null)[] // null where nothing was forecast
  planned: readonly number[]
  here: readonly number[] // past: really; to come: expected
  here_left: number // expected over what is left of the interval under way
  so_far: { kept: number; of: number }
  reached: readonly (number | null)[] // level of who came in each interval that has begun
}

export type DayLines = {
  forecast: { mean: (number | null)[]; p10: (number | null)[]; p90: (number | null)[] } // null where no forecast was in force
  arrived: (number | null)[]
  again: { mean: (number | null)[]; p10: (number | null)[]; p90: (number | null)[] }
  factor: Again['factor']
  need: (number | null)[] // as it was reckoned; to come: by what is expected now
  level: (number | null)[]
  chance_below: (number | null)[]
  occupancy: (number | null)[]
  tonight: { mean: number; low: number; high: number } | null
  coming: Coming[]
}

/** In which intervals a forecast was in force for one of the streams. */
export const toldOf = (streams: readonly Pick<StreamDay, 'told'>[], count: number): boolean[] =>
  Array.from({ length: count }, (_, at) => streams.some(({ told }) => told[at]))

/** What somebody waits for at once; letters, which have their due dates, only where there is nothing else: a sum of both would say nothing of either. */
const drawn = (streams: readonly StreamDay[]): readonly StreamDay[] => {
  const instant = streams.filter(({ deferred }) => !deferred)
  return instant.length > 0 ? instant : streams
}

/** Pure. All lines are as long as the day has intervals. */
export function linesOf(day: GroupDay): DayLines {
  const { count, now, from, interval_ms, counted_at } = day
  const under_way = Math.min(count, Math.max(0, Math.floor((now - from) / interval_ms)))
  const known = Math.min(count, Math.max(0, Math.ceil((counted_at - from) / interval_ms)))
  const elapsed = known === 0 ? 1 : Math.min(1, (counted_at - (from + (known - 1) * interval_ms)) / interval_ms)
  const streams = drawn(day.streams)
  const again = day.streams.map((stream) => ({ stream, ...followed({ ...stream, arrived: stream.arrived.slice(0, known) }, elapsed) }))
  const band = bandOf(again.filter(({ stream }) => streams.includes(stream)), count)
  const forecast = bandOf(streams.map(({ mean, p10, p90 }) => ({ mean: [...mean], p10: [...p10], p90: [...p90] })), count)
  const told = toldOf(day.streams, count)
  const said = (line: readonly number[]): (number | null)[] => line.map((value, at) => (told[at] ? value : null))
  const toCome = (line: readonly number[]): (number | null)[] => said(line).map((value, at) => (at < under_way ? null : value))
  const peopleAt = (at: number): number => (at === under_way ? day.here_left : (day.here[at] ?? 0))
  const expected = day.aim ? Array.from({ length: count }, (_, at) => (at < under_way || !told[at] ? null : expectedAt(day, again, { at, aim: day.aim!, people: peopleAt(at) }))) : []
  const need = day.need.map((people, at) => (people === null || at < under_way || !day.aim ? people : needAgain(day, again, { at, aim: day.aim, people })))
  const left = (at: number): number => (at === under_way ? 1 - (now - (from + at * interval_ms)) / interval_ms : 1)
  return {
    forecast: { mean: said(forecast.mean), p10: said(forecast.p10), p90: said(forecast.p90) },
    arrived: Array.from({ length: count }, (_, at) => (at < known ? sumAt(streams.map(({ arrived }) => arrived), at) : null)),
    again: { mean: toCome(band.mean), p10: toCome(band.p10), p90: toCome(band.p90) },
    factor: factorOf(again.filter(({ stream }) => streams.includes(stream))),
    need,
    level: Array.from({ length: count }, (_, at) => (at < under_way ? (day.reached[at] ?? null) : (expected[at]?.level ?? null))),
    chance_below: Array.from({ length: count }, (_, at) => expected[at]?.chance ?? null),
    occupancy: Array.from({ length: count }, (_, at) => expected[at]?.occupancy ?? null),
    tonight: day.aim ? byTonight(day.so_far, expected.map((each, at) => each && { ...each, share: left(at) })) : null,
    coming: expected.flatMap((each, at) => (each ? [{ at: from + at * interval_ms, chance: each.chance, level: each.level, missing: Math.max(0, (need[at] ?? 0) - peopleAt(at)) }] : [])),
  }
} // prettier-ignore

type Followed = Again & { stream: StreamDay }
type Expected = {
  arrivals: number
  level: number | null
  low: number | null
  high: number | null
  chance: number
  occupancy: number
}

// Of those who cannot wait. Chances and bounds: all streams as many times more or fewer together, which is the careful side.
type At = { at: number; aim: Aim & { share: number }; people: number }
function expectedAt({ interval_ms }: GroupDay, again: readonly Followed[], { at, aim, people }: At): Expected {
  const instant = again.filter(({ stream }) => !stream.deferred)
  const band = bandOf(instant, at + 1)
  const spread = { mean: band.mean[at] ?? 0, p10: band.p10[at] ?? 0, p90: band.p90[at] ?? 0 }
  const crowd = crowdOf(instant, at, interval_ms)
  if (!crowd) return { arrivals: 0, level: null, low: null, high: null, chance: 0, occupancy: 0 }
  const level = (arrivals: number): number | null => levelOf({ ...crowd, arrivals }, people, aim).level
  const reached = levelOf(crowd, people, aim)
  return { arrivals: crowd.arrivals, ...reached, low: level(spread.p90), high: level(spread.p10), chance: chanceBelow(level, spread, aim.share) }
} // prettier-ignore
const USUAL_HANDLING_S = 300

function crowdOf(instant: readonly Pick<Followed, 'stream' | 'mean'>[], at: number, interval_ms: number): Crowd | null {
  return together(instant.map(({ stream, mean }): Crowd => ({
    arrivals: mean[at] ?? 0, interval_s: interval_ms / 1_000, handling_s: stream.handling_s[at] || USUAL_HANDLING_S, patience_s: stream.patience_s, at_once: stream.at_once, ...(stream.speeds && { speeds: stream.speeds }),
  })))
} // prettier-ignore

// What was reckoned for the forecast, with as many more or fewer as the formula has for what is expected now: work that can wait stays as it was reckoned.
function needAgain({ interval_ms }: GroupDay, again: readonly Followed[], { at, aim, people }: At): number {
  const instant = again.filter(({ stream }) => !stream.deferred)
  if (instant.every(({ factor }) => factor === null)) return people
  const forecast = crowdOf(instant.map(({ stream }) => ({ stream, mean: [...stream.mean] })), at, interval_ms)
  const expected = crowdOf(instant, at, interval_ms)
  const by = (crowd: Crowd | null): number => (crowd ? peopleFor(crowd, aim, aim.share) : 0)
  const wanted = by(expected)
  return Math.max(Math.min(people, wanted), people + wanted - by(forecast)) // never fewer than the level itself takes
} // prettier-ignore

function byTonight(so_far: GroupDay['so_far'], expected: readonly ((Expected & { share: number }) | null)[]): DayLines['tonight'] {
  const rest = (of: 'level' | 'low' | 'high') => expected.flatMap((each) => (each ? [{ arrivals: each.arrivals * each.share, level: each[of] }] : []))
  const mean = tonight(so_far, rest('level'))
  return mean === null ? null : { mean, low: Math.min(mean, tonight(so_far, rest('low')) ?? mean), high: Math.max(mean, tonight(so_far, rest('high')) ?? mean) }
} // prettier-ignore

function sumAt(lines: readonly (readonly (number | null)[])[], at: number): number | null {
  const known = lines.flatMap((line) => line[at] ?? [])
  return known.length === 0 ? null : known.reduce((sum, n) => sum + n, 0)
}

// Of several streams, that of the one most is expected of: factors are not added.
function factorOf(again: readonly Followed[]): Again['factor'] {
  const weigh = ({ stream }: Followed): number => stream.mean.reduce((sum, n) => sum + n, 0)
  return again.filter(({ factor }) => factor !== null).toSorted((a, b) => weigh(b) - weigh(a))[0]?.factor ?? null
}
