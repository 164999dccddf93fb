// The page of instructions, from outside; files and the heavy method.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { answerShape } from './contract/answer.ts'
import { askShape } from './contract/ask.ts'
import { seriesFileShape } from './contract/series.ts'
import { chance, poisson } from './engine/made-up.ts'
import { askTroubles } from './engine/index.ts'
import { askWithFiles } from './files/ask-with-files.ts'
import { readSeriesFile } from './files/series-file.ts'
import { decomposed } from './methods/decompose.ts'
import { forecastWithAll } from './methods/forecast-with-all.ts'

const page = readFileSync(path.join(import.meta.dirname, '../../docs/operate/forecast.md'), 'utf8')
const examples = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text = '']) => text)

function calls(days: number): { at: string; n: number }[] {
  const draw = chance(1)
  const first = Temporal.PlainDateTime.from('2026-01-05T08:00')
  return Array.from({ length: days }, (_, day) => first.add({ days: day }))
    .filter(({ dayOfWeek }) => dayOfWeek < 6)
    .flatMap((day) =>
      [...Array(16).keys()].map((half) => ({ at: day.add({ minutes: 30 * half }).toString(), n: poisson(12 + half, draw) })),
    )
}

test('the examples of the instructions run, and say what they found', async () => {
  const [first = '', second = ''] = examples
  assert.equal(examples.length, 2)
  const csv = `at,calls\n${calls(42)
    .map(({ at, n }) => `${at},${n}`)
    .join('\n')}\n`
  const whole = askWithFiles(askShape.parse(JSON.parse(first)), (named) => (named === 'calls.csv' ? csv : ''))
  assert.ok('ask' in whole, JSON.stringify(whole))
  assert.deepEqual(whole.talk, ['calls.csv: 480 rows read'])
  assert.deepEqual(askTroubles(whole.ask), [])
  const [told] = answerShape.parse(await forecastWithAll(whole.ask)).series
  assert.ok(told?.race.some(({ state }) => state === 'chosen'))
  const ask = askShape.parse(JSON.parse(second))
  assert.deepEqual(askTroubles(ask), [])
  const [billing] = (await forecastWithAll(ask)).series
  assert.equal(billing?.days.find(({ date }) => date === '2026-03-18')?.mean, 0)
  assert.equal(billing?.effects.find(({ name }) => name === 'invoice run')?.effect, 1.4)
  assert.deepEqual(billing?.gaps, [{ from: '2026-03-10T09:00:00Z', to: '2026-03-10T10:00:00Z' }])
})

test('what cannot be answered is refused where it stands, with the mend', () => {
  const troubles = (series: object, more: object = {}) =>
    askTroubles(askShape.parse({ series: [{ name: 'a', ...series }], ...more })).map(
      ({ path: at, message }) => `${at}: ${message}`,
    )
  const from = '2026-01-01T00:00:00Z'
  assert.match(troubles({})[0] ?? '', /^series\.0: write what came/)
  assert.match(troubles({ values: [1] })[0] ?? '', /^series\.0\.from: is missing/)
  assert.match(troubles({ values: [1], rows: [], from })[0] ?? '', /only one of values, rows and file/)
  assert.match(troubles({ values: [1, 2], from, handling_s: [1] })[0] ?? '', /one for each of the 2 values/)
  assert.match(troubles({ values: [null], from })[0] ?? '', /nothing is known/)
  const event = { name: 'e', from: '2026-01-02T10:00', to: '2026-01-02T12:00', series: ['b'] }
  assert.match(
    troubles({ values: [1], from }, { events: [event] })[0] ?? '',
    /^events\.0\.series\.0: there is no series “b”: write “a”/,
  )
  assert.match(troubles({ values: [1], from }, { opening: {} })[0] ?? '', /^opening: no day is open/)
  assert.match(troubles({ values: [1], from }, { horizon: { from: '2036-01-01' } })[0] ?? '', /more than 800 days/)
  assert.match(
    troubles({ values: [1], from }, { events: [{ name: 'e', from: '2026-01-02T10:00', to: '2026-01-02T10:00' }] })[0] ?? '',
    /^events\.0\.to: write a moment after/,
  )
  assert.throws(() => askShape.parse({ series: [{ name: 'a', from, values: [-1] }] }))
  assert.throws(() => askShape.parse({ zone: 'Europe/Nowhere', series: [{ name: 'a', from, values: [1] }] }))
})

test('a file of single contacts is counted, its waits and handling times kept, its odd lines told', () => {
  const text = [
    'day;came;queue;served;waited;end',
    '31/08/2026;08:01;sales;200;10;answered',
    '31/08/2026;08:01:40;sales;300;20;answered',
    '31/08/2026;08:20;sales;;45;hung up',
    '31/08/2026;09:00;billing;100;1;answered',
    'yesterday;09:00;sales;100;1;answered',
  ].join('\n')
  const file = {
    path: 'x',
    separator: ';',
    date: 'day',
    at: 'came',
    handled_s: 'served',
    waited_s: 'waited',
    gave_up: { column: 'end', values: ['hung up'] },
    only: { column: 'queue', values: ['sales'] },
  }
  const { rows, waits, talk } = readSeriesFile(text, seriesFileShape.parse(file))
  assert.deepEqual(rows, [
    { at: '2026-08-31T08:01', n: 2, handled_s: 250 },
    { at: '2026-08-31T08:20', n: 1 },
  ])
  assert.deepEqual(
    waits.map(({ gave_up }) => gave_up),
    [false, false, true],
  )
  assert.equal(talk, '3 rows read; 1 could not be read (line 6)')
  assert.throws(
    () => readSeriesFile(text, seriesFileShape.parse({ ...file, at: 'hour' })),
    /there is no column “hour”: write one of “day”, “came”/,
  )
})

test('the decomposition races in its thread; without time for it the race goes on and says so', async () => {
  const ask = { interval_min: 30, series: [{ name: 'calls', rows: calls(56) }] } as const
  const raced = await forecastWithAll(askShape.parse({ ...ask, seconds: 60, backtest: { origins: 3 } }))
  assert.ok((raced.series[0]?.race.find(({ method }) => method === 'mstl_ets')?.wape ?? 1) < 0.5)
  const behind = await forecastWithAll(askShape.parse({ ...ask, seconds: 60 }))
  const row = behind.series[0]?.race.find(({ method }) => method === 'mstl_ets')
  assert.deepEqual(
    [row?.state, row?.wape],
    ['no_chance', null],
    'behind a simple one in the latest three, it is asked no further',
  )
  const late = await forecastWithAll(askShape.parse({ ...ask, seconds: 0 }))
  assert.equal(late.series[0]?.race.find(({ method }) => method === 'mstl_ets')?.state, 'too_slow')
  assert.ok(late.series[0]?.notes.some(({ code }) => code === 'method_too_slow'))
  assert.ok(late.series[0]?.chosen)
})

test('a decomposition that fails says why, and those after it are still made', async () => {
  const wave = (more: number) => Float64Array.from({ length: 60 }, (_, i) => 10 + Math.sin(i) + more)
  const task = (values: Float64Array) => ({ values, periods: [6], horizon: 6 })
  const told = await decomposed([task(wave(Number.NaN)), null, task(wave(0))], { seconds: 60 })
  assert.ok(told[0] && 'failed' in told[0] && told[0].failed.length > 0, JSON.stringify(told[0]))
  assert.equal(told[1], null)
  assert.ok(told[2] && 'told' in told[2] && told[2].told.length === 6)
})
