import assert from 'node:assert/strict'
import { test } from 'node:test'
import { laws } from '../contract/law.ts'
import type { Shift } from '../contract/plan-shapes.ts'
import { askShape, type Ask } from '../contract/schedule-ask.ts'
import { shiftsOf } from './answer.ts'
import { firstPlan } from './improve.ts'
import { check } from './law/check.ts'
import { problemOf } from './problem.ts'

const MONDAY_AFTER = '2026-11-30'
const ZONE = 'Europe/Paris'
const SPAN = { from: '2026-11-23', to: '2026-12-06' }
const shift = (day: string, from: number, hours: number): Shift => {
  const at = (hour: number): string => Temporal.PlainDate.from(day).toZonedDateTime(ZONE).add({ hours: hour }).toInstant().toString()
  return { person: 'ana', day, starts_at: at(from), ends_at: at(from + hours), activities: [] }
} // prettier-ignore

// Evenings are needed, on Sunday most of all.
const askWith = (after: readonly Shift[]): Ask =>
  askShape.parse({
    first_day: '2026-11-23', after: [...after],
    needs: [{ rows: [{ from: '08:00', to: '22:00', need: 1 }, { days: ['saturday', 'sunday'], from: '16:00', to: '22:00', need: 9 }] }],
    people: [{ name: 'ana' }],
    patterns: [{ name: 'day', start: { from: '06:00', to: '14:00' }, hours: { from: 7, to: 7 } }],
  }) // prettier-ignore
const planned = (ask: Ask): Shift[] => shiftsOf(firstPlan(problemOf(ask), () => true).rota)
const troubles = (shifts: readonly Shift[]) =>
  check(shifts, { law: laws.fr }, { person: 'ana', zone: ZONE, ...SPAN }).filter(({ code }) => code.endsWith('_rest'))

test('nobody is asked to stay late on Sunday before an early Monday that is published; without it they are', () => {
  const monday = shift(MONDAY_AFTER, 6, 8)
  const free = planned(askWith([]))
  assert.notDeepEqual(troubles([...free, monday]), [], 'the evening is worth it where nothing follows')
  const held = planned(askWith([monday]))
  assert.ok(held.length >= 4, 'the week is worked all the same')
  assert.deepEqual(troubles([...held, monday]), [])
})

test('where the next week has no other weekly rest, its first free day is one: thirty-five hours lie around it', () => {
  const next = [1, 2, 3, 4, 5, 6].map((later) => shift(Temporal.PlainDate.from(MONDAY_AFTER).add({ days: later }).toString(), 6, 6)) // prettier-ignore
  assert.notDeepEqual(troubles([...planned(askWith([])), ...next]), [])
  assert.deepEqual(troubles([...planned(askWith(next)), ...next]), [])
})

test('a plan that ends on Wednesday leaves to the rest of the week the days and hours that stand there', () => {
  const thursdayOn = ['2026-11-26', '2026-11-27', '2026-11-28'].map((day) => shift(day, 9, 8))
  const [person] = problemOf({ ...askWith(thursdayOn), days: 3 }).people
  const { daysMost, least, most } = person!.weeks[0]! // there is one
  assert.deepEqual([daysMost, least, most], [2, 44, 44]) // of five days and 35 h three days and 24 h are given: 11 h are left
})

test('whoever ended late on the evening before begins late, also where no shift of the plan ever ends so late', () => {
  const sunday = shift('2026-11-22', 16, 8)
  const mondays = askShape.parse({
    ...askWith([]),
    needs: [
      {
        rows: [
          { from: '06:00', to: '20:00', need: 1 },
          { days: ['monday'], from: '06:00', to: '20:00', need: 9 },
        ],
      },
    ],
  })
  const found = planned({ ...mondays, before: [sunday] })
  assert.equal(found[0]?.day, '2026-11-23', 'Monday is worked all the same')
  assert.deepEqual(troubles([sunday, ...found]), [])
  assert.notDeepEqual(troubles([sunday, ...planned(mondays)]), [], 'without it they begin earlier')
})

test('Sunday after a night that ends in it is no weekly rest: too little of it lies in the week', () => {
  const nights = { name: 'night', start: { from: '21:00', to: '21:00' }, hours: { from: 7, to: 7 }, lunch: 'none', breaks: { minutes: 20, every_h: 3 } } as const
  const days = { name: 'day', start: { from: '17:00', to: '17:00' }, hours: { from: 5, to: 5 } } as const
  const ask = askShape.parse({
    first_day: '2026-11-23',
    contracts: [{ name: 'six', hours_week: 35, days_most: 6, hours_less: 35 }],
    needs: [{ rows: [{ from: '17:00', to: '04:00', need: 1 }, { days: ['saturday'], from: '21:00', to: '04:00', need: 9 }] }],
    people: [{ name: 'ana' }],
    patterns: [nights, days],
  })
  const found = planned(ask)
  assert.ok(found.some(({ day }) => day === '2026-11-28'), 'Saturday night is worked')
  assert.deepEqual(troubles(found), [])
}) // prettier-ignore

test('a Saturday evening before an early Monday may be late where Sunday is worked, for the week has its rest elsewhere', () => {
  const monday = shift(MONDAY_AFTER, 6, 8)
  const ask = { ...askWith([monday]), needs: askShape.parse({ ...askWith([]), needs: [{ rows: [{ days: ['saturday'], from: '14:00', to: '22:00', need: 9 }, { days: ['sunday'], from: '09:00', to: '17:00', need: 9 }] }] }).needs }
  const found = planned(ask)
  const saturday = found.find(({ day }) => day === '2026-11-28')
  assert.ok(saturday && saturday.ends_at >= '2026-11-28T19:00:00Z', `until ${saturday?.ends_at}`)
  assert.deepEqual(troubles([...found, monday]), [])
}) // prettier-ignore

test('a Sunday of twenty-three hours is a whole day of rest, for the search and for the law', () => {
  const at = (day: string, hour: number): string => Temporal.PlainDate.from(day).toZonedDateTime(ZONE).add({ hours: hour }).toInstant().toString()
  const week = ['2027-03-22', '2027-03-23', '2027-03-24', '2027-03-25', '2027-03-26', '2027-03-27'].map((day): Shift => ({
    person: 'ana', day, starts_at: at(day, 17.0), ends_at: at(day, 24), activities: [],
  }))
  const found = check(week, { law: laws.fr }, { person: 'ana', zone: ZONE, from: '2027-03-22', to: '2027-03-28' })
  assert.deepEqual(found.filter(({ code }) => code === 'weekly_rest'), [], 'Saturday ends at midnight, Sunday is free')
}) // prettier-ignore
