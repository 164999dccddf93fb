import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askShape, forecast } from '#forecasting/engine'
import { forecastTable } from './forecast-table.ts'

const values = Array.from({ length: 35 * 24 }, (_, i) =>
  i % 24 > 7 && i % 24 < 18 ? (i < 31 * 24 || i > 32 * 24 ? 20 + (i % 24) : 200) : 0,
)

test('a forecast in a terminal says what was chosen and why, the race, the days, and what was strange', () => {
  const table = forecastTable(
    forecast(
      askShape.parse({
        interval_min: 60,
        series: [
          { name: 'calls', from: '2026-03-02T00:00:00Z', values },
          { name: 'nobody', values: [], from: '2026-03-02T00:00:00Z' },
        ],
      }),
    ),
  )
  assert.match(table, /^calls\n {2}known: 35 days from 2026-03-02 to 2026-04-05/)
  assert.match(table, /method +WAPE +bias/)
  assert.deepEqual(
    table.split('\n').filter((line) => Array.from(line).length > 100),
    [],
    'a terminal of a hundred columns breaks no line',
  )
  assert.match(table, /mean of the last weeks.*%/)
  assert.match(table, /← chosen/)
  assert.match(table, /Mon 2026-04-06 +\d+ .*[▁▂▃▄▅▆▇█]/)
  assert.match(table, /strange in the past.*\n +2026-04-02 +/)
  assert.match(table, /nobody\n {2}nothing is known/)
  assert.doesNotMatch(table, /NaN|undefined/)
})
