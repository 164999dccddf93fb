// Wide tables for a terminal: what is the same in every row is said once above, headings stand in two lines, columns close together.
import { columns } from '#rehearsal/engine'

const [NARROWEST, USUAL] = [60, 100]

/** Columns there are: those of the terminal; into a file or a pipe a hundred. */
export const roomToWrite = (): number => Math.max(NARROWEST, process.stdout.columns ?? USUAL)

type Headed = { head: readonly string[]; rows: readonly (readonly string[])[] }
type Ways = { always?: readonly string[]; from: string; again: string }

/**
 * Lines of a table whose first column names the row and whose last one explains it. `always`: headings that stand in every row, the answer itself. What is
 * wider than a terminal goes on below, `from` the column of that heading on, each row with its name and its column `again`.
 */
export function closeTable(table: Headed, { always = [], from, again }: Ways): string[] {
  const { head, rows } = table
  const same = head.map((name, i) => !always.includes(name) && i > 0 && i < head.length - 1 && rows.length > 1 && rows.every((row) => row[i] === rows[0]![i]))
  const once = head.flatMap((name, i) => (same[i] ? [`${name} ${rows[0]![i]}`] : []))
  const left = picked(table, (i) => !same[i])
  const said = once.length > 0 ? wrapped(`${head[0] ? `${head[0]}: ` : ''}${once.join(', ')} throughout`, '') : []
  const last = left.head.length - 1
  const break_ = left.head.indexOf(from)
  const parts = fits(drawn(picked(left, (i) => i < last))) || break_ < 1 ? [left]
    : [picked(left, (i) => i < break_), picked(left, (i) => i === 0 || i >= break_ || left.head[i] === again)]
  return [...said, ...parts.flatMap((part, i) => [...(i > 0 ? [''] : []), ...(part === parts.at(-1) ? explained(part) : drawn(narrowed(part)))])]
} // prettier-ignore

const picked = ({ head, rows }: Headed, keeps: (i: number) => boolean): Headed => ({
  head: head.filter((_, i) => keeps(i)),
  rows: rows.map((row) => row.filter((_, i) => keeps(i))),
})
/** Whether lines have room. */
export const fits = (lines: readonly string[]): boolean => lines.every((line) => widthOf(line) <= roomToWrite())
const widthOf = (line: string): number => Array.from(line).length

// Beside the row where there is room, else under it.
function explained(table: Headed): string[] {
  const whole = drawn(table, true)
  if (fits(whole)) return whole
  const last = table.head.length - 1
  const lines = drawn(narrowed(picked(table, (i) => i < last)))
  const above = lines.length - table.rows.length
  return lines.flatMap((line, i) => [line, ...(table.rows[i - above]?.[last] ? wrapped(table.rows[i - above]![last]!, '    ') : [])])
} // prettier-ignore

// Names give way to numbers.
function narrowed(table: Headed): Headed {
  const over = Math.max(...drawn(table).map(widthOf)) - roomToWrite()
  if (over <= 0) return table
  const most = Math.max(12, Math.max(...table.rows.map(([name = '']) => widthOf(name))) - over)
  const short = (name: string): string => (widthOf(name) > most ? `${Array.from(name).slice(0, most - 1).join('')}…` : name) // prettier-ignore
  return { head: table.head.with(0, short(table.head[0] ?? '')), rows: table.rows.map((row) => row.with(0, short(row[0] ?? ''))) } // prettier-ignore
}

function drawn({ head, rows }: Headed, explains = false): string[] {
  const upper = head.map((name, i) => (i > 0 && name.includes(' ') ? name.slice(0, name.lastIndexOf(' ')) : ''))
  const lower = head.map((name, i) => (i > 0 && name.includes(' ') ? name.slice(name.lastIndexOf(' ') + 1) : name))
  return columns([upper, lower, ...rows], { explains, gap: 2 }).filter((line, i) => i > 0 || line !== '')
}

/** A sentence in lines that fit; those after the first stand under its beginning. */
export function wrapped(sentence: string, before: string): string[] {
  const [lines, room]: [string[], number] = [[], roomToWrite()]
  for (const word of sentence.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined) lines.push(before + word)
    else if (widthOf(last) + 1 + widthOf(word) <= room) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(' '.repeat(before.length) + word)
  }
  return lines
}
