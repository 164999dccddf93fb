// Wide tables for a terminal: what is the same in every row is said once above, headings stand in two lines, columns close together.
import { columns } from '#rehearsal/engine'

/** Lines of a table whose first column names the row and whose last one explains it. `always`: headings that stand in every row, the answer itself. */
export function closeTable(head: readonly string[], rows: readonly (readonly string[])[], always: readonly string[] = []): string[] {
  const same = head.map((name, i) => !always.includes(name) && i > 0 && i < head.length - 1 && rows.length > 1 && rows.every((row) => row[i] === rows[0]![i]))
  const kept = (row: readonly string[]): string[] => row.filter((_, i) => !same[i])
  const once = head.flatMap((name, i) => (same[i] ? [`${name} ${rows[0]![i]}`] : []))
  const upper = head.map((name, i) => (i > 0 && name.includes(' ') ? name.slice(0, name.lastIndexOf(' ')) : ''))
  const lower = head.map((name, i) => (i > 0 && name.includes(' ') ? name.slice(name.lastIndexOf(' ') + 1) : name))
  const table = columns([kept(upper), kept(lower), ...rows.map(kept)], { explains: true, gap: 2 })
  return [...(once.length > 0 ? [`${head[0] ? `${head[0]}: ` : ''}${once.join(', ')} throughout`] : []), ...table.filter((line, i) => i > 0 || line !== '')]
} // prettier-ignore

export const WIDE = 100 // columns of a terminal

/** A sentence in lines that fit; those after the first stand under its beginning. */
export function wrapped(sentence: string, before: string): string[] {
  const lines: string[] = []
  for (const word of sentence.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined) lines.push(before + word)
    else if (last.length + 1 + word.length <= WIDE) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(' '.repeat(before.length) + word)
  }
  return lines
}
