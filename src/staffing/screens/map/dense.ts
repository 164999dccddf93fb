// Where columns are too narrow for a number each, one number stands for all the columns under a label: the most of them. Pure.

const DENSE = 60 // columns; more, and a number would not fit in each

export const isDense = (columns: readonly unknown[]): boolean => columns.length > DENSE

/** By column: the most from a label up to the next; nothing in the columns between. */
export function mostUnderLabels(columns: readonly (string | null)[], texts: readonly string[]): string[] {
  const shown = texts.map(() => '')
  let label = 0
  let most = 0
  for (const [column, text] of texts.entries()) {
    if (columns[column] !== null) [label, most] = [column, 0]
    most = Math.max(most, Number(text))
    shown[label] = most > 0 ? String(most) : ''
  }
  return shown
}
