// M/M/c+G: patience of any shape.
import { erlangB } from './erlang-b.ts'
import { offeredTo, type Queue } from './queue.ts'

export type AnyPatience = {
  waits: number // share of contacts that does not find a free server
  gives_up: number
  mean_wait_s: number // of all, answered or not
  waitsLonger: (than_s: number) => number // share of all whose wait exceeds it, answered or not
}

/**
 * The steady state of M/M/c+G. `stillPatient(t)`: the share of people still patient after t seconds; 1 at 0, never rising, and 0 in the
 * end if more is offered than can be served. `longest_s`: beyond it nobody's offered wait is counted (default: where it weighs < 1e-16).
 * Source: Baccelli & Hebuterne (1981); Zeltyn & Mandelbaum, "Call centers with impatient customers" (2005), table of building blocks:
 * H(x) = ∫ stillPatient, J = ∫ e^(λH(x) − cμx), E = 1 / B(c − 1). Quadrature by Simpson's rule on steps of `step_s`.
 */
export function anyPatience(queue: Queue, stillPatient: (after_s: number) => number, step_s?: number): AnyPatience {
  const offered = offeredTo(queue)
  const step = step_s ?? queue.service_s / queue.servers / 20
  const density = offeredWaits(queue, stillPatient, step)
  const total = Math.exp(-density.scale) / erlangB(queue.servers - 1, offered) + queue.arrivals_per_s * density.sum(0)
  const share = (value: number) => (queue.arrivals_per_s * value) / total
  const waits = share(density.sum(0))
  const service_per_s = queue.servers / queue.service_s
  return {
    waits,
    gives_up: share(density.sum(0)) + (Math.exp(-density.scale) - service_per_s * density.sum(0)) / total,
    mean_wait_s: share(density.weighedSum()),
    waitsLonger: (than_s) => share(stillPatient(than_s) * density.sum(than_s)),
  }
}

// e^(λH(x) − cμx) at 0, step, 2·step … divided by e^scale, where scale is its greatest exponent; `even` points so that Simpson may sum them.
function offeredWaits(queue: Queue, stillPatient: (after_s: number) => number, step: number) {
  const exponents: number[] = []
  const patienceUntil: number[] = []
  let patient = 0
  let scale = 0
  for (let i = 0; i <= MOST_POINTS; i++) {
    const x = i * step
    if (i > 0) patient += (step / 6) * (stillPatient(x - step) + 4 * stillPatient(x - step / 2) + stillPatient(x))
    const exponent = queue.arrivals_per_s * patient - (queue.servers / queue.service_s) * x
    exponents.push(exponent)
    patienceUntil.push(patient)
    scale = Math.max(scale, exponent)
    if (i % 2 === 0 && exponent < scale - 50) break
    if (i === MOST_POINTS) throw new RangeError('a queue that never settles: more is offered than can be served, and people stay')
  }
  const values = exponents.map((exponent) => Math.exp(exponent - scale))
  return {
    scale,
    sum: (from_s: number) => simpson(values, step, from_s),
    weighedSum: () =>
      simpson(
        values.map((value, i) => value * (patienceUntil[i] ?? 0)),
        step,
        0,
      ),
  }
}

// ∫ of evenly spaced values from `from_s` on: Simpson from the next even point, and a trapezium for the piece before it.
function simpson(values: readonly number[], step: number, from_s: number): number {
  const at = from_s / step
  let first = Math.ceil(at - 1e-9)
  if ((values.length - 1 - first) % 2 !== 0) first += 1
  if (first >= values.length) return 0
  let sum = pieceBefore(values, at, first) * step
  for (let i = first; i + 2 < values.length; i += 2)
    sum += (step / 3) * ((values[i] ?? 0) + 4 * (values[i + 1] ?? 0) + (values[i + 2] ?? 0))
  return sum
}

function pieceBefore(values: readonly number[], at: number, first: number): number {
  const below = Math.floor(at)
  const part = at - below
  const here = (values[below] ?? 0) * (1 - part) + (values[below + 1] ?? 0) * part
  let sum = 0
  let before = { at, value: here }
  for (let i = below + 1; i <= first; i++) {
    sum += ((i - before.at) * (before.value + (values[i] ?? 0))) / 2
    before = { at: i, value: values[i] ?? 0 }
  }
  return at >= first ? 0 : sum
}

const MOST_POINTS = 4_000_000
