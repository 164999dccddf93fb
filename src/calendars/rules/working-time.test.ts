import assert from 'node:assert/strict'
import { test } from 'node:test'
import Calendars from 'date-holidays'
import fc from 'fast-check'
import type { Hours } from '../contract.ts'
import { addWorkingTime, isOpen, nextClosing, nextOpening, workingTimeBetween, type Found } from './working-time.ts'

const daily = (opens: string, closes: string, weekdays = [1, 2, 3, 4, 5, 6, 7]) =>
  weekdays.map((weekday) => ({ weekday, opens_minute: minute(opens), closes_minute: minute(closes) }))
const minute = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const hours = (given: Partial<Hours>): Hours => ({
  zone: 'Europe/Paris',
  weekly: [],
  exceptions: [],
  holidays: null,
  good_friday: false,
  ...given,
})
const office = hours({
  weekly: [...daily('09:00', '12:00', [1, 2, 3, 4, 5]), ...daily('13:00', '18:00', [1, 2, 3, 4, 5])],
  holidays: 'FR',
})
const always = hours({ weekly: daily('00:00', '24:00') })
const never = hours({ holidays: 'FR' })

const paris = (time: string): Temporal.Instant => Temporal.PlainDateTime.from(time).toZonedDateTime('Europe/Paris').toInstant()
const when = (found: Found, zone = 'Europe/Paris'): string =>
  'at' in found ? found.at.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', smallestUnit: 'minute' }) : 'never'
const between = (calendar: Hours, a: Temporal.Instant, b: Temporal.Instant): number =>
  workingTimeBetween(calendar, a, b).total('minutes')
const add = (calendar: Hours, from: string, duration: string): string =>
  when(addWorkingTime(calendar, paris(from), Temporal.Duration.from(duration)))

test('an office opens twice a day and not at noon, at night, on Saturday or on a holiday', () => {
  const at = (time: string) => isOpen(office, paris(time))
  assert.deepEqual(['2026-11-20T09:00', '2026-11-20T11:59', '2026-11-20T13:00', '2026-11-20T17:59'].map(at), [
    true,
    true,
    true,
    true,
  ])
  assert.deepEqual(['2026-11-20T08:59', '2026-11-20T12:00', '2026-11-20T18:00', '2026-11-21T10:00', '2026-11-11T10:00'].map(at), [
    false,
    false,
    false,
    false,
    false,
  ])
})

test('eight hours of working time from Friday afternoon end on Monday afternoon, over the week-end and the lunch', () => {
  assert.equal(add(office, '2026-11-20T15:00', 'PT8H'), '2026-11-23T15:00+01:00')
  assert.equal(add(office, '2026-11-20T15:00', 'PT3H'), '2026-11-20T18:00+01:00') // at closing, not at the next opening
  assert.equal(add(office, '2026-11-20T20:00', 'PT0S'), '2026-11-20T20:00+01:00')
  assert.equal(add(office, '2026-11-10T17:00', 'PT2H'), '2026-11-12T10:00+01:00') // the eleventh is the Armistice
})

test('an exception is stronger than a holiday and than the week', () => {
  const shop = {
    ...office,
    exceptions: [
      { day: '2026-11-11', name: 'Soldes', ranges: [{ opens_minute: 600, closes_minute: 660 }] },
      { day: '2026-11-12', name: 'Pont', ranges: [] },
    ],
  }
  assert.equal(isOpen(shop, paris('2026-11-11T10:30')), true)
  assert.equal(isOpen(shop, paris('2026-11-12T10:30')), false)
  assert.equal(between(shop, paris('2026-11-11T00:00'), paris('2026-11-13T00:00')), 60)
})

test('Good Friday closes only who says so, or whose region does', () => {
  const at = paris('2026-04-03T10:00')
  const open = (given: Partial<Hours>) => isOpen({ ...office, ...given }, at)
  assert.deepEqual(
    [open({}), open({ holidays: 'FR-AM' }), open({ holidays: 'FR-AM', good_friday: true }), open({ holidays: 'PF' })],
    [true, true, false, false],
  )
})

test('a night shift crosses midnight, and the one of the eve works into the holiday', () => {
  const night = hours({ weekly: daily('22:00', '30:00', [5]), holidays: 'FR' })
  assert.equal(isOpen(night, paris('2026-11-21T05:59')), true)
  assert.equal(isOpen(night, paris('2026-11-21T06:00')), false)
  const eve = hours({ weekly: daily('22:00', '30:00', [4]), holidays: 'FR' })
  assert.equal(isOpen(eve, paris('2026-05-01T03:00')), true) // began on Thursday 30 April
  assert.equal(isOpen(night, paris('2026-05-01T23:00')), false)
})

test('hours that the clock skips whole open nothing', () => {
  const small = hours({ weekly: daily('02:15', '02:45', [7]) })
  assert.equal(when(nextOpening(small, paris('2026-03-29T00:00'))), '2026-04-05T02:15+02:00')
  const apia = hours({
    zone: 'Pacific/Apia',
    exceptions: [{ day: '2011-12-30', name: '', ranges: daily('09:00', '17:00', [5]) }],
  })
  assert.equal(when(nextOpening(apia, Temporal.Instant.from('2011-12-30T09:59Z')), 'Pacific/Apia'), 'never') // Samoa had no such day
})

test('in spring the night is an hour shorter: what the clock skips is not worked', () => {
  const night = hours({ weekly: daily('22:00', '30:00') })
  assert.equal(between(night, paris('2026-03-28T22:00'), paris('2026-03-29T06:00')), 7 * 60)
  const gap = hours({ weekly: daily('02:15', '02:45') })
  assert.equal(between(gap, paris('2026-03-29T00:00'), paris('2026-03-30T00:00')), 0)
  const half = hours({ weekly: daily('02:30', '03:15') })
  assert.equal(when(nextOpening(half, paris('2026-03-29T00:00'))), '2026-03-29T03:00+02:00')
  assert.equal(between(half, paris('2026-03-29T00:00'), paris('2026-03-30T00:00')), 15)
})

test('in autumn the night is an hour longer, and what comes twice on the clock is opened once', () => {
  const night = hours({ weekly: daily('22:00', '30:00') })
  assert.equal(between(night, paris('2026-10-24T22:00'), paris('2026-10-25T06:00')), 9 * 60)
  const fold = hours({ weekly: daily('02:15', '02:45') })
  assert.equal(between(fold, paris('2026-10-25T00:00'), paris('2026-10-26T00:00')), 30)
  assert.equal(when(nextOpening(fold, paris('2026-10-25T00:00'))), '2026-10-25T02:15+02:00')
  const touching = hours({ weekly: [...daily('00:00', '02:30'), ...daily('02:30', '24:00')] })
  assert.equal(between(touching, paris('2026-10-25T00:00'), paris('2026-10-26T00:00')), 25 * 60)
})

test('who is open round the clock never closes; who never opens says so instead of searching for ever', () => {
  const now = paris('2026-11-20T15:00')
  assert.equal(when(nextClosing(always, now)), 'never')
  assert.equal(when(nextOpening(always, now)), '2026-11-20T15:00+01:00')
  assert.equal(add(always, '2026-10-24T12:00', 'PT24H'), '2026-10-25T11:00+01:00')
  assert.equal(when(nextOpening(never, now)), 'never')
  assert.equal(when(nextClosing(never, now)), '2026-11-20T15:00+01:00')
  assert.equal(when(addWorkingTime(never, now, Temporal.Duration.from('PT1M'))), 'never')
  const searched = nextOpening(never, now)
  assert.ok('none_until' in searched && searched.none_until.since(now).total('hours') > 4 * 365 * 24)
})

test('who opens once in four years is found, and closes for good after', () => {
  const once = hours({ exceptions: [{ day: '2030-02-28', name: '', ranges: [{ opens_minute: 600, closes_minute: 660 }] }] })
  assert.equal(when(nextOpening(once, paris('2026-11-20T15:00'))), '2030-02-28T10:00+01:00')
  assert.equal(when(nextClosing(once, paris('2030-02-28T10:30'))), '2030-02-28T11:00+01:00')
})

test('a week is closed across the islands’ own holidays and zones', () => {
  const noumea = { ...office, zone: 'Pacific/Noumea', holidays: 'NC' as const }
  const from = Temporal.ZonedDateTime.from('2026-09-23T17:00[Pacific/Noumea]').toInstant()
  assert.equal(when(addWorkingTime(noumea, from, Temporal.Duration.from('PT2H')), 'Pacific/Noumea'), '2026-09-25T10:00+11:00')
})

test('a day has no working length of its own, and working time only goes forward', () => {
  const now = paris('2026-11-20T15:00')
  assert.throws(() => addWorkingTime(office, now, Temporal.Duration.from('P1D')), RangeError)
  assert.throws(() => addWorkingTime(office, now, Temporal.Duration.from('-PT1H')), RangeError)
  assert.throws(() => workingTimeBetween(office, now, now.add({ hours: 24 * 366 * 101 })), RangeError)
})

// ── properties, around every kind of clock change, against a walker that looks at each minute's wall clock ──────────────────────
const zones = [
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Pacific/Apia',
  'Indian/Reunion',
  'America/Miquelon',
]
const changes = [
  '2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-03-08T07:00Z', '2026-11-01T06:00Z', '2026-04-04T15:00Z', '2026-10-03T15:30Z', '2026-04-05T03:00Z', '2026-09-06T04:00Z',
  '2018-11-04T03:00Z', '2018-02-18T02:00Z', '2026-04-23T22:00Z', '2026-10-29T21:00Z', '2011-12-30T10:00Z', '2026-05-08T00:00Z', '2026-12-25T00:00Z',
].map((text) => Temporal.Instant.from(text)) // prettier-ignore

const range = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .map(([opens_minute, length]) => ({ opens_minute, closes_minute: opens_minute + length }))
const weekly = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 7 }), range).map(([weekday, r]) => ({ weekday, ...r })),
  { maxLength: 14 },
)
const anyHours = (around: Temporal.Instant) =>
  fc
    .tuple(
      fc.constantFrom(...zones),
      fc.oneof({ weight: 4, arbitrary: weekly }, fc.constantFrom(always.weekly, office.weekly)),
      fc.array(fc.tuple(fc.integer({ min: -2, max: 3 }), fc.array(range, { maxLength: 3 })), { maxLength: 2 }),
      fc.constantFrom(null, 'FR' as const),
    )
    .map(([zone, week, days, holidays]) => ({
      zone, weekly: week, holidays, good_friday: false,
      exceptions: [...new Map(days.map(([offset, ranges]) => [String(around.toZonedDateTimeISO('UTC').toPlainDate().add({ days: offset })), ranges]))].map(
        ([day, ranges]) => ({ day, name: '', ranges }),
      ),
    })) // prettier-ignore
const scene = fc
  .constantFrom(...changes)
  .chain((change) =>
    fc.tuple(
      anyHours(change),
      fc.array(fc.integer({ min: -2_000, max: 2_000 }), { minLength: 3, maxLength: 3 }),
      fc.constant(change),
    ),
  )
  .map(([calendar, offsets, change]) => {
    const [a, b, c] = offsets.toSorted((x, y) => x - y).map((minutes) => change.add({ minutes }))
    return { calendar, a: a!, b: b!, c: c! }
  })
const runs = { numRuns: 60 }

const french = new Calendars('FR', { types: ['public'] })
const holidays = new Map<number, Set<string>>()
const isFrenchHoliday = (day: string): boolean => {
  const year = Number(day.slice(0, 4))
  if (!holidays.has(year)) holidays.set(year, new Set(french.getHolidays(year).map(({ date }) => date.slice(0, 10))))
  return holidays.get(year)!.has(day)
}

// Open is when the furthest the wall clock has ever come lies in a range: so a clock set back opens nothing twice and closes nothing.
function* walk(calendar: Hours, from: Temporal.Instant, to: Temporal.Instant): Generator<boolean> {
  let furthest = -Infinity
  for (let at = from.subtract({ hours: 50 }); Temporal.Instant.compare(at, to) < 0; at = at.add({ minutes: 1 })) {
    const clock = at.toZonedDateTimeISO(calendar.zone)
    furthest = Math.max(furthest, Date.UTC(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute) / 60_000)
    if (Temporal.Instant.compare(at, from) < 0) continue
    const day = Math.floor(furthest / 1440)
    yield covers(calendar, day, furthest - day * 1440) || covers(calendar, day - 1, furthest - (day - 1) * 1440)
  }
}
function covers(calendar: Hours, day: number, at: number): boolean {
  const date = new Date(day * 86_400_000)
  const name = date.toISOString().slice(0, 10)
  const exception = calendar.exceptions.find((each) => each.day === name)
  const ranges =
    exception?.ranges ??
    (calendar.holidays && isFrenchHoliday(name)
      ? []
      : calendar.weekly.filter(({ weekday }) => weekday === (date.getUTCDay() || 7)))
  return ranges.some((each) => each.opens_minute <= at && at < each.closes_minute)
}

test('working time is what a walker counts, minute by minute, through every clock change', () => {
  fc.assert(
    fc.property(scene, ({ calendar, a, c }) => {
      const walked = [...walk(calendar, a, c)]
      assert.equal(between(calendar, a, c), walked.filter(Boolean).length)
      const minuteOf = (found: Found) => ('at' in found ? found.at.since(a).total('minutes') : Infinity)
      for (const [found, first] of [
        [nextOpening(calendar, a), walked.indexOf(true)],
        [nextClosing(calendar, a), walked.indexOf(false)],
      ] as const)
        if (first >= 0) assert.equal(minuteOf(found), first)
        else assert.ok(minuteOf(found) >= walked.length)
      if (walked.length > 0) assert.equal(isOpen(calendar, a), walked[0])
    }),
    runs,
  )
})

test('working time adds up', () => {
  fc.assert(
    fc.property(scene, ({ calendar, a, b, c }) => {
      assert.equal(between(calendar, a, b) + between(calendar, b, c), between(calendar, a, c))
      assert.equal(between(calendar, a, c) + between(calendar, c, b), between(calendar, a, b))
    }),
    { numRuns: 300 },
  )
})

test('adding working time and counting it undo one another, and more of it never ends sooner', () => {
  fc.assert(
    fc.property(scene, fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 600 }), ({ calendar, a }, minutes, more) => {
      const end = addWorkingTime(calendar, a, Temporal.Duration.from({ minutes }))
      const later = addWorkingTime(calendar, a, Temporal.Duration.from({ minutes: minutes + more }))
      if (!('at' in end)) return assert.ok(!('at' in later))
      assert.equal(between(calendar, a, end.at), minutes)
      if (minutes > 0) assert.ok(between(calendar, a, end.at.subtract({ milliseconds: 1 })) < minutes) // the first such instant
      if ('at' in later) assert.ok(Temporal.Instant.compare(end.at, later.at) <= 0)
    }),
    { numRuns: 300 },
  )
})
