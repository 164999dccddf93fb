// A small file made by hand in the Technion's layout: three days of a counter with two people, and everything that such files do to a reader.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { patienceOf, wrapUpOf } from './learn.ts'
import { columnsShape, layouts } from './columns.ts'
import { shiftsOf, united, type PresenceRules } from './presence.ts'
import { ColumnsMissing, readCalls, type Call } from './read-calls.ts'
import { readTrafficFile } from './read-file.ts'
import { whoServesWhat } from './who-serves-what.ts'
import { happenedByHour, whatHappened } from './what-happened.ts'

const text = readFileSync(`${import.meta.dirname}/small-counter.csv`, 'utf8')
const technion = layouts['technion'] ?? assert.fail('the layout is known')
const { calls, rows, odd } = readCalls(text, technion)
const call = (id: string) => calls.find((one) => one.id === id) ?? assert.fail(`call ${id}`)

test('every row is a call, or is counted under the reason why not, with its line', () => {
  assert.equal(rows, 18)
  assert.equal(calls.length, 13)
  assert.deepEqual(odd, {
    left_out: { rows: 1, first_lines: [8] },
    time_unreadable: { rows: 1, first_lines: [9] },
    cells_missing: { rows: 1, first_lines: [10] },
    day_unreadable: { rows: 1, first_lines: [11] },
    outcome_unknown: { rows: 1, first_lines: [12] },
    answered_by_nobody_named: { rows: 1, first_lines: [13] },
    served_but_gave_up: { rows: 1, first_lines: [14] },
  })
})

test('a call that goes on after midnight does not end before it began', () => {
  assert.deepEqual({ wait: call('104').wait_s, handling: call('104').handling_s }, { wait: 30, handling: 300 })
  assert.equal(call('104').served_from_s, 86_400 + 10)
  assert.equal(call('105').wait_s, 40, 'its menu ended at midnight sharp, which is a time and not nothing')
})

test('the time in the menu is apart: who hung up there wanted nobody', () => {
  assert.equal(call('102').ended, 'left_in_menu')
  assert.equal(call('103').ended, 'gave_up')
  assert.equal(call('101').arrived_s - call('101').entered_s, 20)
  const really = whatHappened(calls)
  assert.equal(really.left_in_menu, 1)
  assert.equal(really.offered, 12)
  assert.equal(really.gave_up, 3)
  assert.equal(happenedByHour(calls)[9]?.offered, 6)
})

test('who served nobody while somebody waited was away; who was not needed was there', () => {
  const placed = calls.map((one) => ({ ...one, origin_s: 0 })).filter(({ day }) => day === '2024-03-05')
  const rules = { proof: 'waiting', pick_up_s: 10, least_away_s: 60, silence_s: 3_600 } as const
  const noorBy = (more: Partial<PresenceRules>) => shiftsOf(placed, { ...rules, ...more }).find(({ agent }) => agent === 'NOOR')
  assert.deepEqual(noorBy({}), {
    agent: 'NOOR',
    kinds: ['PS', 'NW'], // nobody served NW that day, so nobody is known not to
    spells: [
      { from_s: at(9, 0), to_s: at(9, 5), last_accepted_s: at(9, 0) },
      { from_s: at(9, 25), to_s: at(9, 31), last_accepted_s: at(9, 27) + 10 },
    ],
  })
  assert.equal(noorBy({ proof: 'none' })?.spells.length, 1)
  assert.equal(noorBy({ proof: 'none', silence_s: 600 })?.spells.length, 2, 'a long silence is a break all the same')
})

test('the pause after a call is seen where the next caller was already there', () => {
  const placed = calls.map((one) => ({ ...one, origin_s: one.day === '2024-03-05' ? 0 : 86_400 }))
  assert.deepEqual(wrapUpOf(placed, 60), { law: 'empirical', values_s: [10], weights: [1] })
  assert.equal(wrapUpOf([], 60), 0)
})

test('patience is estimated with those who were answered', () => {
  const law = patienceOf(calls.map((one) => ({ ...one, origin_s: 0 })))
  assert.ok(typeof law === 'object' && law.law === 'survival')
  assert.deepEqual(law.at_s, [30, 90, 600])
  const waited = calls.filter(({ wait_s }) => wait_s > 0).map(({ wait_s }) => wait_s)
  const atLeast = (s: number) => waited.filter((wait) => wait >= s).length
  assert.ok(Math.abs((law.surviving[0] ?? 0) - (1 - 1 / atLeast(30))) < 1e-12)
  assert.equal(patienceOf([]), 'never')
})

test('a file becomes the parts of a scenario', () => {
  const file = readTrafficFile('technion', text, { from: '2024-03-05', to: '2024-03-05', part_h: 12 })
  assert.equal(file.days, 1)
  assert.deepEqual(
    file.traffic.map(({ name, queue }) => [name, queue]),
    [
      ['PS 00–12', 'PS'],
      ['NW 00–12', 'NW'],
      ['PS 12–24', 'PS'],
    ],
  )
  assert.deepEqual(
    file.queues.map(({ name }) => name),
    ['PS', 'NW'],
  )
  const [ps] = file.traffic
  assert.ok(ps && 'at_s' in ps.arrivals)
  assert.equal(ps.arrivals.at_s.length, ps.arrivals.handling_s?.length)
  assert.equal(ps.arrivals.priorities?.[ps.arrivals.ids?.indexOf('112') ?? -1], 1.5, 'a head start of 90 s is a point and a half')
  const noor = file.staff.find(({ name }) => name === 'NOOR')
  assert.deepEqual(noor?.queues, ['PS', 'NW'])
  assert.equal(noor?.shifts?.length, 2, 'before and after the absence')
  const drawn = readTrafficFile('technion', text, { handling: 'drawn', learn_from: ['2024-03-05'] })
  assert.ok(drawn.traffic.every(({ arrivals }) => !('handling_s' in arrivals)))
  assert.equal(drawn.days, 3)
})

test('any other layout is declared, column by column, and a column that is not there is named', () => {
  const columns = {
    separator: ';',
    arrived: 'came',
    served_from: 'answered',
    served_to: 'ended',
    queue_left: 'answered',
    queued: 'came',
  }
  const own =
    'came;answered;ended\n2024-03-05T09:00:00Z;2024-03-05T09:00:20Z;"2024-03-05T09:03:20Z"\r\n2024-03-05 23:59:50;2024-03-06 00:00:20;2024-03-06 00:01:20\n'
  const read = readCalls(own, columnsShape.parse(columns))
  assert.deepEqual(
    read.calls.map(({ wait_s, handling_s, ended }) => [wait_s, handling_s, ended]),
    [
      [20, 180, 'answered'],
      [30, 60, 'answered'],
    ],
  )
  assert.throws(() => readCalls(own, columnsShape.parse({ ...columns, agent: 'who' })), ColumnsMissing)
  const noise = `\u001b]0;mine\u0007\u0000${'x'.repeat(10_000)},b\n1,2`
  assert.throws(() => readCalls(noise, columnsShape.parse(columns)), ({ message }: Error) => message.length < 600 && !/\p{Cc}/u.test(message)) // prettier-ignore
  assert.throws(() => readTrafficFile('csv', own, {}))
})

test('who served no NW all day long is not given any, unless the day was too short to tell', () => {
  const days = (agent: string, kinds: string): Call[] => kinds.split('').map((kind) => ({ ...call('101'), agent, kind }))
  const serves = whoServesWhat([
    ...days('NOOR', 'PPPPPPPPPP'),
    ...days('SAMI', 'PPPPPNNNNN'),
    ...days('LEA', 'P'),
    { ...call('101'), agent: 'LEA', kind: 'N', day: '2024-03-06' },
  ])
  assert.deepEqual(serves('2024-03-05', 'NOOR'), ['P'])
  assert.deepEqual(serves('2024-03-05', 'SAMI'), ['P', 'N'])
  assert.deepEqual(serves('2024-03-05', 'LEA'), ['P', 'N'])
})

test('stretches that overlap are one', () => {
  assert.deepEqual(
    united([
      { from_s: 30, to_s: 40 },
      { from_s: 0, to_s: 10 },
      { from_s: 10, to_s: 20 },
    ]),
    [
      { from_s: 0, to_s: 20 },
      { from_s: 30, to_s: 40 },
    ],
  )
})

const at = (hours: number, minutes: number) => hours * 3_600 + minutes * 60
