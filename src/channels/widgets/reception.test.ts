import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Line } from './gate.ts'
import { countryOf } from './rules/country-of.ts'
import { expectedWait } from './rules/expected-wait.ts'
import { hoursShown } from './rules/hours-shown.ts'
import { readCallBack } from './call-back.ts'
import { codeOf, testSite } from './test-site.ts'

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)

test('a visitor is told that we are open, until when we are not, and our usual week', async () => {
  const { gate, admitted, clock } = await testSite()
  const open = await gate.reception(await admitted())
  assert.equal(open.open, true)
  assert.equal(open.opens_at, null)
  assert.deepEqual(open.hours[0], { day: 1, spans: ['09:00–12:30', '14:00–18:00'] })
  assert.deepEqual(open.hours[6], { day: 7, spans: [] })
  assert.equal(open.brand.name, 'Atelier')
  clock.set('2026-11-20T12:00:00Z') // one o'clock in Paris, lunch
  assert.equal((await gate.reception(await admitted())).opens_at, '2026-11-20T14:00:00+01:00')
  clock.set('2026-11-20T18:00:00Z') // Friday evening
  assert.equal((await gate.reception(await admitted())).opens_at, '2026-11-23T09:00:00+01:00')
})

test('public holidays and both changes of the clock are kept', async () => {
  const { gate, admitted, clock } = await testSite()
  clock.set('2026-12-24T20:00:00Z') // Thursday; Christmas is a Friday
  assert.equal((await gate.reception(await admitted())).opens_at, '2026-12-28T09:00:00+01:00')
  clock.set('2027-03-27T20:00:00Z') // the clock goes forward in the night to Sunday; Monday the 29th is Easter Monday
  assert.equal((await gate.reception(await admitted())).opens_at, '2027-03-30T09:00:00+02:00')
  clock.set('2027-10-30T20:00:00Z') // it goes back in the night to Sunday; Monday is All Saints
  assert.equal((await gate.reception(await admitted())).opens_at, '2027-11-02T09:00:00+01:00')
})

test('who waits before one is counted from the moment one began to wait, and no number is said when none is known', async () => {
  const face = { name: 'Anna', initials: 'AR', colour: '#000000', photo: null }
  const line: Line = {
    waiting: [at('2026-11-20T08:58:00Z'), at('2026-11-20T08:59:00Z')],
    answered_seconds: [30, 40, 50],
    answering: [face],
  }
  const { gate, admitted } = await testSite({ line: () => Promise.resolve(line) })
  const newcomer = await gate.reception(await admitted())
  assert.equal(newcomer.ahead, 2)
  assert.equal(newcomer.wait_seconds, 120, 'the first has waited two minutes already')
  assert.deepEqual(newcomer.answering, [face])
  assert.equal((await gate.reception(await admitted(), at('2026-11-20T08:58:30Z'))).ahead, 1)
  const quiet = await testSite()
  assert.equal((await quiet.gate.reception(await quiet.admitted())).wait_seconds, null)
})

test('two thousand who look on ask the database once', async () => {
  let asked = 0
  const site = await testSite({ line: () => (asked++, Promise.resolve({ waiting: [], answered_seconds: [], answering: [] })) })
  const admitted = await site.admitted()
  await Promise.all(Array.from({ length: 2_000 }, () => site.gate.reception(admitted)))
  assert.equal(asked, 1)
  site.clock.advance({ seconds: 6 })
  await site.gate.reception(admitted)
  assert.equal(asked, 2)
})

test('the expected wait is the mean of the last answers, and never less than somebody waits already', () => {
  const standing = { waited_seconds: 0, answered_seconds: [10, 20, 30], present: 1 }
  assert.equal(expectedWait(standing), 20)
  assert.equal(expectedWait({ ...standing, answered_seconds: [10, 20, 30, 40, 50, 9_000] }), 30, 'the last five count')
  assert.equal(expectedWait({ ...standing, waited_seconds: 130 }), 180, 'whole minutes from a minute on')
  assert.equal(expectedWait({ ...standing, answered_seconds: [1, 1, 1] }), 10)
  assert.equal(expectedWait({ ...standing, answered_seconds: [10, 20] }), null, 'too little is known')
  assert.equal(expectedWait({ ...standing, present: 0 }), null, 'nobody is there')
  assert.equal(expectedWait({ ...standing, waited_seconds: 3_000 }), null, 'no number is better than a wrong one')
})

test('a night shift is shown with the clock of the next day', () => {
  assert.deepEqual(hoursShown({ weekly: [{ weekday: 1, opens_minute: 1_320, closes_minute: 1_800 }, { weekday: 1, opens_minute: 0, closes_minute: 1_440 }] })[0]?.spans, [
    '00:00–24:00',
    '22:00–06:00',
  ]) // prettier-ignore
})

const wish = { name: 'Jeanne Martin', phone: '06 12 34 56 78', about: 'Ma commande', at: null }

test('a call back is promised within an hour of opening time, or for the moment wished, or for the next opening', async () => {
  const { gate, admitted, clock } = await testSite()
  const call = async (more: object = {}) => await gate.readCallBack(await admitted(), { ...wish, ...more }, 'fr')
  assert.equal(String((await call()).due), '2026-11-20T10:00:00Z')
  assert.equal((await call()).phone, '+33612345678')
  assert.equal(String((await call({ at: '2026-11-20T15:30:00+01:00' })).due), '2026-11-20T14:30:00Z')
  assert.equal(String((await call({ at: '2026-11-20T13:00:00+01:00' })).due), '2026-11-20T13:00:00Z', 'after lunch')
  assert.equal(String((await call({ at: '2026-11-21T10:00:00+01:00' })).due), '2026-11-23T08:00:00Z', 'on Monday')
  clock.set('2026-11-20T16:40:00Z') // twenty minutes before closing
  assert.equal(String((await call()).due), '2026-11-23T08:40:00Z', 'the hour goes on counting on Monday')
})

test('a number that is none, a moment that is past, and a call where none is offered are refused', async () => {
  const { gate, admitted, trail } = await testSite()
  const call = async (more: object) => await codeOf(gate.readCallBack(await admitted(), { ...wish, ...more }, 'fr'))
  for (const phone of ['', '12', 'abc', '06 12 34 56', '<script>', '+99999999999'])
    assert.equal(await call({ phone }), 'call_back.phone_unreadable', phone)
  assert.equal(await call({ at: '2026-11-20T08:00:00Z' }), 'call_back.too_far')
  assert.equal(await call({ at: '2027-02-20T08:00:00Z' }), 'call_back.too_far')
  assert.equal(await call({ at: 'tomorrow' }), 'call_back.too_far')
  assert.deepEqual((await trail()).flatMap(({ code, count }) => (code ? [`${code} ${count}`] : [])).toSorted(), ['call_back.phone_unreadable 6', 'call_back.too_far 3']) // prettier-ignore
  const closed = await testSite({ wish: { may_call_back: false } })
  assert.equal(await codeOf(closed.gate.readCallBack(await closed.admitted(), wish, 'fr')), 'call_back.not_offered')
})

test('a number is read in the country of the door, and the wish is said in the words of the visitor', () => {
  const asking = { hours: null, zone: 'Europe/Brussels', now: at('2026-11-20T09:00:00Z'), offered: true, language: 'en' as const }
  const call = readCallBack({ ...wish, phone: '0470 12 34 56', name: 'Jo\r\nBcc: x', about: '' }, asking)
  assert.equal(call.phone, '+32470123456')
  assert.equal(call.text, 'Please call me back on +32470123456 (Jo Bcc: x), as soon as possible.')
  assert.equal(countryOf('Mars/Olympus'), 'FR')
})

test('outside opening hours a message may be left, unless the brand takes none then', async () => {
  const evening = '2026-11-20T18:00:00Z'
  const takes = await testSite({ start: evening })
  assert.equal(await codeOf(takes.gate.mayLeave(await takes.admitted())), 'taken')
  const none = await testSite({ start: evening, wish: { may_leave_message: false } })
  assert.equal(await codeOf(none.gate.mayLeave(await none.admitted())), 'widget.closed_now')
  const open = await testSite({ wish: { may_leave_message: false } })
  assert.equal(await codeOf(open.gate.mayLeave(await open.admitted())), 'taken')
})
