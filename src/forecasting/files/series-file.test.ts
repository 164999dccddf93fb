import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSeriesFile } from './series-file.ts'

const read = (...moments: string[]) =>
  readSeriesFile(`at,n\n${moments.map((at) => `${at},3`).join('\n')}\n`, { path: 'calls.csv', separator: ',', at: 'at', n: 'n' })

test('a day alone is its midnight, and a time on the clocks its minute', () => {
  const { rows } = read('2026-03-02', '2026-03-02 08:15:30', '2026-03-02T08:00:00Z')
  assert.deepEqual(rows.map(({ at }) => at), ['2026-03-02T00:00', '2026-03-02T08:15', '2026-03-02T08:00:00Z']) // prettier-ignore
})

test('days and times that no calendar and no clock has are told by their line, not believed', () => {
  const { rows, talk } = read(
    '2026-02-30',
    '2026-13-40 08:00',
    '2026-02-29T08:00:00Z',
    '2026-03-02 25:00',
    '0000-00-00',
    '2026-03-02 08:00',
  )
  assert.equal(rows.length, 1)
  assert.match(talk, /^1 rows? read; 5 could not be read \(lines 2, 3, 4 …\)$/)
})
