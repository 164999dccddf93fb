// M/M/c+G with patience as it was measured: a survival curve of steps, with those left at its end leaving on at the rate seen so far.
import { erlangB } from './erlang-b.ts'
import { offeredTo, type Queue } from './queue.ts'
import type { Fate } from './wait-times.ts'

/** `surviving[i]`: share still patient from `at_s[i]` on; both lists as long, moments rising, shares falling. Before at_s[0] everybody is. */
export type Curve = { at_s: readonly number[]; surviving: readonly number[] }

export type ByCurve = {
  waits: number
  at_once: number
  answered: number
  gives_up: number
  answered_wait_s: number // over all
  given_up_wait_s: number
  fates: (within_s: number) => Fate
}

// On a piece nobody loses patience, so the density of the offered wait, e^(λH(x) − cμx) with H = ∫ survival, is one exponential there.
type Piece = { from: number; width: number; survival: number; patient: number; weight: number; growth: number }

/**
 * The steady state, exact for the steps; the tail is cut into steps so fine that they cost less than a millionth.
 * Source: Baccelli & Hebuterne (1981); Zeltyn & Mandelbaum, "Call centers with impatient customers" (2005): J = ∫ e^(λH(x) − cμx), E = 1 / B(c − 1),
 * P(wait) = λJ / (E + λJ). @throws RangeError where people stay and more is offered than can be served.
 */
export function settleByCurve(queue: Queue, curve: Curve): ByCurve {
  const offered = offeredTo(queue)
  const { pieces, scale } = piecesOf(queue, curve)
  const free = Math.exp(-scale) / erlangB(queue.servers - 1, offered)
  const waiting = queue.arrivals_per_s * sum(pieces, area)
  const total = free + waiting
  const share = (of: (piece: Piece) => number) => (queue.arrivals_per_s * sum(pieces, of)) / total
  const at_once = Number.isFinite(free) ? free / total : 1 // so many people that a number cannot hold how free they are
  const gives_up = share((piece) => (1 - piece.survival) * area(piece))
  return {
    waits: waiting / total,
    at_once,
    answered: at_once + share((piece) => piece.survival * area(piece)),
    gives_up,
    answered_wait_s: share((piece) => piece.survival * moment(piece)),
    given_up_wait_s: share((piece) => (piece.patient - piece.survival * piece.from) * area(piece)),
    fates: (t) => {
      const before = pieces.flatMap((piece) => cut(piece, t))
      const answered = at_once + (queue.arrivals_per_s * sum(before, (piece) => piece.survival * area(piece))) / total
      const later = Math.max(0, waiting - queue.arrivals_per_s * sum(before, area)) / total
      const still_waits = later * (pieces.findLast(({ from }) => from <= t)?.survival ?? 1)
      return { answered, gave_up: Math.min(gives_up, Math.max(0, 1 - answered - still_waits)), still_waits }
    },
  }
}

function piecesOf(queue: Queue, curve: Curve): { pieces: Piece[]; scale: number } {
  const departs_per_s = queue.servers / queue.service_s
  const pieces: Piece[] = []
  let exponent = 0
  let patient = 0
  let scale = 0
  for (const { from, width, survival } of steps(curve, departs_per_s)) {
    const growth = queue.arrivals_per_s * survival - departs_per_s
    pieces.push({ from, width, survival, patient, weight: exponent, growth })
    if (width === Number.POSITIVE_INFINITY && growth >= 0)
      throw new RangeError('a queue that never settles: people stay, and more is offered than can be served')
    if (exponent < scale - 60 && growth < 0) break
    exponent += growth * width
    patient += survival * width
    scale = Math.max(scale, exponent)
    if (pieces.length > MOST_PIECES)
      throw new RangeError('a queue that hardly settles: people stay, and more is offered than can be served')
  }
  return { pieces: pieces.map((piece) => ({ ...piece, weight: Math.exp(piece.weight - scale) })), scale }
}

/** How long people are patient: the mean in seconds (infinite where some never give up), and the share still patient after t seconds. */
export function timesPatient({ at_s, surviving }: Curve): { mean_s: number; surviving: (t: number) => number } {
  const last = at_s.at(-1) ?? 0
  const left = surviving.at(-1) ?? 1
  const rate = tailRate(left, last)
  const steps = at_s.reduce((sum, at, i) => sum + (at - (at_s[i - 1] ?? 0)) * (surviving[i - 1] ?? 1), 0)
  const after = left === 0 ? 0 : rate === 0 ? Number.POSITIVE_INFINITY : left / rate
  return {
    mean_s: steps + after,
    surviving: (t) => {
      if (t >= last) return left === 0 || rate === 0 ? left : left * Math.exp(-rate * (t - last))
      const step = at_s.findLastIndex((at) => at <= t)
      return step < 0 ? 1 : (surviving[step] ?? 1)
    },
  }
}

// Beyond the end of the curve people go on giving up at the rate that has led there; 0: they do not, or nobody is left.
const tailRate = (survival: number, from: number): number =>
  survival > 0 && survival < 1 && from > 0 ? -Math.log(survival) / from : 0

// The steps of the curve, and of its tail; the last one lasts for ever.
function* steps({ at_s, surviving }: Curve, departs_per_s: number): Generator<{ from: number; width: number; survival: number }> {
  let from = 0
  let survival = 1
  for (const [i, at] of at_s.entries()) {
    if (at > from) yield { from, width: at - from, survival }
    from = at
    survival = surviving[i] ?? 0
  }
  const rate = tailRate(survival, from)
  if (rate === 0) return yield { from, width: Number.POSITIVE_INFINITY, survival }
  const width = Math.min(1 / rate, Math.max(1 / departs_per_s, 0.01 / rate)) / 50
  for (; survival > 1e-12; survival *= Math.exp(-rate * width), from += width)
    yield { from, width, survival: survival * Math.exp((-rate * width) / 2) }
  yield { from, width: Number.POSITIVE_INFINITY, survival: 0 }
}

const sum = (pieces: readonly Piece[], of: (piece: Piece) => number): number =>
  pieces.reduce((total, piece) => total + of(piece), 0)

// ∫ and ∫ x · of the density over a piece.
const area = ({ weight, width, growth }: Piece): number =>
  width === Number.POSITIVE_INFINITY ? -weight / growth : weight * width * over(growth * width)
const moment = (piece: Piece): number => {
  const { from, weight, width, growth } = piece
  const own = width === Number.POSITIVE_INFINITY ? weight / (growth * growth) : weight * width * width * overTwice(growth * width)
  return from * area(piece) + own
}
const over = (z: number): number => (z === 0 ? 1 : Math.expm1(z) / z)
// ∫₀¹ u e^(zu) du
const overTwice = (z: number): number =>
  Math.abs(z) < 1e-2 ? 1 / 2 + z / 3 + (z * z) / 8 + (z * z * z) / 30 + z ** 4 / 144 + z ** 5 / 840 : (Math.exp(z) - over(z)) / z

const cut = (piece: Piece, at: number): Piece[] =>
  piece.from >= at ? [] : piece.from + piece.width <= at ? [piece] : [{ ...piece, width: at - piece.from }]

const MOST_PIECES = 400_000
