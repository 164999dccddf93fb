// A table of words for a terminal: the first column to the left, the others to the right, the last one, where it explains, to the left.
type Ways = { explains?: boolean; gap?: number }

export function columns(rows: readonly (readonly string[])[], { explains = false, gap = 3 }: Ways = {}): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: count }, (_, i) => Math.max(...rows.map((row) => width(row[i] ?? ''))))
  const toLeft = (i: number): boolean => i === 0 || (explains && i === count - 1)
  return rows.map((row) =>
    row
      .map((cell, i) => (toLeft(i) ? cell + ' '.repeat(widths[i]! - width(cell)) : ' '.repeat(widths[i]! - width(cell)) + cell)) // as many as cells
      .join(' '.repeat(gap))
      .trimEnd(),
  )
}

const width = (cell: string): number => Array.from(cell).length
