import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { askShape, type AskInput } from '../contract/ask.ts'
import { answerShape, type SeriesAnswer } from '../contract/answer.ts'
import { forecast } from './forecast.ts'
import { askTroubles } from './check-ask.ts'
import { chance, poisson } from './made-up.ts'

const HOUR = 60
const MONDAY = '2026-03-02'

/** Hours of `days` from a Monday on: `usual` × the weekday's factor × the hour's share, through `law`. */
function hours(days: number, { usual = 400, law = (mean: number) => mean, change = (_day: number): number => 1 } = {}): number[] {
  const weekday = [1.3, 1, 0.9, 0.9, 1, 0.3, 0]
  const shape = (hour: number) => (hour < 8 || hour >= 20 ? 0 : 1 + Math.sin((Math.PI * (hour - 8)) / 12))
  const sum = [...Array(24).keys()].reduce((all, hour) => all + shape(hour), 0)
  return Array.from({ length: days * 24 }, (_, i) => {
    const [day, hour] = [Math.floor(i / 24), i % 24]
    return law((usual * (weekday[day % 7] ?? 0) * change(day) * shape(hour)) / sum)
  })
}
const noisy = (seed: number) => {
  const draw = chance(seed)
  return (mean: number) => poisson(mean, draw)
}
const asked = (values: (number | null)[], more: Partial<AskInput> = {}): AskInput => ({
  interval_min: HOUR,
  series: [{ name: 'calls', from: `${MONDAY}T00:00:00Z`, values }],
  seconds: 0,
  ...more,
})
function told(ask: AskInput): SeriesAnswer {
  const read = askShape.parse(ask)
  assert.deepEqual(askTroubles(read), [])
  const answer = forecast(read)
  assert.deepEqual(answerShape.parse(JSON.parse(JSON.stringify(answer))), answer)
  const [first] = answer.series
  assert.ok(first)
  for (const { mean, quantiles } of first.intervals) {
    const bounds = Object.values(quantiles)
    assert.ok(mean >= 0 && Number.isFinite(mean) && bounds.every((bound) => bound >= 0 && Number.isFinite(bound)))
    assert.deepEqual(
      bounds,
      bounds.toSorted((a, b) => a - b),
    )
  }
  return first
}
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
const near = (value: number | undefined, wanted: number, share = 0.05) =>
  assert.ok(value !== undefined && Math.abs(value - wanted) <= share * wanted, `${value} is not near ${wanted}`)

test('weeks that are all alike are forecast as they are, and the simple methods are good enough', () => {
  const { days, race, chosen } = told(asked(hours(56)))
  assert.deepEqual(
    days.map(({ mean }) => Math.round(mean)),
    [520, 400, 360, 360, 400, 120, 0],
  )
  assert.ok(race.every(({ method, wape }) => method === 'plain_mean' || method === 'tsb' || (wape ?? 1) < 0.02))
  assert.equal(chosen, 'mean_weeks')
})

test('what is published never lost to a simple method, and whoever loses says so', () => {
  for (const seed of [1, 2, 3]) {
    const { race, chosen } = told(asked(hours(70, { law: noisy(seed), usual: 60 })))
    const simple = race.filter(({ method }) => ['last_week', 'mean_weeks', 'median_weeks', 'plain_mean'].includes(method))
    assert.equal(simple.length, 4)
    const best = Math.min(...simple.map(({ wape }) => wape ?? 1))
    const winner = race.find(({ method }) => method === chosen)
    assert.ok((winner?.wape ?? 1) <= best)
    assert.equal(winner?.state, 'chosen')
    for (const row of race) if (row.state === 'loses_to_simple') assert.ok((row.wape ?? 0) >= best)
  }
})

test('no method sees what came after the moment it is tried from', () => {
  const values = hours(70, { law: noisy(4) })
  const changed = values.map((count, i) => (i >= 63 * 24 ? count * 3 : count))
  const before = (answer: SeriesAnswer) =>
    answer.race
      .filter(({ method }) => method !== 'combination') // whose weights come from all the other moments
      .map(({ method, by_origin }) => [method, by_origin.filter(({ from }) => from < '2026-04-28')] as const)
      .toSorted(([a], [b]) => a.localeCompare(b))
  const [one, other] = [told(asked(values)), told(asked(changed))]
  assert.deepEqual(before(one), before(other))
  assert.notDeepEqual(one.race, other.race)
})

test('what came on the days that are asked for is not looked at', () => {
  const values = hours(70, { law: noisy(4) })
  const horizon = { from: '2026-04-27', days: 7 } // the 57th day
  assert.deepEqual(told(asked(values, { horizon })), told(asked(values.slice(0, 56 * 24), { horizon })))
  assert.deepEqual(
    forecast(askShape.parse(asked(values, { horizon: { from: '2026-03-01' } }))).series[0]?.notes.map(({ code }) => code),
    ['nothing_known'],
  )
})

test('a gap is not known, which is not zero', () => {
  const whole = hours(56, { law: noisy(5) })
  const holed = whole.map((count, i) => (i >= 50 * 24 && i < 52 * 24 ? null : count))
  const zeroed = whole.map((count, i) => (i >= 50 * 24 && i < 52 * 24 ? 0 : count))
  const [with_gap, without] = [told(asked(holed)), told(asked(whole))]
  near(total(with_gap.days.map(({ mean }) => mean)), total(without.days.map(({ mean }) => mean)), 0.06)
  assert.deepEqual(with_gap.gaps, [{ from: '2026-04-21T00:00:00Z', to: '2026-04-23T00:00:00Z' }])
  assert.deepEqual(told(asked(zeroed)).gaps, [])
  assert.equal(told(asked(zeroed)).outliers.filter(({ kind, seen }) => kind === 'day' && seen === 0).length, 2)
})

test('a short past is told as what it is: a day, a week, three weeks', () => {
  const of = (days: number) => told(asked(hours(days, { law: noisy(6) })))
  const [day, week, three] = [of(1), of(7), of(21)]
  near(day.days[1]?.mean, 520, 0.15) // Tuesday is not known yet: as Monday
  assert.ok(day.notes.some(({ code }) => code === 'no_backtest'))
  near(week.days[0]?.mean, 520, 0.25)
  assert.equal(week.days[6]?.mean, 0)
  assert.ok(three.notes.some(({ code }) => code === 'short_history') || three.tried_on.origins > 0)
  near(total(three.days.map(({ mean }) => mean)), 2_160, 0.1)
})

test('a month of zeros is forecast as zero, with bounds of zero', () => {
  const { days, intervals, notes, chosen } = told(asked(hours(30, { law: () => 0 })))
  assert.ok(chosen)
  assert.equal(total(days.map(({ mean }) => mean)), 0)
  assert.ok(intervals.every(({ p90 }) => p90 === 0))
  assert.ok(notes.some(({ code }) => code === 'all_zero'))
})

test('of a series of which nothing is known nothing is forecast, and it says so', () => {
  const ask = askShape.parse({ ...asked([null, null]), horizon: { from: '2026-04-01' } })
  assert.deepEqual(
    forecast(ask).series[0]?.notes.map(({ code }) => code),
    ['nothing_known'],
  )
  assert.match(
    askTroubles(askShape.parse(asked([])))
      .map(({ message }) => message)
      .join(' '),
    /nothing is known/,
  )
})

test('a call every three days is expected every day a little, not never', () => {
  const draw = chance(7)
  const { days, notes, tried_on, race } = told(asked(Array.from({ length: 120 * 24 }, () => poisson(1 / 72, draw))))
  near(total(days.map(({ mean }) => mean)), 7 / 3, 0.4)
  assert.ok(notes.some(({ code }) => code === 'intermittent'))
  assert.ok(tried_on.origins > 0 && race.length > 4)
})

test('a day of 23 hours has 23 of them and a day of 25 has 25, each with what usually comes at its time of day', () => {
  const zone = 'Europe/Paris'
  const spring = Temporal.ZonedDateTime.from('2026-03-01T00:00[Europe/Paris]').toInstant()
  const local = Array.from({ length: 28 * 24 }, (_, i) => spring.add({ hours: i }).toZonedDateTimeISO(zone).hour * 10)
  const ask: AskInput = {
    interval_min: HOUR,
    zone,
    series: [{ name: 'calls', from: spring.toString(), values: local }],
    horizon: { days: 2 },
    seconds: 0,
  }
  const { days, intervals } = told(ask)
  assert.equal(intervals.filter(({ at }) => at >= '2026-03-28T23:00' && at < '2026-03-29T22:00').length, 23)
  assert.deepEqual(
    days.map(({ date }) => date),
    ['2026-03-29', '2026-03-30'],
  )
  near(days[0]?.mean, 2_760 - 20, 0.01) // the hour from two to three did not exist
  near(days[1]?.mean, 2_760, 0.01)
  const autumn = told({ ...ask, horizon: { from: '2026-10-25', days: 1 } })
  assert.equal(autumn.intervals.length, 25)
  near(autumn.days[0]?.mean, 2_760 + 20, 0.01)
  const steps = autumn.intervals.map(({ at }) => Date.parse(at)).map((at, i, all) => at - (all[i - 1] ?? at - 3_600_000))
  assert.ok(steps.every((step) => step === 3_600_000))
})

test('a strange day is shown and still learnt from, until a person sets it aside', () => {
  const values = hours(56, { law: noisy(8), change: (day) => (day === 49 ? 4 : 1) }) // the last Monday
  const shown = told(asked(values))
  const strange = shown.outliers.find(({ kind }) => kind === 'day')
  assert.equal(strange?.from, '2026-04-20T00:00:00Z')
  near(strange?.seen, 2_080, 0.1)
  near(strange?.expected, 520, 0.15)
  assert.equal(strange?.set_aside, false)
  const aside = told(
    asked(values, { set_aside: [{ series: 'calls', from: '2026-04-20T00:00', to: '2026-04-21T00:00', why: 'the outage' }] }),
  )
  assert.equal(aside.outliers.find(({ kind }) => kind === 'day')?.set_aside, true)
  assert.ok(aside.notes.some(({ code, figures }) => code === 'set_aside' && figures.intervals === 24))
  const lastWeek = (answer: SeriesAnswer) => answer.known.total
  assert.ok(lastWeek(aside) < lastWeek(shown))
  near(aside.days[0]?.mean, 520, 0.1)
})

test('an announced event does what past ones of its name did, or what is stated, or nothing and says so', () => {
  const values = hours(70, { law: noisy(9), change: (day) => (day === 22 || day === 50 ? 1.5 : 1) }) // two Tuesdays
  const run = (date: string, effect?: number) => ({
    name: 'invoice run',
    from: `${date}T00:00`,
    to: `${date}T23:59`,
    ...(effect !== undefined && { effect }),
  })
  const past = [run('2026-03-24'), run('2026-04-21')]
  const without = told(asked(values, { events: past }))
  const learnt = told(asked(values, { events: [...past, run('2026-05-12')] }))
  near((learnt.days[1]?.mean ?? 0) / (without.days[1]?.mean ?? 1), 1.5, 0.12)
  assert.equal(learnt.effects.find(({ name }) => name === 'invoice run')?.learnt_from, 2)
  const stated = told(asked(values, { events: [...past, run('2026-05-12', 2)] }))
  near((stated.days[1]?.mean ?? 0) / (without.days[1]?.mean ?? 1), 2, 0.01)
  const unknown = told(asked(values, { events: [{ ...run('2026-05-12'), name: 'campaign' }] }))
  assert.ok(unknown.notes.some(({ code, figures }) => code === 'event_effect_unknown' && figures.name === 'campaign'))
  assert.ok(without.outliers.filter(({ event }) => event === 'invoice run').length > 0)
})

test('on a holiday nobody comes, and the past ones teach nothing of usual days', () => {
  const values = hours(57, { law: noisy(10), change: (day) => (day === 35 ? 0 : 1) }) // Easter Monday
  const holidays = [
    { date: '2026-04-06', name: 'Easter Monday' },
    { date: '2026-05-01', name: 'Labour Day' },
  ]
  const { days, intervals, outliers } = told(asked(values, { holidays }))
  assert.equal(days.find(({ date }) => date === '2026-05-01')?.mean, 0)
  assert.ok(intervals.filter(({ at }) => at.startsWith('2026-05-01')).every(({ open, mean }) => !open && mean === 0))
  assert.deepEqual(
    outliers.filter(({ from }) => from.startsWith('2026-04-06')),
    [],
  )
  near(days.find(({ date }) => date === '2026-05-04')?.mean, 520, 0.1)
})

test('outside the opening nothing is told, and half an opened interval is open', () => {
  const opening = { mon: [['10:30', '12:00']] } satisfies AskInput['opening']
  const { intervals } = told(asked(hours(35, { law: noisy(11) }), { opening }))
  assert.deepEqual(
    intervals.filter(({ open }) => open).map(({ at }) => at),
    ['2026-04-06T10:00:00.000Z', '2026-04-06T11:00:00.000Z'],
  )
  assert.ok(intervals.every(({ open, mean }) => open || mean === 0))
})

test('bounds hold as often as they say, on days they have not seen', () => {
  const draw = chance(12)
  const busy = Array.from({ length: 140 }, () => 1 + 0.25 * (draw() - 0.5))
  const values = hours(140, { law: noisy(13), usual: 900, change: (day) => busy[day] ?? 1 })
  const { coverage, intervals, days } = told(
    asked(values.slice(0, 126 * 24), { quantiles: [0.1, 0.5, 0.9], horizon: { days: 14 }, backtest: { origins: 12 } }),
  )
  for (const { quantile, below } of coverage) assert.ok(Math.abs((below ?? 0) - quantile) < 0.07, `${quantile}: ${below}`)
  const open = intervals.map((point, i) => ({ point, seen: values[126 * 24 + i] ?? 0 })).filter(({ point }) => point.mean > 0)
  const within = open.filter(({ point, seen }) => seen >= (point.p10 ?? 0) && seen <= (point.p90 ?? 0)).length / open.length
  assert.ok(within > 0.65 && within < 0.95, String(within))
  assert.ok(days.every(({ quantiles }) => (quantiles['0.9'] ?? 0) >= (quantiles['0.1'] ?? 0)))
})

test('handling time is told by its slot and patience from single waits', () => {
  const values = hours(56, { law: noisy(14) })
  const handling_s = values.map((count, i) => (count === 0 ? null : i % 24 < 12 ? 200 : 300))
  const waits = [...Array(200).keys()].map((i) => ({ waited_s: (i % 60) + 1, gave_up: i % 3 === 0 }))
  const answer = told(asked([], { series: [{ name: 'calls', from: `${MONDAY}T00:00:00Z`, values, handling_s, waits }] }))
  const at = (hour: string) => answer.intervals.find((point) => point.at.includes(`T${hour}:`))?.handled_s ?? 0
  near(at('10'), 200, 0.1)
  near(at('15'), 300, 0.1)
  assert.equal(answer.patience?.n, 200)
  assert.ok((answer.patience?.mean_s ?? 0) > 40) // the mean of all waits is 30: whoever was answered would have waited longer
})

test('a moment may be written as a day, or in the short forms of ISO 8601: it is that of the zone’s clocks', () => {
  const known = (at: string) => forecast(askShape.parse({ zone: 'Europe/Paris', interval_min: 60, series: [{ name: 'a', rows: [{ at, n: 4 }] }] })) // prettier-ignore
  assert.deepEqual(known('2026-03-02'), known('2026-03-02T00:00'))
  assert.deepEqual(known('20260302T0800'), known('2026-03-02T08:00'))
})

test('rows of any order are the values they say, and a day without a row where many come is closed, not zero', () => {
  const values = hours(56, { law: noisy(15) })
  const rows = values.flatMap((n, i) => {
    const at = Temporal.PlainDateTime.from(`${MONDAY}T00:00`).add({ hours: i })
    return n === 0 || at.toPlainDate().toString() === '2026-04-13' ? [] : [{ at: at.toString(), n }]
  })
  const answer = told(asked([], { series: [{ name: 'calls', rows: rows.toReversed() }], horizon: { from: '2026-04-27' } }))
  const holed = values.map((n, i) => (Math.floor(i / 24) === 42 ? null : n))
  assert.deepEqual(
    answer.days.map(({ mean }) => Math.round(mean)),
    told(asked(holed)).days.map(({ mean }) => Math.round(mean)),
  )
  assert.deepEqual(answer.gaps, [{ from: '2026-04-13T00:00:00Z', to: '2026-04-14T00:00:00Z' }])
})

const count = fc.oneof(
  { weight: 6, arbitrary: fc.nat(60) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.double({ min: 0, max: 1e9, noNaN: true }) },
)
const series = fc.array(fc.option(count, { freq: 8 }), { minLength: 1, maxLength: 1_500, size: 'max' })

test('whatever came, what is told is a number of at least 0', () => {
  fc.assert(
    fc.property(series, fc.integer({ min: 1, max: 10 }), fc.boolean(), (values, days, open) => {
      if (values.every((value) => value === null)) return
      told(
        asked(values, { horizon: { days }, ...(open && { opening: { mon: [['08:00', '18:00']], wed: [['00:00', '24:00']] } }) }),
      )
    }),
    { numRuns: 40, seed: 42 },
  )
})

test('series do not see each other, whatever their order', () => {
  const both = [1, 2].map((seed) => ({
    name: `queue ${seed}`,
    from: `${MONDAY}T00:00:00Z`,
    values: hours(42, { law: noisy(seed) }),
  }))
  const answer = (order: typeof both) => forecast(askShape.parse({ interval_min: HOUR, series: order })).series
  assert.deepEqual(answer(both).toReversed(), answer(both.toReversed()))
})

test('ten times as many past calls make ten times as many to come', () => {
  const values = hours(56, { law: noisy(16) })
  const [one, ten] = [told(asked(values)), told(asked(values.map((count) => 10 * count)))]
  near(total(ten.days.map(({ mean }) => mean)), 10 * total(one.days.map(({ mean }) => mean)), 0.03)
})
