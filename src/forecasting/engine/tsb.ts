// For what comes every few days: the method of Teunter, Syntetos and Babai. Pure.
import { knownOf, meanOfSlots, type Method } from './past.ts'
import { orZero, plainMean } from './simple.ts'
import { shares, smoothed } from './profile.ts'

const BY_CHANCE = 0.05 // how much the last day changes the chance that any come
const BY_SIZE = 0.1 // how much the last day on which any came changes how many

/**
 * The chance that any come on a day and how many come when any do are each smoothed exponentially; their product is what is expected on every day.
 * The shape of the day is a very smooth one. Source: Teunter, Syntetos & Babai, "Intermittent demand: linking forecasting to inventory
 * obsolescence", European Journal of Operational Research 214 (2011).
 */
export const tsb: Method = (past, ahead) => {
  const days = past.days.map(({ counts }) => knownOf(counts)).filter(({ slots }) => slots > 0)
  const some = days.filter(({ total }) => total > 0)
  if (some.length === 0) return plainMean(past, ahead)
  let chance = some.length / days.length
  let size = some.reduce((sum, { total }) => sum + total, 0) / some.length
  for (const { total } of days) {
    chance += BY_CHANCE * ((total > 0 ? 1 : 0) - chance)
    if (total > 0) size += BY_SIZE * (total - size)
  }
  const shape = verySmooth(past.slots, meanOfSlots(past, new Float64Array(past.days.length).fill(1)))
  return ahead.map(() => shape.map((share) => chance * size * share))
}

const WIDTH_SHARE = 1 / 24

function verySmooth(slots: number, mean: Float64Array): Float64Array {
  const known = mean.map((count) => (Number.isNaN(count) ? 0 : 1))
  return shares(smoothed(mean.map(orZero), { width: slots * WIDTH_SHARE, support: Uint8Array.from(known) }))
}
