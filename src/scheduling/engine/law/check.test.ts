import assert from 'node:assert/strict'
import { test } from 'node:test'
import { laws } from '../../contract/law.ts'
import type { Shift, TroubleCode } from '../../contract/plan-shapes.ts'
import { workContractShape, type WorkContractInput } from '../../contract/work-contract.ts'
import { sayTrouble } from '../say-trouble.ts'
import { check, type Who } from './check.ts'

const zone = 'Europe/Paris'
const at = (day: string, time: string): string =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant().toString()
const next = (day: string, days = 1): string => Temporal.PlainDate.from(day).add({ days }).toString()

/** "09:00-12:00 13:00-17:00" is a shift with an unpaid pause between. */
function shift(day: string, pieces: string): Shift {
  const worked = pieces.split(' ').map((piece) => {
    const [from = '', to = ''] = piece.split('-')
    return { kind: 'work' as const, starts_at: at(day, from), ends_at: to <= from ? at(next(day), to) : at(day, to) }
  })
  return { person: 'Ana', day, starts_at: worked[0]!.starts_at, ends_at: worked.at(-1)!.ends_at, activities: worked }
}

const MONDAY = '2026-11-23'
const week = (days: number, pieces: string): Shift[] => Array.from({ length: days }, (_, d) => shift(next(MONDAY, d), pieces))
const codes = (shifts: Shift[], { contract, ...who }: Partial<Who> & { contract?: WorkContractInput } = {}): TroubleCode[] => [
  ...new Set(check(shifts, { law: laws.fr, ...(contract && { contract: workContractShape.parse(contract) }) }, { person: 'Ana', zone, ...who }).map(({ code }) => code)),
] // prettier-ignore

test('five days of seven hours with lunch are a right week', () => {
  assert.deepEqual(codes(week(5, '09:00-12:30 13:30-17:00'), { contract: { name: '35 h', hours_week: 35 } }), [])
})

const offenders: [string, Shift[], TroubleCode][] = [
  ['ten hours and a quarter a day', [shift(MONDAY, '08:00-13:00 14:00-19:15')], 'day_too_long'],
  ['fifty hours a week', week(5, '08:00-13:00 14:00-19:00'), 'week_too_long'],
  ['a rest of ten hours', [shift(MONDAY, '16:00-22:00'), shift(next(MONDAY), '08:00-12:00')], 'daily_rest'],
  [
    'six days with a single evening off of 34 hours',
    [...week(6, '16:00-22:00'), shift(next(MONDAY, 7), '08:00-12:00')],
    'weekly_rest',
  ],
  ['seven days', week(7, '09:00-12:00'), 'too_many_days'],
  ['six hours and a quarter without a break', [shift(MONDAY, '08:00-14:15')], 'break_missing'],
  ['nine hours in a night', [shift(MONDAY, '21:00-02:00 03:00-07:00')], 'night_too_long'],
  ['two shifts at once', [shift(MONDAY, '08:00-12:00'), shift(MONDAY, '11:00-13:00')], 'overlap'],
]
for (const [what, shifts, code] of offenders)
  test(`${what} is against the rule, and said with its numbers in both languages`, () => {
    const found = check(shifts, { law: laws.fr }, { person: 'Ana', zone }).find((trouble) => trouble.code === code)
    assert.ok(found, `only ${codes(shifts).join()} was found`)
    const { fr, en } = sayTrouble(found)
    assert.ok(fr.length > 10 && en.length > 10 && fr !== en)
  })

test('a part-timer has one interruption of at most two hours, and a tenth more hours', () => {
  const contract = { name: '20 h', hours_week: 20, hours_day_least: 2 }
  assert.ok(codes([shift(MONDAY, '08:00-10:00 12:30-15:00')], { contract }).includes('cut_too_long'))
  assert.ok(codes([shift(MONDAY, '08:00-10:00 11:00-12:00 13:00-14:00')], { contract }).includes('too_many_cuts'))
  assert.ok(codes(week(5, '08:00-12:30'), { contract }).includes('extra_hours'))
  assert.ok(!codes(week(5, '08:00-12:20'), { contract: { ...contract, asked_short: true } }).includes('extra_hours'))
  assert.ok(codes([shift(MONDAY, '08:00-12:00')], { contract }).includes('contract_too_short'))
})

test('a minor works eight hours, never at night, and rests two days in a row', () => {
  assert.deepEqual(codes([shift(MONDAY, '08:00-12:00 13:00-17:30')], { minor: true }), ['minor_day_too_long'])
  assert.ok(codes([shift(MONDAY, '19:00-22:30')], { minor: true }).includes('minor_night'))
  assert.ok(codes([...week(3, '09:00-12:00'), ...[4, 5].map((d) => shift(next(MONDAY, d), '09:00-12:00')), shift(next(MONDAY, 7), '09:00-12:00')], { minor: true }).includes('minor_weekly_rest')) // prettier-ignore
})

test('the night in which clocks go back is an hour longer, and the one in which they go on an hour shorter', () => {
  const rest = (evening: string, morning: string): number =>
    check([shift(evening, '14:00-22:00'), shift(next(evening), morning)], { law: laws.fr }, { person: 'Ana', zone }).filter(({ code }) => code === 'daily_rest').length // prettier-ignore
  assert.equal(rest('2026-10-24', '08:00-12:00'), 0, 'from 22:00 to 8:00 are eleven hours on 25 October')
  assert.equal(rest('2026-11-24', '08:00-12:00'), 1)
  assert.equal(rest('2027-03-27', '09:00-12:00'), 1, 'from 22:00 to 9:00 are ten hours on 28 March')
})

test('last week’s evening is seen from this week’s morning, and last week itself is not told again', () => {
  const shifts = [shift('2026-11-22', '13:00-22:00'), shift(MONDAY, '07:00-12:00')]
  assert.deepEqual(codes(shifts, { from: MONDAY }), ['daily_rest'])
})

test('forty-four hours on average over twelve weeks', () => {
  const worked_h = Object.fromEntries(Array.from({ length: 11 }, (_, back) => [next(MONDAY, -7 * (back + 1)), 45]))
  assert.ok(codes(week(5, '08:00-12:00 13:00-18:00'), { worked_h }).includes('average_too_long'))
  assert.ok(!codes(week(5, '08:00-12:00 13:00-16:00'), { worked_h: { ...worked_h, [next(MONDAY, -7)]: 30 } }).includes('average_too_long')) // prettier-ignore
})

test('whoever is planned twice at once is told that, and not the same hours again as days and weeks too long', () => {
  const twice = [...week(5, '09:00-12:30 13:30-17:00'), ...week(5, '09:00-12:30 13:30-17:00')]
  assert.deepEqual(codes(twice, { contract: { name: '35 h', hours_week: 35 } }), ['overlap'])
})
