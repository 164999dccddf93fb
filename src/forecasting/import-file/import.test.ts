import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refused } from '#base/refusal'
import { historyOf } from '../history/history-of.ts'
import { testPast, type TestPast } from '../test-past.ts'
import { postImport, postImportPreview } from '../contract.ts'
import { routes } from '../routes.ts'
import type { Within } from '#base/http'
import type { Work } from '#base/work'
import { bringFile, bringWithin, importsBrought, withdraw } from './bring.ts'
import { previewFile, shownOf } from './preview.ts'
import { readFileOfCounts, type How } from './read-counts.ts'

const paris: How = { channel: 'phone', zone: 'Europe/Paris', missing: 'guess', dates: 'day_first' }
const read = (text: string, how: Partial<How> = {}) => {
  const answer = readFileOfCounts(text, { ...paris, ...how })
  assert.ok('file' in answer, JSON.stringify(answer))
  return answer.file
}
const troubles = (text: string, how: Partial<How> = {}): [number, string][] => {
  const answer = readFileOfCounts(text, { ...paris, ...how })
  assert.ok('troubles' in answer)
  return answer.troubles.map(({ line, en }) => [line, en])
}

test('a sheet as French tools write it is read: semicolons, days first, commas in numbers, headings with accents', () => {
  const file = read('Horodatage;Appels reçus;DMT\n02/03/2026 09:00;1 204,5;300\n02/03/2026 09:30;12;310\n')
  assert.equal(file.interval_min, 30)
  assert.equal(file.arrived, 1_216.5)
  assert.deepEqual(
    file.days[0]!.quarters[0]!.slice(0, 2),
    [32, 602.25],
    'half of it in each quarter of an hour, from eight in Greenwich',
  )
})

const ofAnotherTool =
  'Rapport d’activité;;;\nPériode : mars;;;\nCréneau;Groupe;ACD In;Conv. moy\n02/03/2026 09:00;Facturation;14;00:04:12\n02/03/2026 09:30;Facturation;9;3:05\n'

test('a file of another tool, with a title above and headings of its own, is read once somebody says which column is which', async () => {
  assert.match(troubles(ofAnotherTool)[0]![1], /no column says when.*Créneau/)
  const columns = { at: 'Créneau', queue: 'Groupe', arrived: 'ACD In', handled_s: 'Conv. moy' }
  const file = read(ofAnotherTool, { columns })
  assert.deepEqual([file.arrived, file.streams[0]!.stream.queue], [23, 'Facturation'])
  assert.deepEqual(file.days[0]!.quarters[0]!.slice(4, 6), [7, 7 * 252], 'four minutes twelve each')
  assert.deepEqual(shownOf(ofAnotherTool).headings, ['Créneau', 'Groupe', 'ACD In', 'Conv. moy'])
  const past = await testPast()
  const looked = { name: 'a.csv', text: ofAnotherTool, channel: 'phone', missing: 'guess' as const, dates: 'day_first' as const }
  const before = await past.work((work) => previewFile(work, looked), past.flow)
  assert.deepEqual([before.read, before.rows.length, before.troubles.length, before.columns], [null, 2, 1, {}])
  const after = await past.work((work) => previewFile(work, { ...looked, columns }), past.flow)
  assert.deepEqual([after.read?.arrived, after.read?.interval_min, after.troubles, after.columns], [23, 30, [], columns])
})

test('while a large file is read nothing of the database is held, so that nobody’s news wait for it', async () => {
  const past = await testPast()
  const lines = Array.from({ length: 6_000 }, (_, i) => `${Temporal.Instant.from('2026-01-05T00:00:00Z').add({ minutes: 15 * i }).toString()};${(i % 7) + 1}`)
  const text = `at;calls\n${lines.join('\n')}`
  let [held, heldWhileRead, turns] = [0, 0, 0]
  const within = async <Result>(body: Parameters<typeof past.work<Result>>[0]): Promise<Result> => {
    held++
    return await past.work(body, past.flow).finally(() => held--)
  }
  let isOver = false
  const receipt = bringWithin(within, { name: 'a.csv', text: `${text}\n${' '.repeat(100_000)}`, channel: 'phone', missing: 'guess' }).finally(() => (isOver = true))
  while (!isOver) {
    await new Promise((resolve) => setImmediate(resolve))
    turns++
    heldWhileRead += held
  }
  assert.equal((await receipt).lines, 6_000)
  assert.ok(heldWhileRead < turns, 'there were turns of the loop in which nobody held anything')
  for (const endpoint of [postImport, postImportPreview])
    assert.ok(routes.find((each) => each.endpoint === endpoint)?.errand, endpoint.path)
}) // prettier-ignore

test('what is wrong is said line by line, and nothing is taken', () => {
  const wrong = troubles(
    'at;calls;answered\n2026-03-02 09:00;-3;0\nhier;4;1\n2026-03-02 09:15;two;1\n2026-03-02 09:30;4;9\n2026-03-02 09:45;4;1\n2026-03-02 09:45;5;1',
  )
  assert.deepEqual(wrong.map(([line]) => line), [2, 3, 4, 5, 7]) // prettier-ignore
  assert.match(wrong[4]![1], /line 6/)
  assert.match(troubles('day;calls\n2026-03-02;4\n2026-03-03;5')[0]![1], /5, 10, 15, 20, 30 or 60/)
  assert.match(troubles('calls\n4')[0]![1], /no column says when/)
  assert.match(troubles('at;calls\n2026-03-02 09:00;4\n2026-03-02 09:15;4', { channel: '' })[0]![1], /channel/)
  assert.match(troubles('i,label\n1,2')[0]![1], /read: i, label/)
  assert.match(troubles('PK\u0003\u0004')[0]![1], /workbook/)
  assert.match(troubles('at;queue;n\n2026-03-02 09:00;"=HYPERLINK(""x"")";4')[0]![1], /formula/)
  assert.match(troubles('at;n\n2026-03-02 09:00;=1+1')[0]![1], /not “=1\+1”/)
  assert.match(troubles('[1, 2')[0]![1], /JSON/)
  assert.match(troubles('')[0]![1], /no line/)
})

test('the hour that spring leaves out is refused, the one that autumn repeats is two', () => {
  assert.match(troubles('at;calls\n2026-03-29 01:30;1\n2026-03-29 02:00;1')[0]![1], /does not exist/)
  const file = read(
    'at;calls\n2026-10-25 02:00;1\n2026-10-25 02:30;2\n2026-10-25 02:00;3\n2026-10-25 02:30;4\n2026-10-25 03:00;5',
  )
  assert.equal(file.intervals, 5)
  assert.equal(file.streams[0]!.from, '2026-10-25T00:00:00.000Z')
  assert.equal(file.streams[0]!.to, '2026-10-25T02:30:00.000Z')
})

test('who writes zeros would have written this one; who writes none left it out', () => {
  const rows = '2026-03-02 09:00;4\n2026-03-02 09:15;4\n2026-03-02 10:00;4'
  assert.equal(read(`at;n\n${rows}`).missing, 'zero')
  assert.equal(read(`at;n\n${rows}`).days[0]!.quarters.length, 5)
  assert.equal(read(`at;n\n${rows}\n2026-03-02 10:15;0`).missing, 'gap')
  assert.equal(read(`at;n\n${rows}\n2026-03-02 10:15;0`).days[0]!.quarters.length, 4)
})

const arrived = async (past: TestPast): Promise<(number | null)[]> => {
  const { streams } = await past.work((work) =>
    historyOf(work, { from: '2026-03-02T08:00:00Z', to: '2026-03-02T09:00:00Z', interval_min: 15 }),
  )
  return streams[0]?.arrived ?? []
}

test('the same file again is the first; a later one takes its place, tells what it replaced, and gives it back when it is taken back', async () => {
  const past = await testPast()
  const bring = (text: string) =>
    past.work((work) => bringFile(work, { name: 'appels.csv', text, channel: 'phone', missing: 'guess' }), past.flow)
  const first = await bring(
    'at;n\n2026-03-02T08:00:00Z;4\n2026-03-02T08:15:00Z;5\n2026-03-02T08:30:00Z;6\n2026-03-02T08:45:00Z;7',
  )
  assert.deepEqual(await arrived(past), [4, 5, 6, 7])
  const again = await bring(
    'at;n\n2026-03-02T08:00:00Z;4\n2026-03-02T08:15:00Z;5\n2026-03-02T08:30:00Z;6\n2026-03-02T08:45:00Z;7',
  )
  assert.deepEqual([again.id, again.known_already, first.known_already], [first.id, true, false])
  const later = await bring('at;n\n2026-03-02T08:15:00Z;50\n2026-03-02T08:30:00Z;60')
  assert.deepEqual(await arrived(past), [4, 50, 60, 7])
  assert.deepEqual(later.replaced.map(({ by_import, intervals, from }) => [by_import, intervals, from]), [[first.id, 2, '2026-03-02T08:15:00Z']]) // prettier-ignore
  await past.work((work) => withdraw(work, { id: later.id, withdrawn: true }), past.flow)
  assert.deepEqual(await arrived(past), [4, 5, 6, 7])
  const twice = 'at;n\n2026-03-02T08:00:00Z;8\n2026-03-02T08:15:00Z;9'
  const both = await Promise.all([bring(twice), bring(twice)])
  assert.equal(both[0].id, both[1].id, 'pressed twice at the same moment, one file is brought')
  assert.equal(both.filter(({ known_already }) => known_already).length, 1)
  await past.work((work) => withdraw(work, { id: both[0].id, withdrawn: true }), past.flow)
  await assert.rejects(bring('at;n\n2026-03-02T08:15:00Z;-1\n2026-03-02T08:30:00Z;3'), Refused)
  assert.deepEqual(await arrived(past), [4, 5, 6, 7])
})

test('a file whose server is killed between two queues counts for nothing; brought again it goes on, and then counts whole', async () => {
  const past = await testPast()
  const lines = ['a', 'b'].flatMap((queue) => [`${queue};2026-03-02T08:00:00Z;4`, `${queue};2026-03-02T08:15:00Z;5`])
  const given = { name: 'appels.csv', text: `queue;at;n\n${lines.join('\n')}`, channel: 'phone', missing: 'guess' as const }
  const within = async <Result>(body: (work: Work) => Promise<Result>): Promise<Result> => await past.work(body, past.flow)
  let [units, all] = [0, 0]
  await bringWithin(async (body) => (all++, await within(body)), { ...given, text: given.text.replaceAll('-02T', '-09T') })
  const killed: Within = async (body) => {
    if (++units === all - 1) throw new Error('killed')
    return await within(body)
  }
  await assert.rejects(bringWithin(killed, given), /killed/)
  assert.deepEqual(await arrived(past), [], 'nobody sees a half')
  assert.equal((await within((work) => importsBrought(work, { limit: 10 }))).items.length, 1)
  const again = await bringWithin(within, given)
  assert.deepEqual([again.known_already, again.streams.length, again.withdrawn_at, again.replaced], [false, 2, null, []])
  assert.deepEqual((await arrived(past)).slice(0, 2), [4, 5])
  assert.equal((await bringWithin(within, given)).known_already, true)
})
