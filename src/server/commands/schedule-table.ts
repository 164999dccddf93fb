// A plan for whoever reads it in a terminal: how good it is, the week as a grid, coverage by hour, and why it does not fit. Pure.
import { sayTrouble } from '#scheduling/engine'
import type { Answer, Ask, Coverage, Shift } from '#scheduling/contract'
import { fits, wrapped } from './say-table.ts'

const MOST_ROWS = 60

export function scheduleTable(answer: Answer, ask: Ask): string {
  return [
    ...headline(answer).flatMap((line) => wrapped(line, '')),
    '',
    ...grid(answer, ask),
    '',
    ...answer.coverage.flatMap((coverage) => coverageTable(coverage, ask)),
    ...remarks(answer, ask).flatMap((line) => wrapped(line, '! ')),
  ].join('\n')
}

const MOST_WHY = 15

function remarks({ why, troubles, sessions }: Answer, { needs }: Ask): string[] {
  return [
    ...why.slice(0, MOST_WHY).map(({ need, en }) => `${needs.length > 1 ? `${need}: ` : ''}${en}`),
    ...(why.length > MOST_WHY ? [`… and ${why.length - MOST_WHY} more times at which somebody is missing (--json has them all)`] : []),
    ...troubles.map((trouble) => `${trouble.person}, ${trouble.day}: ${sayTrouble(trouble).en}`),
    ...sessions.filter(({ placed }) => !placed).map(({ name, person, why: because }) => `no room for “${name}” of ${person}${because ? `: ${because.en}` : ''}`),
  ] // prettier-ignore
}

const partNames: Readonly<Record<Answer['parts'][number]['code'], string>> = {
  short: 'people missing',
  over: 'people too many',
  overtime: 'overtime',
  less: 'hours below contracts',
  wish: 'wishes',
  fairness: 'fairness',
  change: 'changes',
}

function headline({
  name,
  status,
  people,
  shifts,
  gap,
  objective,
  bound,
  shortage,
  seconds,
  parts,
  unavoidable,
}: Answer): string[] {
  const proof = status === 'proven' ? 'proven' : status === 'cancelled' ? 'stopped' : 'the best found'
  const dear = parts.filter(({ cost }) => cost >= 0.05).map(({ code, cost }) => `${partNames[code]} ${cost.toFixed(1)}`)
  return [
    `${name}: ${people} ${people === 1 ? 'person' : 'people'}, ${shifts.length} shifts, ${seconds.toFixed(1)} s, ${proof}: at most ${(gap * 100).toFixed(2)} % from the best there is`,
    `cost ${objective.toFixed(1)}, no plan below ${bound.toFixed(1)}${dear.length > 0 ? ` (${dear.join(', ')})` : ''}${unavoidable >= 0.05 ? `; ${unavoidable.toFixed(1)} of it any plan costs` : ''}`,
    `${shortage.hours.toFixed(2)} h of people missing in ${shortage.intervals} quarters of an hour; ${shortage.coverable} of them could be covered by a change of one person's week (${shortage.changes_tried} tried)`,
  ]
}

// Lunches beside the shifts only where a week of them fits.
function grid({ shifts }: Answer, { first_day, days, zone, people }: Ask): string[] {
  const dates = datesOf(first_day, Math.min(7, days))
  const names = people.flatMap(({ name, count }) =>
    count === 1 ? [name] : Array.from({ length: count }, (_, i) => `${name} ${i + 1}`),
  )
  const own = Map.groupBy(shifts, ({ person, day }) => `${person}|${day}`)
  const tableOf = (some: readonly Temporal.PlainDate[], lunch: boolean): string[] =>
    leftTable([
      [lunch ? 'lunch in ()' : '', ...some.map(dayName)],
      ...names.slice(0, MOST_ROWS).map((name) => [name, ...some.map((day) => cell(own.get(`${name}|${day.toString()}`), { zone, lunch }))]),
    ]) // prettier-ignore
  const whole = tableOf(dates, true)
  return [
    ...(fits(whole) ? whole : inBlocks(dates, (some) => tableOf(some, false))),
    ...(names.length > MOST_ROWS ? [`… and ${names.length - MOST_ROWS} more people (--json has them all)`] : []),
    ...(days > 7 ? [`… and ${days - 7} more days (--json has them all)`] : []),
  ]
}

// As many days side by side as there is room for, the others below.
function inBlocks(dates: readonly Temporal.PlainDate[], tableOf: (some: readonly Temporal.PlainDate[]) => string[]): string[] {
  let each = dates.length
  while (each > 1 && !fits(tableOf(dates.slice(0, each)))) each--
  const many = Math.ceil(dates.length / each)
  const even = Math.ceil(dates.length / many)
  const blocks = Array.from({ length: many }, (_, i) => tableOf(dates.slice(i * even, (i + 1) * even)))
  return blocks.flatMap((block, i) => (i === 0 ? block : ['', ...block]))
}

const datesOf = (first: string, count: number): Temporal.PlainDate[] =>
  Array.from({ length: count }, (_, d) => Temporal.PlainDate.from(first).add({ days: d }))
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const dayName = (day: Temporal.PlainDate): string => `${weekdays[day.dayOfWeek - 1]} ${day.toString().slice(5)}`

function leftTable(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => Array.from(row[i]!).length))) // a heading and rows as long as it
  return rows.map((row) => row.map((text, i) => text.padEnd(widths[i]!)).join('  ').trimEnd()) // prettier-ignore
}

function cell(shifts: readonly Shift[] | undefined, { zone, lunch: asked }: { zone: string; lunch: boolean }): string {
  const said = (shifts ?? []).map(({ starts_at, ends_at, activities }) => {
    const lunch = asked ? activities.find(({ kind }) => kind === 'lunch') : undefined
    return `${time(starts_at, zone)}–${time(ends_at, zone)}${lunch ? ` (${time(lunch.starts_at, zone)})` : ''}`
  })
  return said.join(' + ') || '·'
}

const time = (instant: string, zone: string): string => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' }) // prettier-ignore

// Hours of the day in which anything is needed: people planned of people needed, on average.
function coverageTable({ name, from, interval_min, need, planned }: Coverage, { zone, first_day, days }: Ask): string[] {
  const cells = new Map<string, { need: number; planned: number; count: number; missing: boolean }>()
  const hours = new Set<number>()
  const began = Temporal.Instant.from(from)
  for (const [i, wanted] of need.entries()) {
    const at = began.add({ minutes: i * interval_min }).toZonedDateTimeISO(zone)
    if (wanted > 0) hours.add(at.hour)
    const key = `${at.toPlainDate().toString()}|${at.hour}`
    const cell = cells.get(key) ?? { need: 0, planned: 0, count: 0, missing: false }
    const here = planned[i] ?? 0
    cells.set(key, {
      need: cell.need + wanted,
      planned: cell.planned + here,
      count: cell.count + 1,
      missing: cell.missing || here < wanted - 1e-9,
    })
  }
  const dates = datesOf(first_day, Math.min(7, days))
  const short = (value: number): string => String(Math.round(value * 10) / 10)
  const saidOf = (day: Temporal.PlainDate, hour: number): string => {
    const cell = cells.get(`${day.toString()}|${hour}`)
    if (!cell || cell.need === 0) return '·'
    return `${short(cell.planned / cell.count)}/${short(cell.need / cell.count)}${cell.missing ? ' !' : ''}`
  }
  const tableOf = (some: readonly Temporal.PlainDate[]): string[] =>
    leftTable([
      ['', ...some.map(dayName)],
      ...[...hours].toSorted((a, b) => a - b).map((hour) => [`  ${String(hour).padStart(2, '0')} h`, ...some.map((day) => saidOf(day, hour))]),
    ]) // prettier-ignore
  if (hours.size === 0) return [`${name}: nobody is needed`, '']
  return [`${name}: people planned/needed, ! where somebody is missing`, ...inBlocks(dates, tableOf), '']
}
