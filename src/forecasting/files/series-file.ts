// A CSV file of what came: a row per interval with its count, or a row per contact. Rows that cannot be read are counted and told, not guessed.
import { rowsOf, momentOf } from '#rehearsal'
import type { Series, SeriesFile } from '../contract/series.ts'

type Rows = NonNullable<Series['rows']>
type Waits = NonNullable<Series['waits']>
export type ReadFile = { rows: Rows; waits: Waits; talk: string }

const MOST_ROWS = 2_000_000
const MOST_LINES_SAID = 3
const MOST_WAITS = 500_000

/**
 * Rows of one moment are added up, so that a call-by-call file of a year is a row per interval.
 * @throws Error with what to write instead, where a column is not there or no row can be read
 */
export function readSeriesFile(text: string, file: SeriesFile): ReadFile {
  const lines = rowsOf(text, file.separator)
  const heading = lines.next()
  const at = placesIn(heading.done ? [] : (heading.value.cells ?? []), file)
  const found = new Map<string, Gathered>()
  const waits: Waits = []
  const odd: number[] = []
  let read = 0
  for (const { line, cells } of lines) {
    if (read >= MOST_ROWS) throw new Error(`it has more than ${MOST_ROWS / 1e6} million rows: give it in parts`)
    if (cells && !isWanted(cells, at, file)) continue
    const row = cells && rowFrom(cells, at)
    if (!row) {
      odd.push(line)
      continue
    }
    read += 1
    gather(found, row)
    const wait = waitFrom(cells, at, file)
    if (wait && waits.length < MOST_WAITS) waits.push(wait)
  }
  if (read === 0) throw new Error(`no row of it can be read (the first has “${file.at}” in line ${odd[0] ?? 2})`)
  return { rows: [...found].map(([moment, sums]) => rowOf(moment, sums)), waits, talk: talkOf(read, odd) }
}

type Places = Record<'n' | 'date' | 'handled' | 'waited' | 'gave_up' | 'only', number | null> & { at: number }

function placesIn(names: readonly string[], file: SeriesFile): Places {
  const place = (name: string | undefined): number | null => {
    if (name === undefined) return null
    const at = names.indexOf(name)
    if (at >= 0) return at
    throw new Error(
      `there is no column “${name}”: write one of ${names
        .slice(0, 20)
        .map((each) => `“${each}”`)
        .join(', ')}`,
    )
  }
  return {
    at: place(file.at) ?? 0,
    date: place(file.date),
    n: place(file.n),
    handled: place(file.handled_s),
    waited: place(file.waited_s),
    gave_up: place(file.gave_up?.column),
    only: place(file.only?.column),
  }
}

const isWanted = (cells: readonly string[], { only }: Places, file: SeriesFile): boolean =>
  only === null || (file.only?.values.includes(cells[only] ?? '') ?? true)

function waitFrom(cells: readonly string[], { waited, gave_up }: Places, file: SeriesFile): Waits[number] | null {
  const waited_s = waited === null ? null : numberOf(cells[waited])
  if (waited_s === null) return null
  return { waited_s, gave_up: gave_up !== null && (file.gave_up?.values.includes(cells[gave_up] ?? '') ?? false) }
}

type Row = { moment: string; n: number | null; handled_s: number | null }
type Gathered = { n: number | null; seconds: number; handled: number }

function rowFrom(cells: readonly string[], at: Places): Row | null {
  const written = at.date === null ? (cells[at.at] ?? '') : `${cells[at.date] ?? ''} ${cells[at.at] ?? ''}`
  const moment = momentText(written)
  if (moment === null) return null
  const counted = at.n === null ? 1 : numberOf(cells[at.n])
  if (at.n !== null && counted === null && !isNotKnown(cells[at.n])) return null
  return { moment, n: counted, handled_s: at.handled === null ? null : numberOf(cells[at.handled]) }
}

// An instant stays one; a time on the clocks becomes "2026-03-02T08:00", its minute; a day its midnight. A day that no calendar has is none.
function momentText(written: string): string | null {
  const text = written.trim()
  if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)$/.test(text)) return isInstant(text) ? text.replace(' ', 'T') : null
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return isOfCalendar(text) ? `${text}T00:00` : null
  const moment = momentOf(text)
  if (!moment || moment.day === null || !isOfCalendar(moment.day)) return null
  const minutes = Math.floor(moment.second / 60)
  return `${moment.day}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

function isOfCalendar(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, date)).toISOString().startsWith(day)
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text)
    return true
  } catch {
    return false
  }
}

function gather(found: Map<string, Gathered>, { moment, n, handled_s }: Row): void {
  const sums = found.get(moment) ?? { n: null, seconds: 0, handled: 0 }
  found.set(moment, sums)
  if (n !== null) sums.n = (sums.n ?? 0) + n
  if (handled_s === null || handled_s <= 0) return
  sums.seconds += handled_s * (n ?? 1)
  sums.handled += n ?? 1
}

const rowOf = (at: string, { n, seconds, handled }: Gathered): Rows[number] => ({
  at,
  n,
  ...(handled > 0 && { handled_s: seconds / handled }),
})

function numberOf(cell: string | undefined): number | null {
  const text = (cell ?? '').trim().replace(',', '.')
  const value = text === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) && value >= 0 ? value : null
}

const isNotKnown = (cell: string | undefined): boolean =>
  ['', 'na', 'nan', 'null', '-'].includes((cell ?? '').trim().toLowerCase())

function talkOf(read: number, odd: readonly number[]): string {
  const said =
    odd.length > 0
      ? `; ${odd.length} could not be read (line${odd.length === 1 ? '' : 's'} ${odd.slice(0, MOST_LINES_SAID).join(', ')}${odd.length > MOST_LINES_SAID ? ' …' : ''})`
      : ''
  return `${read} row${read === 1 ? '' : 's'} read${said}`
}
