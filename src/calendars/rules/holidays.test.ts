import assert from 'node:assert/strict'
import { test } from 'node:test'
import Calendars from 'date-holidays'
import { regionNames, type Region } from '../contract.ts'
import { easter } from './easter.ts'
import { holidaysOf, isGoodFriday, isHoliday } from './holidays.ts'

const days = (region: Region, year: number): string[] => holidaysOf(region, year).map(({ day }) => day)
const national = days('FR', 2026)
const own = (region: Region, year = 2026): string[] => days(region, year).filter((day) => !days('FR', year).includes(day))

test('Easter is where history, and the almanacs of years to come, put it', () => {
  // The earliest and latest possible days, the two exceptions that simpler rules get wrong (1954, 1981), and recent years.
  const known = [
    '1818-03-22', '1943-04-25', '1954-04-18', '1981-04-19', '2000-04-23', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25', '2285-03-22',
  ] // prettier-ignore
  assert.deepEqual(
    known.map((day) => String(easter(Number(day.slice(0, 4))))),
    known,
  )
  assert.throws(() => easter(1582), RangeError)
})

test('Easter of three centuries is a Sunday after the first full moon of spring, as the tables of another library also have it', () => {
  const other = new Calendars('FR', { types: ['observance'] })
  for (let year = 1900; year <= 2199; year++) {
    const day = easter(year)
    assert.equal(day.dayOfWeek, 7)
    const pentecost = other.getHolidays(year).find(({ rule }) => rule === 'easter 49')
    assert.equal(pentecost?.date.slice(0, 10), String(day.add({ days: 49 })), String(year))
  }
})

test('mainland France keeps the eleven days of article L3133-1', () => {
  assert.deepEqual(national, [
    '2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25', '2026-07-14', '2026-08-15', '2026-11-01', '2026-11-11', '2026-12-25',
  ]) // prettier-ignore
})

test('each region adds its own days', () => {
  assert.deepEqual(Object.fromEntries(regionNames.map((region) => [region, own(region).map((day) => day.slice(5)).join(' ')])), {
    FR: '', 'FR-AM': '12-26', GP: '05-27', MQ: '05-22', GF: '06-10', RE: '12-20', YT: '04-27', PM: '', BL: '10-09', MF: '05-28', NC: '09-24',
    PF: '03-05 04-03 11-20', WF: '04-28 06-29 07-29',
  }) // prettier-ignore
})

test('days that moved are where they were in their year', () => {
  assert.deepEqual([own('MF', 2017), own('MF', 2018), own('BL', 2011)], [['2017-05-27'], ['2018-05-28'], []])
  assert.ok(own('PF', 2024).includes('2024-06-29') && !own('PF', 2024).includes('2024-11-20'))
})

test('a holiday on a Sunday is not moved, and two on one day are both told', () => {
  assert.ok(isHoliday('FR', Temporal.PlainDate.from('2026-11-01')) && !isHoliday('FR', Temporal.PlainDate.from('2026-11-02')))
  assert.deepEqual(
    holidaysOf('FR', 2008)
      .filter(({ day }) => day === '2008-05-01')
      .map(({ en }) => en),
    ['Labour Day', 'Ascension Day'],
  )
})

test('Good Friday is the Friday before Easter and no other day', () => {
  for (let year = 2000; year < 2100; year++) {
    const found: string[] = []
    for (let day = Temporal.PlainDate.from({ year, month: 1, day: 1 }); day.year === year; day = day.add({ days: 1 }))
      if (isGoodFriday(day)) found.push(String(day))
    assert.deepEqual(found, [String(easter(year).subtract({ days: 2 }))])
  }
})

// A second opinion on every region and twenty years. Where we differ from date-holidays 3.37.0 the law is on our side, and named here.
const library: Record<Region, [string, string?]> = {
  FR: ['FR'], 'FR-AM': ['FR', '67'], GP: ['GP'], MQ: ['MQ'], GF: ['GF'], RE: ['RE'], YT: ['YT'], PM: ['PM'], BL: ['BL'], MF: ['MF'], NC: ['NC'], PF: ['PF'], WF: ['WF'],
} // prettier-ignore
const differences: Partial<Record<Region, (year: number) => { only_there: string[]; only_here: string[] }>> = {
  'FR-AM': (year) => ({ only_there: [goodFriday(year)], only_here: [] }), // only where there is a temple: the calendar's own setting
  GP: (year) => ({ only_there: [goodFriday(year)], only_here: [] }), // a custom: not in L3133-1, not in L3422-2
  MQ: (year) => ({ only_there: [goodFriday(year)], only_here: [] }),
  MF: (year) =>
    year >= 2018 ? { only_there: [`${year}-05-27`], only_here: [`${year}-05-28`] } : { only_there: [], only_here: [] },
}
const goodFriday = (year: number): string => String(easter(year).subtract({ days: 2 }))

for (const region of regionNames)
  test(`${region}: another library agrees, but for what is named`, () => {
    const [country, state] = library[region]
    const other = state ? new Calendars(country, state, { types: ['public'] }) : new Calendars(country, { types: ['public'] })
    for (let year = 2013; year <= 2033; year++) {
      const there = new Set(other.getHolidays(year).map(({ date }) => date.slice(0, 10)))
      const here = new Set(days(region, year))
      const difference = { only_there: [...there.difference(here)], only_here: [...here.difference(there)] }
      assert.deepEqual(difference, differences[region]?.(year) ?? { only_there: [], only_here: [] }, String(year))
    }
  })
