// What no shape can see in an ask: series without figures, spans that end before they begin, a forecast that nothing leads to. Pure.
import type { Ask } from '../contract/ask.ts'
import { MOST_INTERVALS } from '../contract/series.ts'
import { clocksOf } from './seen.ts'

type Trouble = { path: string; message: string }

const FARTHEST_DAYS = 800
const MOST_TOLD = 2_000_000
const DAY_MS = 86_400_000

/** What is wrong, where, and what to write instead; empty where the ask can be answered. Files must have been read. */
export function askTroubles(ask: Ask): Trouble[] {
  const names = ask.series.map(({ name }) => name)
  const again = names.findIndex((name, i) => names.indexOf(name) < i)
  const told = ask.series.length * ask.horizon.days * (1_440 / ask.interval_min)
  return [
    ...(again < 0
      ? []
      : [{ path: `series.${again}.name`, message: `two series are called “${names[again]}”: give one of them another name` }]),
    ...ask.series.flatMap((series, i) => troublesOfSeries(series, `series.${i}`)),
    ...strangers(ask),
    ...(ask.opening && Object.values(ask.opening).every((ranges) => ranges.length === 0)
      ? [{ path: 'opening', message: 'no day is open: write when it is, or leave it out' }]
      : []),
    ...spans(ask, 'events'),
    ...spans(ask, 'set_aside'),
    ...Object.entries(ask.opening ?? {}).flatMap(([weekday, ranges]) =>
      ranges.flatMap(([from, to], i) =>
        from < to ? [] : [{ path: `opening.${weekday}.${i}`, message: `write an end after ${from}` }],
      ),
    ),
    ...(told > MOST_TOLD
      ? [
          {
            path: 'horizon.days',
            message: `${Math.round(told / 1e6)} million intervals would be told: write fewer days or fewer series`,
          },
        ]
      : []),
    ...(ask.series.some((series, i) => troublesOfSeries(series, `series.${i}`).length > 0) ? [] : troublesOfHorizon(ask)),
  ]
}

function troublesOfSeries(series: Ask['series'][number], path: string): Trouble[] {
  const given = [series.values, series.rows, series.file].filter((each) => each !== undefined).length
  if (given !== 1)
    return [
      {
        path,
        message: given === 0 ? 'write what came: values with from, rows, or a file' : 'write only one of values, rows and file',
      },
    ]
  const { values, from, handling_s } = series
  return [
    ...(values && from === undefined
      ? [{ path: `${path}.from`, message: 'is missing: write when the first of the values begins' }]
      : []),
    ...(handling_s && !values ? [{ path: `${path}.handling_s`, message: 'goes with values; in rows write handled_s' }] : []),
    ...(handling_s && values && handling_s.length !== values.length
      ? [
          {
            path: `${path}.handling_s`,
            message: `write one for each of the ${values.length} values (there are ${handling_s.length}); null where it is not known`,
          },
        ]
      : []),
  ]
}

// An event of a series that is not there would quietly count for nothing.
function strangers({ series, events, set_aside }: Ask): Trouble[] {
  const names = series.map(({ name }) => name)
  const unknown = (name: string, path: string): Trouble[] =>
    names.includes(name) ? [] : [{ path, message: `there is no series “${name}”: write ${names.slice(0, 10).map((each) => `“${each}”`).join(' or ')}` }] // prettier-ignore
  return [
    ...events.flatMap((event, i) => (event.series ?? []).flatMap((name, j) => unknown(name, `events.${i}.series.${j}`))),
    ...set_aside.flatMap((span, i) => (span.series === undefined ? [] : unknown(span.series, `set_aside.${i}.series`))),
  ]
}

function spans(ask: Ask, field: 'events' | 'set_aside'): Trouble[] {
  const clocks = clocksOf(ask.zone)
  return ask[field].flatMap(({ from, to }, i) =>
    clocks(from) < clocks(to) ? [] : [{ path: `${field}.${i}.to`, message: `write a moment after ${from}` }],
  )
}

// The span of a series is bounded too: one wrong year among the rows would lay out centuries.
function troublesOfHorizon(ask: Ask): Trouble[] {
  const clocks = clocksOf(ask.zone)
  const ends = ask.series.map((series) => endOf(series, { clocks, interval_min: ask.interval_min }))
  const last = Math.max(...ends.map(({ to }) => to))
  const long = ends.findIndex(
    ({ from, to }) => Math.min(to - from, ask.weeks * 7 * DAY_MS) / (ask.interval_min * 60_000) > MOST_INTERVALS,
  )
  if (long >= 0) return [{ path: `series.${long}`, message: `spans too long: write a longer interval_min, or fewer weeks` }]
  if (ask.horizon.from === undefined) {
    return Number.isFinite(last)
      ? []
      : [{ path: 'series', message: 'nothing is known in any of them: write what came, or horizon.from to be told so' }]
  }
  const from = /^\d{4}-\d\d-\d\d$/.test(ask.horizon.from) ? clocks(`${ask.horizon.from}T00:00`) : clocks(ask.horizon.from)
  if (!Number.isFinite(last)) return []
  return Math.abs(from - last) > FARTHEST_DAYS * DAY_MS
    ? [{ path: 'horizon.from', message: `lies more than ${FARTHEST_DAYS} days from the last that is known: write a nearer day` }]
    : []
}

type Read = { clocks: (written: string) => number; interval_min: number }

function endOf({ values, rows, from }: Ask['series'][number], { clocks, interval_min }: Read): { from: number; to: number } {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const add = (ms: number) => ([first, last] = [Math.min(first, ms), Math.max(last, ms)])
  for (const { at, n } of rows ?? []) if (n !== null) add(clocks(at))
  if (from !== undefined) {
    const start = clocks(from)
    values?.forEach((value, i) => value !== null && add(start + i * interval_min * 60_000))
  }
  return { from: first, to: last }
}
