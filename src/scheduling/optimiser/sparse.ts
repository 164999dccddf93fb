// A linear programme being written: columns with their bounds and costs, rows with their entries.
export type Programme = {
  cost: number[]
  lower: number[]
  upper: number[]
  rowLower: number[]
  rowUpper: number[]
  starts: number[]
  indices: number[]
  values: number[]
  pieces: Set<number>
}

export const newProgramme = (): Programme => ({ cost: [], lower: [], upper: [], rowLower: [], rowUpper: [], starts: [0], indices: [], values: [], pieces: new Set() }) // prettier-ignore

/** A column; its number. */
export function column(
  programme: Programme,
  { cost = 0, lower = 0, upper = Infinity }: { cost?: number; lower?: number; upper?: number },
): number {
  programme.cost.push(cost)
  programme.lower.push(lower)
  return programme.upper.push(upper) - 1
}

export type Entry = readonly [column: number, value: number]

/** A row, lower ≤ entries ≤ upper; its number. */
export function row(
  programme: Programme,
  entries: readonly Entry[],
  { lower = -Infinity, upper = Infinity }: { lower?: number; upper?: number },
): number {
  for (const [index, value] of entries) {
    programme.indices.push(index)
    programme.values.push(value)
  }
  programme.starts.push(programme.indices.length)
  programme.rowLower.push(lower)
  return programme.rowUpper.push(upper) - 1
}
