import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFileOfCounts, type How } from './read-counts.ts'

const paris: How = { channel: 'phone', zone: 'Europe/Paris', missing: 'guess' }
const read = (text: string, how: Partial<How> = {}) => {
  const answer = readFileOfCounts(text, { ...paris, ...how })
  assert.ok('file' in answer, JSON.stringify(answer))
  return answer.file
}
const troubles = (text: string, how: Partial<How> = {}) => {
  const answer = readFileOfCounts(text, { ...paris, ...how })
  assert.ok('troubles' in answer, JSON.stringify(answer))
  return answer.troubles
}
const begins = (text: string, how: Partial<How> = {}) => read(text, how).streams[0]!.from
const day = (first: string, second: string, count: number | string = 4) => `at;n\n${first};${count}\n${second};${count}\n`

test('which of day and month comes first is told by the whole column', () => {
  const american = 'Interval Start,Calls\n11/12/2026 9:00 AM,4\n11/12/2026 9:30 AM,5\n11/22/2026 12:30 PM,6\n'
  const file = read(american, { columns: { at: 'Interval Start', arrived: 'Calls' }, zone: 'America/New_York' })
  assert.deepEqual([file.dates, file.streams[0]!.from], ['month_first', '2026-11-12T14:00:00.000Z'])
  assert.equal(file.streams[0]!.to, '2026-11-22T18:00:00.000Z', 'half past noon, not after midnight')
  assert.equal(read('at;n\n05/03/2026 09:00;4\n13/03/2026 09:00;4\n13/03/2026 09:30;4').dates, 'day_first')
  assert.equal(begins(day('05.03.2026 09:00', '05.03.2026 09:30')), '2026-03-05T08:00:00.000Z', 'with points the day is first')
})

test('a week whose days could all be months is read so that its days lie side by side', () => {
  const week = (of: (day: number) => string) => `at;n\n${[2, 3, 4, 5, 6].flatMap((each) => [`${of(each)} 09:00;4`, `${of(each)} 09:30;4`]).join('\n')}` // prettier-ignore
  assert.equal(begins(week((each) => `0${each}/11/2026`)), '2026-11-02T08:00:00.000Z')
  assert.equal(begins(week((each) => `11/0${each}/2026`)), '2026-11-02T08:00:00.000Z')
})

test('what nothing in the column decides is asked for, and what is said then holds', () => {
  const [trouble] = troubles('Jour;Heure;Appels\n03/04/2026;09:00;4\n03/04/2026;09:30;4')
  assert.deepEqual([trouble!.line, trouble!.column], [2, 'Jour'])
  assert.match(trouble!.en, /two ways/)
  assert.equal(begins(day('03/04/2026 09:00', '03/04/2026 09:30'), { dates: 'month_first' }), '2026-03-04T08:00:00.000Z')
  assert.equal(begins(day('03/04/2026 09:00', '03/04/2026 09:30'), { dates: 'day_first' }), '2026-04-03T07:00:00.000Z')
  const rest = { sample: '22/04/2026 09:00;4\n' }
  assert.equal(begins(day('03/04/2026 09:00', '03/04/2026 09:30'), rest), '2026-04-03T07:00:00.000Z', 'by a line far below')
  const mixed = troubles(day('23/04/2026 09:00', '04/24/2026 09:30'))[0]!
  assert.deepEqual([mixed.line, /line 2/.test(mixed.en)], [3, true])
})

const figures = (written: readonly string[]) =>
  `at;n;aht\n${written.map((each, i) => `2026-03-02 ${9 + i}:00;${each}`).join('\n')}`

test('which sign parts off decimals is told by the columns; three figures after one sign are thousands beside hundreds, and asked for else', () => {
  assert.equal(read(figures(['987;300', '1,204;310', '1,003;300'])).arrived, 987 + 1_204 + 1_003)
  assert.equal(read(figures(['4,5;300', '1,204;310'])).arrived, 5.704)
  assert.equal(read(figures(['1.204;300,5', '2.008;310,25'])).arrived, 3_212, 'the other column says that a comma is decimal')
  assert.equal(read(figures(['"1,204.5";300', '12;310'])).arrived, 1_216.5)
  assert.equal(read(figures(['1 204;300', '1\u202f003,5;310', '1\u00a0000;3'])).arrived, 3_207.5)
  assert.deepEqual(troubles(figures(['1,204;300', '7;310'])).map(({ line, column }) => [line, column]), [[2, 'n']]) // prettier-ignore
  assert.equal(read(figures(['1,204;300', '7;310']), { decimal: 'point' }).arrived, 1_211)
  assert.equal(read(figures(['1,204;300', '7;310']), { decimal: 'comma' }).arrived, 8.204)
  assert.equal(read(figures(['1,204;300', '7;310']), { decimal: 'comma' }).decimal, 'comma')
})

test('separators, a mark of order, a separator said above, hours of twelve, weekdays before, spans of time: as tools write them', () => {
  for (const [sign, text] of [';', '\t', ',', '|'].map(
    (sign) => [sign, `at${sign}n\n2026-03-02 09:00${sign}4\n2026-03-02 09:30${sign}5\n`] as const,
  ))
    // prettier-ignore
    assert.equal(read(text).arrived, 9, JSON.stringify(sign))
  assert.equal(
    read(`\ufeffsep=;\r\nat;n;with, commas, in, it\r\n2026-03-02 09:00;4;a,b,c,d\r\n2026-03-02 09:30;5;a,b,c,d`).arrived,
    9,
  )
  assert.equal(begins(day('22/3/26 9:00 p.m.', '22/3/26 9:30 PM')), '2026-03-22T20:00:00.000Z')
  assert.equal(begins(day('22/03/2026 12:00 AM', '22/03/2026 12:30 AM')), '2026-03-21T23:00:00.000Z')
  assert.match(troubles(day('22/03/2026 13:00 PM', '22/03/2026 1:30 PM'))[0]!.en, /not a moment/)
  assert.equal(begins(day('lun. 23/03/2026 09h00', 'lun. 23/03/2026 09h30')), '2026-03-23T08:00:00.000Z')
  assert.equal(begins('Date;Heure;n\n23/03/2026;09:00 - 09:30;4\n23/03/2026;09:30 - 10:00;4'), '2026-03-23T08:00:00.000Z')
  assert.equal(begins(day('2026-03-23T09:00:00+02:00', '2026-03-23T09:30:00+0200')), '2026-03-23T07:00:00.000Z')
  assert.equal(begins(day('2026/03/23 09:00', '2026/03/23 09:30')), '2026-03-23T08:00:00.000Z')
})

test('what is no number is refused with its line and its column', () => {
  for (const each of ['n/a', '4 appels', '−3', '-3', '1,2,3', '12 14', '=1+1', '1e9', '1.5.2', '४'])
    assert.deepEqual(troubles(figures(['5;300', `${each};300`])).map(({ line, column }) => [line, column]), [[3, 'n']], each) // prettier-ignore
  assert.deepEqual(troubles(figures(['5;x', '5;300'])).map(({ line, column }) => [line, column]), [[2, 'aht']]) // prettier-ignore
})
