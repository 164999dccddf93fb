// A plan in a terminal: whatever the terminal is wide, no line is broken by it, and what is missing is told with what would help.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askShape, type Answer, type Shift } from '#scheduling/contract'
import { scheduleTable } from './schedule-table.ts'

const ask = askShape.parse({
  name: 'Semaine 48 du plateau de Saint-Étienne',
  first_day: '2026-11-23',
  needs: [{ name: 'appels reçus', rows: [{ from: '08:00', to: '10:00', need: 3 }] }],
  people: [{ name: 'Anne-Zoé Lefèvre-Müller' }, { name: 'agent', count: 2 }],
})
const people = ['Anne-Zoé Lefèvre-Müller', 'agent 1', 'agent 2']
const day = (d: number): string => Temporal.PlainDate.from(ask.first_day).add({ days: d }).toString()
const shifts: Shift[] = people.flatMap((person) => Array.from({ length: 7 }, (_, d) => ({
  person, day: day(d), starts_at: `${day(d)}T07:00:00Z`, ends_at: `${day(d)}T15:00:00Z`,
  activities: [{ kind: 'lunch' as const, starts_at: `${day(d)}T11:00:00Z`, ends_at: `${day(d)}T12:00:00Z` }],
}))) // prettier-ignore
const sentence =
  'Tuesday 24 November from 17:00 to 18:00: needed 3, this plan has 2; cheapest mends: one hour of overtime (1 h fewer missing)'
const why: Answer['why'][number] = {
  code: 'too_few_at_this_time', need: 'appels reçus', day: day(1), from: `${day(1)}T16:00:00Z`, to: `${day(1)}T17:00:00Z`,
  needed: 3, allowed: 2, planned: 2, missing_h: 1, mends: [], en: sentence, fr: '',
} // prettier-ignore
const quarters = Array.from({ length: 7 * 96 }, (_, i) => (i % 96 >= 32 && i % 96 < 40 ? 3 : 0))
const answer: Answer = {
  name: ask.name, status: 'at_the_limit', seconds: 1, people: 3, shifts, objective: 12, bound: 10, gap: 1 / 6, strict_gap: 1 / 6, unavoidable: 0,
  coverage: [{ name: 'appels reçus', from: '2026-11-22T23:00:00Z', interval_min: 15, need: quarters, planned: quarters, short: quarters.map(() => 0), over: quarters.map(() => 0) }],
  parts: [{ code: 'short', amount: 1, cost: 20 }, { code: 'fairness', amount: 6, cost: 6.5 }],
  shortage: { hours: 1, least_hours: 0, intervals: 4, changes_tried: 3, coverable: 0 },
  why: Array.from({ length: 20 }, () => why), troubles: [],
  sessions: [{ name: 'équipe', person: 'agent 1', placed: false, starts_at: null, why: { en: 'nobody of the team is there together for thirty minutes on any of its days', fr: '' } }],
} // prettier-ignore

const drawnIn = (columns: number | undefined): string[] => {
  const before = Object.getOwnPropertyDescriptor(process.stdout, 'columns')
  Object.defineProperty(process.stdout, 'columns', { value: columns, configurable: true })
  try {
    return scheduleTable(answer, ask).split('\n')
  } finally {
    if (before) Object.defineProperty(process.stdout, 'columns', before)
    else Reflect.deleteProperty(process.stdout, 'columns')
  }
}

test('a plan fits terminals of eighty, a hundred and two hundred columns, and a file', () => {
  for (const columns of [80, 100, 200, undefined]) {
    const lines = drawnIn(columns)
    assert.deepEqual(lines.filter((line) => Array.from(line).length > (columns ?? 100)), [], String(columns)) // prettier-ignore
    for (let d = 0; d < 7; d++) assert.ok(lines.some((line) => line.includes(day(d).slice(5))), `day ${d} in ${columns}`) // prettier-ignore
  }
})

test('where a week has room lunches stand beside the shifts', () => {
  assert.ok(drawnIn(200).some((line) => line.includes('08:00–16:00 (12:00)')))
  assert.ok(drawnIn(80).every((line) => !line.includes('(12:00)')))
})

test('of what does not fit the first lines are told, the number of the others, and why a meeting has no place', () => {
  const told = drawnIn(200).join('\n')
  assert.equal(told.split(sentence).length - 1, 15)
  assert.match(told, /… and 5 more times at which somebody is missing/)
  assert.match(told, /no room for “équipe” of agent 1: nobody of the team/)
})
