// A forecast for whoever reads it in a terminal: what is chosen and why, the race, the days, what was strange.
import { columns } from '#rehearsal'
import { methodNames, type ForecastAnswer, type SeriesAnswer } from '#forecasting/engine'
import { count, percent, seconds } from './say-number.ts'
import { fits, wrapped } from './say-table.ts'

const MOST_DAYS = 28
const MOST_STRANGE = 12

export function forecastTable({ series, zone, interval_min }: ForecastAnswer): string {
  return [
    ...series.flatMap((each) => [...one(each, zone), '']),
    `Intervals of ${interval_min} min, days of ${zone}. --json tells every interval.`,
  ].join('\n')
}

function one(answer: SeriesAnswer, zone: string): string[] {
  const { name, known, why, notes, patience, handling } = answer
  return [
    name,
    known.from === null
      ? '  nothing is known'
      : `  known: ${known.days} day${known.days === 1 ? '' : 's'} from ${known.from} to ${known.to}, ${count(Math.round(known.total))} came`,
    ...wrapped(why.en, '  '),
    ...notes.flatMap(({ en }) => wrapped(en, '  ! ')),
    ...race(answer),
    ...bounds(answer),
    ...days(answer, zone),
    ...effects(answer),
    ...strange(answer, zone),
    ...(handling
      ? [
          '',
          `  handling: ${seconds(handling.mean_s)} on average, ${handling.trend_s_per_week >= 0 ? '+' : ''}${handling.trend_s_per_week.toFixed(1)} s a week`,
        ]
      : []),
    ...(patience
      ? [
          '',
          ...wrapped(
            `patience: ${seconds(patience.median_s)} median, ${seconds(patience.mean_s)} mean, from ${count(patience.n)} waits of which ${count(patience.gave_up)} were given up`,
            '  ',
          ),
        ]
      : []),
  ]
}

const states: Readonly<Record<SeriesAnswer['race'][number]['state'], string>> = {
  chosen: '← chosen',
  not_best: '',
  loses_to_simple: 'loses to simple',
  too_short: 'past too short',
  failed: 'failed',
  too_slow: 'ran out of time',
  no_chance: 'no chance',
}

function race({ race: rows, tried_on }: SeriesAnswer): string[] {
  if (tried_on.origins === 0) return []
  const last = Math.max(1, ...rows.flatMap(({ by_lead }) => by_lead.map(({ days_ahead }) => days_ahead)))
  const lead = ({ by_lead }: SeriesAnswer['race'][number], days: number) =>
    share(by_lead.find(({ days_ahead }) => days_ahead === days)?.wape ?? null)
  const drawn = (narrow: boolean): string[] => {
    const name = (method: SeriesAnswer['race'][number]['method']) =>
      narrow ? methodNames[method].en.replace(/ \(.*\)/, '') : methodNames[method].en
    return columns(
      [
        ['method', 'WAPE', 'bias', ...(narrow ? [] : ['of days']), '1 day', `${last} days`, ''],
        ...rows.map((row) => [
          name(row.method),
          share(row.wape),
          row.bias === null ? '–' : `${row.bias < 0 ? '−' : '+'}${share(Math.abs(row.bias))}`,
          ...(narrow ? [] : [share(row.wape_day)]),
          lead(row, 1),
          lead(row, last),
          states[row.state],
        ]),
      ],
      { explains: true, gap: 2 },
    ).map((line) => `  ${line}`)
  }
  return [
    '',
    ...wrapped(
      `the race: from ${tried_on.origins} moments of the past, up to ${tried_on.horizon_days} days ahead, by interval (and of days)`,
      '  ',
    ),
    ...(fits(drawn(false)) ? drawn(false) : drawn(true)),
    ...rows.flatMap(({ method, made_of }) =>
      made_of
        ? wrapped(
            `${methodNames[method].en}: ${made_of.map((part) => `${Math.round(part.weight * 100)} % ${methodNames[part.method].en}`).join(', ')}`,
            '    ',
          )
        : [],
    ),
  ]
}

// An error of a hundredth of a per cent is as good as none.
const share = (value: number | null): string => percent(value === null ? null : Math.round(value * 10_000) / 10_000)

const bounds = ({ coverage }: SeriesAnswer): string[] =>
  coverage.length === 0
    ? []
    : [
        '',
        ...wrapped(
          `bounds in the race: ${coverage.map(({ quantile, below }) => `${percent(quantile)} of counts should lie below p${Math.round(quantile * 100)}, ${percent(below)} did`).join('; ')}`,
          '  ',
        ),
      ]

function days({ days: told, intervals }: SeriesAnswer, zone: string): string[] {
  if (told.length === 0) return []
  const shown = told.slice(0, MOST_DAYS)
  const shares = Object.keys(told[0]?.quantiles ?? {})
  const shapes = new Map<string, number[]>(shown.map(({ date }) => [date, []]))
  for (const { at, mean } of intervals.slice(0, (MOST_DAYS + 1) * 300)) shapes.get(localTime(at, zone).slice(0, 10))?.push(mean)
  const lines = shown.map(({ date, mean, quantiles }) => [
    `${weekdayNames.format(new Date(`${date}T12:00Z`))} ${date}`,
    count(Math.round(mean)),
    ...shares.map((share) => count(Math.round(quantiles[share] ?? 0))),
    spark(shapes.get(date) ?? []),
  ])
  const heading = ['day', 'mean', ...shares.map((share) => `p${Math.round(Number(share) * 100)}`), 'its shape']
  return [
    '',
    ...indented([heading, ...lines]),
    ...(told.length > MOST_DAYS ? [`  … and ${told.length - MOST_DAYS} days more`] : []),
  ]
}

const weekdayNames = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' })
const blocks = ' ▁▂▃▄▅▆▇█'
const HALF_HOURS = 48

function spark(means: readonly number[]): string {
  const wide = Math.min(HALF_HOURS, means.length)
  const bars = Array.from({ length: wide }, (_, i) => {
    const part = means.slice(Math.floor((i * means.length) / wide), Math.floor(((i + 1) * means.length) / wide))
    return part.reduce((sum, mean) => sum + mean, 0) / Math.max(1, part.length)
  })
  const most = Math.max(...bars, 0)
  return bars.map((bar) => (most > 0 && bar > 0 ? blocks[Math.max(1, Math.round((bar / most) * 8))] : ' ')).join('')
}

function effects({ effects: told }: SeriesAnswer): string[] {
  if (told.length === 0) return []
  const from = ({ stated, learnt_from }: (typeof told)[number]) =>
    stated
      ? 'stated'
      : learnt_from > 0
        ? `learnt from ${learnt_from} day${learnt_from === 1 ? '' : 's'}`
        : 'not known, counts for nothing'
  return [
    '',
    '  effects',
    ...indented(told.map((each) => [each.name.replaceAll('_', ' '), `× ${each.effect.toFixed(2)}`, from(each)])),
  ]
}

function strange({ outliers, gaps }: SeriesAnswer, zone: string): string[] {
  const shown = outliers.toSorted((a, b) => Math.abs(b.score) - Math.abs(a.score)).slice(0, MOST_STRANGE)
  return [
    ...(shown.length > 0
      ? [
          '',
          `  strange in the past (${outliers.length}): learnt from all the same, unless you write them into set_aside`,
          ...indented(
            shown.map((each) => [
              each.kind === 'day'
                ? localTime(each.from, zone).slice(0, 10)
                : `${localTime(each.from, zone)} – ${localTime(each.to, zone).slice(11)}`,
              `${count(Math.round(each.seen))} came`,
              `${count(Math.round(each.expected))} usual`,
              `score ${each.score.toFixed(1)}`,
              [each.event, each.set_aside ? 'set aside' : null].filter(Boolean).join(', '),
            ]),
          ),
        ]
      : []),
    ...(gaps.length > 0
      ? [
          '',
          ...wrapped(
            `not known: ${gaps
              .slice(-6)
              .map(({ from, to }) => `${localTime(from, zone)} – ${localTime(to, zone)}`)
              .join('; ')}`,
            '  ',
          ),
        ]
      : []),
  ]
}

const localTime = (at: string, zone: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')

const indented = (rows: readonly (readonly string[])[]): string[] =>
  columns(rows, { explains: true }).map((line) => `    ${line}`)
