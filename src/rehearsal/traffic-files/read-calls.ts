// A call-by-call file, row by row. A row that cannot be understood is counted under its reason with the first lines it happened on, and
// left out; a file is refused only when a column that was named is not there.
import { columnNames, type Cells, type ColumnName, type Columns } from './columns.ts'
import { rowsOf } from './csv.ts'
import { timesOf, type Stretch, type Times } from './row-times.ts'

/** One contact. Seconds are counted from midnight of its own `day`, and run past 86,400 where it went on after midnight. */
export type Call = {
  id: string
  line: number
  day: string
  entered_s: number // the menu, or the queue where there is none
  arrived_s: number // when it wanted somebody: after the menu
  wait_s: number // until answered or given up
  ended: 'answered' | 'gave_up' | 'left_in_menu'
  served_from_s: number | null
  handling_s: number | null
  agent: string | null
  priority: string
  kind: string
}

export const oddities = [
  'quotes_not_closed',
  'cells_missing',
  'day_unreadable',
  'time_unreadable',
  'ends_before_it_begins',
  'outcome_unknown',
  'left_out', // no contact at all, by its outcome
  'served_but_gave_up', // kept, as given up
  'answered_by_nobody_named', // kept
] as const
export type Oddity = (typeof oddities)[number]
export type Oddities = Partial<Record<Oddity, { rows: number; first_lines: number[] }>>

export type CallFile = { calls: Call[]; rows: number; odd: Oddities }

/** Refusal of a whole file: the columns that its heading does not have. */
export class ColumnsMissing extends Error {
  override name = 'ColumnsMissing'
}
const columnsMissing = (missing: string[], headings: string[]) =>
  new ColumnsMissing(`no column called ${missing.join(', ')}; the file has ${legible(headings)}`)

// A file that is none of text would otherwise speak to the terminal.
const MOST_SAID = 200
const legible = (headings: string[]): string =>
  headings
    .join(', ')
    .replaceAll(/[\p{C}\uFFFD]+/gu, '�')
    .slice(0, MOST_SAID)

/** The contacts of a file in order of arrival, with everything odd that was met. `text`: the whole file, UTF-8. */
export function readCalls(text: string, columns: Columns): CallFile {
  const odd: Oddities = {}
  const note = (oddity: Oddity, line: number) => {
    const seen = (odd[oddity] ??= { rows: 0, first_lines: [] })
    seen.rows += 1
    if (seen.first_lines.length < 5) seen.first_lines.push(line)
  }
  const calls: Call[] = []
  let cellOf: ((name: ColumnName) => number) | null = null
  let rows = 0
  for (const { line, cells } of rowsOf(text, columns.separator)) {
    if (!cellOf) {
      cellOf = placesOf(cells ?? [], columns)
      continue
    }
    rows += 1
    const places = cellOf
    const call =
      cells === null
        ? 'quotes_not_closed'
        : readCall(columns, line, (name) => (places(name) < 0 ? null : (cells[places(name)] ?? null)))
    if (typeof call === 'string') note(call, line)
    else {
      for (const oddity of call.odd) note(oddity, line)
      calls.push(call.call)
    }
  }
  return { calls: calls.toSorted((a, b) => a.day.localeCompare(b.day) || a.arrived_s - b.arrived_s), rows, odd }
}

function placesOf(headings: string[], columns: Columns) {
  const wanted = columnNames.filter((name) => columns[name] !== undefined)
  const places = new Map(wanted.map((name) => [name, headings.indexOf(columns[name] ?? '')]))
  const missing = wanted.filter((name) => places.get(name) === -1).map((name) => columns[name] ?? name)
  if (missing.length > 0) throw columnsMissing(missing, headings)
  return (name: ColumnName) => places.get(name) ?? -1
}

type Read = { call: Call; odd: Oddity[] }

function readCall(columns: Columns, line: number, cell: Cells): Read | Oddity {
  if (columnNames.some((name) => columns[name] !== undefined && cell(name) === null)) return 'cells_missing'
  const outcome = cell('outcome')
  if (outcome !== null && columns.outcomes.left_out.includes(outcome)) return 'left_out'
  const times = timesOf(columns, cell)
  if (typeof times === 'string') return times
  const ended = endOf(columns, outcome, times)
  if (!ended) return 'outcome_unknown'
  const agent = ended === 'answered' ? agentOf(columns, cell) : null
  const names = { id: cell('id') ?? String(line), priority: cell('priority') ?? '', kind: cell('kind') ?? 'calls' }
  const odd = oddOf(ended, { served: times.served, named: agent !== null || !columns.agent })
  return { odd, call: { ...names, line, agent, ended, ...placed(times, ended === 'answered' ? times.served : null) } }
}

function oddOf(ended: Call['ended'], { served, named }: { served: Stretch | null; named: boolean }): Oddity[] {
  if (ended === 'answered') return named ? [] : ['answered_by_nobody_named']
  return served ? ['served_but_gave_up'] : []
}

function placed({ day, entered_s, arrived_s, queued }: Times, served: Stretch | null) {
  return {
    day,
    entered_s,
    arrived_s: queued ? queued.from_s : arrived_s,
    wait_s: queued ? queued.to_s - queued.from_s : 0,
    served_from_s: served ? served.from_s : null,
    handling_s: served ? served.to_s - served.from_s : null,
  }
}

function agentOf(columns: Columns, cell: Cells): string | null {
  const named = cell('agent')
  return named === null || columns.nobody.includes(named) ? null : named
}

// Without a column of outcomes the times tell: served, or waited in vain, or never got out of the menu.
function endOf(columns: Columns, outcome: string | null, times: Times): Call['ended'] | null {
  const { answered, gave_up } = columns.outcomes
  if (outcome !== null && answered.length + gave_up.length > 0) {
    if (answered.includes(outcome)) return 'answered'
    if (!gave_up.includes(outcome)) return null
    return times.queued ? 'gave_up' : 'left_in_menu'
  }
  return times.served ? 'answered' : times.queued ? 'gave_up' : 'left_in_menu'
}
