// Which of day and month comes first in a column of dates.
import type { Dates, LineTrouble } from '../contract.ts'
import type { Line } from './read-lines.ts'

const IN_FIGURES = /^(?:\p{L}{2,9}\.?,? +)?(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/u
const MOST_DOUBTFUL = 2_000

type Parts = { a: number; b: number; year: number }
type Doubtful = { line: number; written: string; parts: Parts }

/** null: no date of the column is written so. */
export function datesOf(lines: readonly Line[]): Dates | LineTrouble | null {
  const first = new Map<Dates, number>() // its line
  const doubtful = new Map<string, Doubtful>()
  for (const line of lines) {
    const written = (line.at || (line.date ?? '')).trim()
    const found = IN_FIGURES.exec(written)
    if (!found) continue
    const parts = { a: Number(found[1]), b: Number(found[3]), year: Number(found[4]) }
    const is = sure(parts, found[2])
    if (is && !first.has(is)) first.set(is, line.line)
    if (!is && !doubtful.has(found[0]) && doubtful.size < MOST_DOUBTFUL)
      doubtful.set(found[0], { line: line.line, written, parts })
  }
  if (first.size > 1) return bothWays([...first.values()])
  return [...first.keys()][0] ?? nearer([...doubtful.values()])
}

// A day of more than twelve is no month; and nobody writes 11.22.
const sure = ({ a, b }: Parts, sign: string | undefined): Dates | null =>
  a > 12 || sign === '.' ? 'day_first' : b > 12 ? 'month_first' : null

const FARTHER = 3 // one reading spreads the days so much farther than the other

// Days of a past lie side by side: read the wrong way round those of one week are months apart.
function nearer(doubtful: readonly Doubtful[]): Dates | LineTrouble | null {
  const [one] = doubtful
  if (!one) return null
  const day_first = spread(doubtful, ({ a, b, year }) => Date.UTC(year, b - 1, a))
  const month_first = spread(doubtful, ({ a, b, year }) => Date.UTC(year, a - 1, b))
  if (day_first * FARTHER < month_first) return 'day_first'
  return month_first * FARTHER < day_first ? 'month_first' : eitherWay(one)
}

function spread(doubtful: readonly Doubtful[], of: (parts: Parts) => number): number {
  const days = doubtful.map(({ parts }) => of(parts))
  return Math.max(...days) - Math.min(...days)
}

const eitherWay = ({ line, written }: Doubtful): LineTrouble => ({
  line,
  asks: 'dates',
  fr: `« ${written.slice(0, 20)} » se lit de deux façons ; dites si le jour ou le mois vient d’abord`,
  en: `“${written.slice(0, 20)}” can be read in two ways; say whether the day or the month comes first`,
})

function bothWays(lines: readonly number[]): LineTrouble {
  const [before, after] = [Math.min(...lines), Math.max(...lines)]
  return {
    line: after,
    fr: `ici le jour et le mois sont dans l’autre ordre qu’à la ligne ${before} ; écrivez toutes les dates de la même façon`,
    en: `here day and month are the other way round than at line ${before}; write all dates the same way`,
  }
}
