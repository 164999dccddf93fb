// Wide tables for a terminal: what is the same in every row is said once above, headings stand in two lines, columns close together.
import { columns } from '#rehearsal/engine'

/** Lines of a table whose first column names the row and whose last one explains it. */
export function closeTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const same = head.map((_, i) => i > 0 && i < head.length - 1 && rows.length > 1 && rows.every((row) => row[i] === rows[0]![i]))
  const kept = (row: readonly string[]): string[] => row.filter((_, i) => !same[i])
  const once = head.flatMap((name, i) => (same[i] ? [`${name} ${rows[0]![i]}`] : []))
  const upper = head.map((name, i) => (i > 0 && name.includes(' ') ? name.slice(0, name.lastIndexOf(' ')) : ''))
  const lower = head.map((name, i) => (i > 0 && name.includes(' ') ? name.slice(name.lastIndexOf(' ') + 1) : name))
  const table = columns([kept(upper), kept(lower), ...rows.map(kept)], { explains: true, gap: 2 })
  return [...(once.length > 0 ? [`${head[0] ? `${head[0]}: ` : ''}${once.join(', ')} throughout`] : []), ...table.filter((line, i) => i > 0 || line !== '')]
} // prettier-ignore
