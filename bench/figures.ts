// What a measurement gives: a figure, beside the least work that could do the same (its floor) and the goal it should reach.
export type Figure = {
  what: string
  value: number
  unit: string
  floor?: number // same unit, measured in the same run
  goal?: { ratio?: number; most?: number; least?: number } // of the floor; or a bound in the unit
  peer?: number | null // the best known, where it is installed; null: not installed
  note?: string
}
export type Measure = { name: string; title: string; run: (settings: Settings) => Promise<Figure[]> }
export type Settings = { runs: number; large: boolean; say: (sentence: string) => void }

export const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b)
/** The value below which `share` (0 to 1) of the numbers lie; NaN for none. */
export function percentile(numbers: readonly number[], share: number): number {
  const all = sorted(numbers)
  return all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? Number.NaN
}
export const median = (numbers: readonly number[]): number => percentile(numbers, 0.5)

export const ratioOf = ({ value, floor }: Figure): number | null => (floor === undefined ? null : value / floor)

/** null: nothing was promised. */
export function isMet(figure: Figure): boolean | null {
  const { goal, value } = figure
  if (goal?.ratio !== undefined) return (ratioOf(figure) ?? 0) >= goal.ratio
  if (goal?.most !== undefined) return value <= goal.most
  if (goal?.least !== undefined) return value >= goal.least
  return null
}
