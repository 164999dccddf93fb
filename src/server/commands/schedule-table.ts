// A plan for whoever reads it in a terminal: how good it is, the week as a grid, coverage by hour, and why it does not fit. Pure.
import { sayTrouble } from '#scheduling/engine'
import type { Answer, Ask, Coverage, Shift } from '#scheduling/contract'

const MOST_ROWS = 60

export function scheduleTable(answer: Answer, ask: Ask): string {
  return [
    headline(answer),
    '',
    ...grid(answer, ask),
    '',
    ...answer.coverage.flatMap((coverage) => coverageTable(coverage, ask)),
    ...answer.why.slice(0, 15).map(({ en }) => `! ${en}`),
    ...answer.troubles.map((trouble) => `! ${trouble.person}, ${trouble.day}: ${sayTrouble(trouble).en}`),
    ...answer.sessions.filter(({ placed }) => !placed).map(({ name, person }) => `! no room for “${name}” of ${person}`),
  ].join('\n')
}

function headline({ name, status, people, shifts, gap, objective, bound, shortage, seconds }: Answer): string {
  const proof = status === 'proven' ? 'proven' : status === 'cancelled' ? 'stopped' : 'as far as the time went'
  return [
    `${name}: ${people} people, ${shifts.length} shifts, ${seconds.toFixed(1)} s, ${proof}: at most ${(gap * 100).toFixed(2)} % from the best there is`,
    `cost ${objective.toFixed(1)}, no plan below ${bound.toFixed(1)} · ${shortage.hours.toFixed(2)} h of people missing in ${shortage.intervals} quarters of an hour; ${shortage.coverable} of them could be covered by a change of one person's week (${shortage.changes_tried} tried)`,
  ].join('\n')
}

function grid({ shifts }: Answer, { first_day, days, zone, people }: Ask): string[] {
  const dates = Array.from({ length: days }, (_, d) => Temporal.PlainDate.from(first_day).add({ days: d }).toString())
  const names = people.flatMap(({ name, count }) =>
    count === 1 ? [name] : Array.from({ length: count }, (_, i) => `${name} ${i + 1}`),
  )
  const width = Math.max(8, ...names.slice(0, MOST_ROWS).map(({ length }) => length))
  const own = Map.groupBy(shifts, ({ person, day }) => `${person}|${day}`)
  const shown = dates.slice(0, 7)
  const rows = names
    .slice(0, MOST_ROWS)
    .map((name) => [name.padEnd(width), ...shown.map((day) => cell(own.get(`${name}|${day}`), zone))].join('  ').trimEnd())
  const more = [
    ...(names.length > MOST_ROWS ? [`… and ${names.length - MOST_ROWS} more people (--json has them all)`] : []),
    ...(days > 7 ? [`… and ${days - 7} more days (--json has them all)`] : []),
  ]
  return [['lunch in ()'.padEnd(width), ...shown.map((day) => day.slice(5).padEnd(19))].join('  ').trimEnd(), ...rows, ...more]
}

function cell(shifts: readonly Shift[] | undefined, zone: string): string {
  const said = (shifts ?? []).map(({ starts_at, ends_at, activities }) => {
    const lunch = activities.find(({ kind }) => kind === 'lunch')
    return `${time(starts_at, zone)}–${time(ends_at, zone)}${lunch ? ` (${time(lunch.starts_at, zone)})` : ''}`
  })
  return (said.join(' + ') || '·').padEnd(19)
}

const time = (instant: string, zone: string): string => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' }) // prettier-ignore

// Hours of the day in which anything is needed: people planned of people needed, on average.
function coverageTable({ name, from, interval_min, need, planned }: Coverage, { zone, first_day, days }: Ask): string[] {
  const cells = new Map<string, { need: number; planned: number; count: number }>()
  const hours = new Set<number>()
  const began = Temporal.Instant.from(from)
  for (const [i, wanted] of need.entries()) {
    const at = began.add({ minutes: i * interval_min }).toZonedDateTimeISO(zone)
    if (wanted > 0) hours.add(at.hour)
    const key = `${at.toPlainDate().toString()}|${at.hour}`
    const cell = cells.get(key) ?? { need: 0, planned: 0, count: 0 }
    cells.set(key, { need: cell.need + wanted, planned: cell.planned + (planned[i] ?? 0), count: cell.count + 1 })
  }
  const dates = Array.from({ length: Math.min(7, days) }, (_, d) =>
    Temporal.PlainDate.from(first_day).add({ days: d }).toString(),
  )
  const short = (value: number): string => String(Math.round(value * 10) / 10)
  const rows = [...hours].toSorted((a, b) => a - b).map((hour) =>
    [`  ${String(hour).padStart(2, '0')} h`, ...dates.map((date) => {
      const cell = cells.get(`${date}|${hour}`)
      return (cell && cell.need > 0 ? `${short(cell.planned / cell.count)} of ${short(cell.need / cell.count)}` : '·').padEnd(14)
    })].join('  ').trimEnd(),
  ) // prettier-ignore
  return [
    `${name}: people planned of people needed`,
    `        ${dates.map((date) => date.slice(5).padEnd(14)).join('  ')}`.trimEnd(),
    ...rows,
    '',
  ]
}
