// How much comes on a whole day: a count regression over days, whose every effect is held back by how large such effects usually are, and a level
// that follows the last weeks. Pure.
import type { DayFacts } from './day-facts.ts'
import { solved } from './solve.ts'

/** One day to learn from: how many came in what is known of it, and which share of a day that usually is (0…1]. */
export type Seen = { facts: DayFacts; came: number; share: number }

/** An effect: its value on a day, and the standard deviation that such effects have, as logarithms (0.1 is about 10 %). */
export type Effect = { name: string; of: (facts: DayFacts) => number; spread: number }

export type LevelWish = {
  effects: readonly Effect[]
  memory_weeks: number // after so many weeks a day counts half for the effects
  level_weeks: number // and for the level
}
export type Levels = {
  /** How many come on a whole day. */
  of: (facts: DayFacts) => number
  /** What an effect does, as a factor, and on how many days it was seen. */
  effects: { name: string; factor: number; seen: number }[]
}

const ROUNDS = 8
const SPREAD_OF_LEVEL = 5
const HUBER = 2.5
/** A day strays at least by so much from its expectation, whatever the volume. */
const LEAST_CV = 0.02
const FIRST_CV = 0.08
/** The level of the last weeks is held back as if it had been usual for so many days more. */
const USUAL_DAYS = 1.5
const FARTHEST = 8 // in logarithms, from the mean day

/**
 * A negative binomial regression with a log link, by iteratively reweighted least squares with a Gaussian prior on each effect (ridge), and Huber's
 * weights so that a strange day does not carry the others away. On top, the ratio of seen to expected over the last weeks.
 * @param seen in order of days; those with share 0 should not be given
 * @param now the ordinal from which ages are counted
 * Sources: McCullagh & Nelder, "Generalized Linear Models" (1989), ch. 2 and 6; Huber (1964); Gelman et al., "Bayesian Data Analysis" (2013), ch. 16.
 */
export function fitLevels(seen: readonly Seen[], now: number, wish: LevelWish): Levels {
  const came = seen.reduce((sum, day) => sum + day.came, 0)
  const shares = seen.reduce((sum, day) => sum + day.share, 0)
  if (came <= 0 || shares <= 0) return { of: () => 0, effects: [] }
  const base = Math.log(came / shares)
  const effects: Effect[] = [{ name: 'level', of: () => 1, spread: SPREAD_OF_LEVEL }, ...wish.effects]
  const rows = seen.map(({ facts }) => Float64Array.from(effects, (effect) => effect.of(facts)))
  const aged = (weeks: number) => Float64Array.from(seen, ({ facts }) => 0.5 ** ((now - facts.ordinal) / 7 / weeks))
  const { beta, cv } = regressed({ seen, rows, base, effects }, aged(wish.memory_weeks))
  const expected = (row: Float64Array) => Math.exp(base + clipped(dot(row, beta)))
  const level = recentLevel(seen, { expected: rows.map(expected), ages: aged(wish.level_weeks), cv })
  return {
    of: (facts) => level * expected(Float64Array.from(effects, (effect) => effect.of(facts))),
    effects: effects.slice(1).map(({ name }, i) => ({
      name,
      factor: Math.exp(beta[i + 1] ?? 0),
      seen: rows.filter((row) => (row[i + 1] ?? 0) !== 0).length,
    })),
  }
}

type Problem = { seen: readonly Seen[]; rows: readonly Float64Array[]; base: number; effects: readonly Effect[] }

function regressed({ seen, rows, base, effects }: Problem, ages: Float64Array): { beta: Float64Array; cv: number } {
  const n = effects.length
  let beta: Float64Array = new Float64Array(n)
  let cv = FIRST_CV
  for (let round = 0; round < ROUNDS; round++) {
    const matrix = new Float64Array(n * n)
    const right = new Float64Array(n)
    effects.forEach(({ spread }, i) => (matrix[i * n + i] = 1 / spread ** 2))
    let [square, weighed] = [0, 0]
    seen.forEach(({ came, share }, i) => {
      const row = rows[i]
      if (!row) return
      const told = clipped(dot(row, beta))
      const mean = Math.max(1e-9, share * Math.exp(base + told))
      const away = Math.abs(came - mean) / Math.sqrt(mean + (cv * mean) ** 2)
      const robust = round > 1 && away > HUBER ? HUBER / away : 1
      const age = ages[i] ?? 0
      square += robust * age * Math.max(0, (came - mean) ** 2 - mean)
      weighed += robust * age * mean ** 2
      addTo({ matrix, right }, row, { weight: (robust * age * mean) / (1 + cv * cv * mean), value: told + (came - mean) / mean })
    })
    beta = solved(matrix, right)
    if (round > 1) cv = Math.min(1, Math.max(LEAST_CV, Math.sqrt(square / weighed)))
  }
  return { beta, cv }
}

function addTo(
  { matrix, right }: { matrix: Float64Array; right: Float64Array },
  row: Float64Array,
  { weight, value }: { weight: number; value: number },
): void {
  const n = right.length
  for (let i = 0; i < n; i++) {
    const x = row[i] ?? 0
    if (x === 0) continue
    right[i] = (right[i] ?? 0) + weight * x * value
    for (let j = 0; j <= i; j++) matrix[i * n + j] = (matrix[i * n + j] ?? 0) + weight * x * (row[j] ?? 0)
  }
}

type Recent = { expected: readonly number[]; ages: Float64Array; cv: number }

function recentLevel(seen: readonly Seen[], { expected, ages, cv }: Recent): number {
  let [came, told] = [0, 0]
  let usual = 0
  seen.forEach((day, i) => {
    const mean = day.share * (expected[i] ?? 0)
    if (mean <= 0) return
    const away = (day.came - mean) / Math.sqrt(mean + (cv * mean) ** 2)
    const robust = Math.abs(away) > HUBER ? HUBER / Math.abs(away) : 1
    const weight = ((ages[i] ?? 0) * robust) / (1 + cv * cv * mean)
    came += weight * day.came
    told += weight * mean
    usual = Math.max(usual, mean / (1 + cv * cv * mean))
  })
  return (came + USUAL_DAYS * usual) / (told + USUAL_DAYS * usual)
}

const clipped = (told: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, told))

function dot(row: Float64Array, beta: Float64Array): number {
  let sum = 0
  for (let i = 0; i < row.length; i++) sum += (row[i] ?? 0) * (beta[i] ?? 0)
  return sum
}
