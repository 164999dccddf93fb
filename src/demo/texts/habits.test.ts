import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chanceOf } from './chance.ts'
import { stateAt, staysOf, type Turn } from './habits.ts'
import { servedToday } from './served-today.ts'

const HOUR = 3_600_000
const turn = (who: string): Turn => ({ who, from: 9 * HOUR, to: 17 * HOUR, rests: [{ from: 12 * HOUR, to: 12.75 * HOUR }], elsewhere: [{ from: 15 * HOUR, to: 15.5 * HOUR }] }) // prettier-ignore
const turns = ['anna', 'bea', 'carl', 'dora', 'emil', 'fay'].map(turn)

test('of a day nearly everybody keeps their hours, one does not come, two are late, and the same day is the same', () => {
  for (const day of ['2026-11-23', '2026-11-24', '2027-03-28']) {
    const stays = staysOf(day, turns, ['anna'])
    assert.deepEqual(staysOf(day, turns.toReversed(), ['anna']), stays)
    const came = (who: string): number => stays.find((stay) => stay.who === who)?.from ?? Number.POSITIVE_INFINITY
    const late = turns.map(({ who }) => (came(who) - 9 * HOUR) / 60_000).toSorted((a, b) => a - b)
    assert.equal(late.filter((minutes) => minutes === Number.POSITIVE_INFINITY).length, 1, day)
    assert.equal(late.filter((minutes) => minutes > 5 && minutes < 25).length, 2, day)
    assert.notEqual(came('anna'), Number.POSITIVE_INFINITY)
    const who = stays[0]!.who
    assert.deepEqual([10, 12.4, 15.2, 20].map((hour) => stateAt(stays, who, hour * HOUR)), ['available', 'away', 'busy', 'offline']) // prettier-ignore
    for (const [n, stay] of stays.entries()) {
      const before = stays[n - 1]
      assert.ok(stay.from < stay.to && (before?.who !== stay.who || before.to <= stay.from), 'nobody is in two places')
    }
  }
})

test('a chat is served by somebody who is there, two at once at most, and lasts into a break rather than being dropped', () => {
  const quarters = Array.from({ length: 32 }, (_, n) => ({ at: 9 * HOUR + n * 900_000, arrived: 4 }))
  const { chats, stays } = servedToday(quarters, staysOf('2026-11-23', turns.slice(0, 2)), { until: 17 * HOUR, chance: chanceOf(3) })
  assert.ok(chats.length > 110, `${chats.length}`)
  for (const { at, taken, over, who } of chats) {
    assert.ok(over <= 17 * HOUR && over > at)
    if (taken === null || who === null) continue
    assert.equal(stateAt(stays, who, taken), 'available')
    assert.ok(stateAt(stays, who, over - 1) === 'available' || over - taken > 350_000, 'the rest begins when the customer is done')
    assert.ok(chats.filter((other) => other.who === who && other.taken! <= taken && other.over > taken).length <= 2)
  }
}) // prettier-ignore
