// Walking a map by its keys. Pure.
import type { HeatRow } from './heat-map.tsx'

export type Spot = { row: number; column: number }
type Over = { rows: readonly HeatRow[]; turned: boolean } // turned: rows stand side by side

/** Where a key leads; null: it is no key of ours, or leads nowhere. */
export function step(key: string, { row, column }: Spot, { rows, turned }: Over): Spot | null {
  const across = turned ? { ArrowUp: -1, ArrowDown: 1 } : { ArrowLeft: -1, ArrowRight: 1 }
  const down = turned ? { ArrowLeft: -1, ArrowRight: 1 } : { ArrowUp: -1, ArrowDown: 1 }
  const along = new Map(Object.entries(across)).get(key)
  if (along) return seek(rows, { row, column: column + along }, along)
  const over = new Map(Object.entries(down)).get(key)
  if (over) return isThere(rows, { row: row + over, column }) ? { row: row + over, column } : null
  const width = rows[row]?.cells.length ?? 0
  if (key === 'Home') return seek(rows, { row, column: 0 }, 1)
  if (key === 'End') return seek(rows, { row, column: width - 1 }, -1)
  return null
}

const isThere = (rows: readonly HeatRow[], { row, column }: Spot): boolean => (rows[row]?.cells[column] ?? null) !== null

// Over an hour that is not there, to the next that is.
function seek(rows: readonly HeatRow[], from: Spot, by: number): Spot | null {
  const width = rows[from.row]?.cells.length ?? 0
  for (let { column } = from; column >= 0 && column < width; column += by)
    if (isThere(rows, { row: from.row, column })) return { row: from.row, column }
  return null
}
