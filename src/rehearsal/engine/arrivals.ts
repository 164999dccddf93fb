// When they come. A rate that changes in steps, a law of gaps, or a list; each made ready once and begun anew in every replication.
//
// A rate λ(t) is followed by stretching time: where Λ(t) = ∫λ grows by 1 on average between two contacts, gaps are drawn without memory and
// laid along Λ (Çinlar 1975), which is exact, and leaves the n-th contact its own number however the rates change.
import { daySeconds, secondsOf } from '../contract/clock.ts'
import type { Arrivals } from '../contract/traffic.ts'
import { draw, type Law } from '../maths/distributions.ts'
import { lawOf } from '../maths/laws.ts'

const RATE = 0
const EVEN = 1
const GAPS = 2
const LISTED = 3

export type Source = {
  readonly code: number
  readonly ends: Float64Array // of each step of the rate, in seconds, rising; the last is the end of the period
  readonly rates: Float64Array // contacts a second in that step
  readonly gaps: Law | null
  readonly times: Float64Array // of a list, rising
  readonly order: Int32Array // whose time that is, in the list as it was written
}

/** Where a source stands in a replication. */
export type Stream = { count: number; step: number; at: Float64Array; rates: Float64Array } // count: contacts asked for so far

const noTimes = new Float64Array(0)
const noOrder = new Int32Array(0)

export function sourceOf(arrivals: Arrivals, end: number): Source {
  if ('at_s' in arrivals) return listed(arrivals.at_s, end)
  if ('per_hour' in arrivals)
    return { code: arrivals.gaps === 'even' ? EVEN : RATE, ...stepsOf(arrivals, end), gaps: null, times: noTimes, order: noOrder }
  return { code: GAPS, ends: noTimes, rates: noTimes, gaps: lawOf(arrivals.gaps), times: noTimes, order: noOrder }
}

function listed(at_s: readonly number[], end: number): Source {
  const all = Float64Array.from(at_s)
  const order = Int32Array.from(all.keys()).sort((a, b) => all[a]! - all[b]! || a - b) // positions of all
  const within = order.filter((position) => all[position]! < end) // likewise
  return {
    code: LISTED,
    ends: noTimes,
    rates: noTimes,
    gaps: null,
    times: Float64Array.from(within, (position) => all[position]!), // likewise
    order: within,
  }
}

type Steady = Extract<Arrivals, { per_hour: unknown }>

// The pattern laid over the period, cut at midnights, so that a day's busyness can be laid over it.
function stepsOf({ per_hour, interval_s, from, repeats }: Steady, end: number): { ends: Float64Array; rates: Float64Array } {
  if (typeof per_hour === 'number') return cutAtMidnights([{ from: 0, to: end, rate: per_hour / 3_600 }], end)
  const cycle = repeats === 'daily' ? daySeconds : repeats === 'weekly' ? 7 * daySeconds : Number.POSITIVE_INFINITY
  const pieces: Piece[] = []
  for (let begin = 0; begin < end; begin += cycle) {
    for (const [i, rate] of per_hour.entries()) {
      const at = secondsOf(from) + i * interval_s
      if (at < cycle) pieces.push({ from: begin + at, to: begin + Math.min(at + interval_s, cycle), rate: rate / 3_600 })
    }
  }
  return cutAtMidnights(pieces, end)
}

type Piece = { from: number; to: number; rate: number }

function cutAtMidnights(pieces: readonly Piece[], end: number) {
  const ends: number[] = []
  const rates: number[] = []
  let at = 0
  const until = (to: number, rate: number): void => {
    while (at < to) {
      const cut = Math.min(to, (Math.floor(at / daySeconds) + 1) * daySeconds)
      ends.push(cut)
      rates.push(rate)
      at = cut
    }
  }
  for (const { from, to, rate } of pieces) {
    until(Math.min(from, end), 0)
    until(Math.min(to, end), rate)
  }
  until(end, 0)
  return { ends: Float64Array.from(ends), rates: Float64Array.from(rates) }
}

/** Begins a replication; `factorOf(day)` multiplies the rates of that day. */
export function begin({ ends, rates }: Source, factorOf: ((day: number) => number) | null): Stream {
  const busy = factorOf ? rates.map((rate, i) => rate * factorOf(Math.floor((i === 0 ? 0 : ends[i - 1]!) / daySeconds))) : rates // i > 0
  return { count: 0, step: 0, at: new Float64Array(1), rates: busy }
}

/** When the next contact of a source comes, in seconds, drawn with u. Infinity: nobody comes any more. */
export function nextArrival(source: Source, stream: Stream, u: number): number {
  const index = stream.count++
  switch (source.code) {
    case RATE:
      return along(source, stream, -Math.log(1 - u))
    case EVEN:
      return along(source, stream, index === 0 ? u : 1)
    case GAPS:
      return (stream.at[0]! += draw(source.gaps!, u)) // a source of gaps has their law
    default:
      return index < source.times.length ? source.times[index]! : Number.POSITIVE_INFINITY
  }
}

// From where the stream stands, to where Λ has grown by `growth`.
function along({ ends }: Source, stream: Stream, growth: number): number {
  const { rates } = stream
  let at = stream.at[0]!
  let left = growth
  for (let step = stream.step; step < ends.length; step++) {
    const rate = rates[step]! // as many as ends
    const room = (ends[step]! - at) * rate
    if (room > left) {
      stream.step = step
      stream.at[0] = at + left / rate
      return stream.at[0]
    }
    left -= room
    at = ends[step]!
  }
  stream.step = ends.length
  return Number.POSITIVE_INFINITY
}

/** Mean number of contacts that come in the period, busyness left out. */
export function expectedFrom(source: Source, end: number): number {
  if (source.code === LISTED) return source.times.length
  if (source.gaps) return source.gaps.mean > 0 ? end / source.gaps.mean : Number.POSITIVE_INFINITY
  return source.ends.reduce((sum, to, i) => sum + (to - (i === 0 ? 0 : source.ends[i - 1]!)) * source.rates[i]!, 0) // within its length
}
