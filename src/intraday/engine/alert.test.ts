import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Chats } from '#staffing/contract'
import { figuresOf } from '#staffing/engine'
import {
  MOST_ALERTS_A_DAY,
  nextFall,
  QUIET_MS,
  turn,
  unwatched,
  type Bounds,
  type Coming,
  type Turn,
  type Watch,
} from './alert.ts'
import { chanceBelow, levelOf, speedOf, together, tonight, type Aim, type Crowd } from './level.ts'

const QUARTER = 900_000
const BOUNDS: Bounds = { opens_at: 0.6, closes_at: 0.35, ahead_ms: 2 * 3_600_000, interval_ms: QUARTER }
const coming = (chances: readonly number[]): Coming[] =>
  chances.map((chance, n) => ({ at: n * QUARTER, chance, level: 1 - chance, missing: Math.round(chance * 5) }))
const AIM: Aim = { within_s: 20, formula: 'service_level.offered.1' }
const CALLS: Crowd = { arrivals: 60, interval_s: 900, handling_s: 240, patience_s: 180, at_once: 1 }

function watched(looks: readonly (readonly number[])[]): Turn['act'][] {
  let watch: Watch = unwatched
  let open: { recovers_at: number | null } | null = null
  return looks.map((chances, n) => {
    const now = n * 300_000
    const shown = coming(chances).map((each) => ({ ...each, at: each.at + now }))
    const fall = nextFall(shown, BOUNDS, now)
    const { watch: next, act } = turn(watch, { fall, worst: Math.max(0, ...chances), open, now }, BOUNDS)
    watch = next
    if (act === 'open') open = { recovers_at: fall!.recovers_at }
    else if (act) open = null
    return act
  })
} // prettier-ignore

test('the stretch that falls is told from where it begins to where it is clearly good again', () => {
  const fall = nextFall(coming([0.1, 0.5, 0.7, 0.9, 0.5, 0.2, 0.8]), BOUNDS, 0)
  assert.deepEqual(fall && [fall.falls_at / QUARTER, fall.recovers_at! / QUARTER, fall.chance], [2, 5, 0.9])
  assert.ok(Math.abs(fall!.level - 0.1) < 1e-9)
})

test('what falls later than anybody looks ahead is not told yet', () => {
  assert.equal(nextFall(coming([...Array.from({ length: 10 }, () => 0.1), 0.9]), BOUNDS, 0), null)
})

test('an alert opens at the second bad look, once, and closes at the second good one', () => {
  assert.deepEqual(watched([[0.9], [0.9], [0.9], [0.9]]), [null, 'open', null, null])
  assert.deepEqual(watched([[0.9], [0.9], [0.1], [0.9], [0.1], [0.1]]), [null, 'open', null, null, null, 'recovered'])
})

test('between the two thresholds nothing opens and nothing closes', () => {
  assert.deepEqual(watched([[0.5], [0.5], [0.5]]), [null, null, null])
  assert.deepEqual(watched([[0.9], [0.9], [0.5], [0.5], [0.5]]), [null, 'open', null, null, null])
})

test('whatever the looks, an alert opens only when none is open, never soon after the last, never too many a day', () => {
  fc.assert(
    fc.property(fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { maxLength: 200 }), (chances) => {
      let open = false
      let closed = -Infinity
      let opened = 0
      for (const [n, act] of watched(chances.map((chance) => [chance])).entries()) {
        if (act === 'open') {
          assert.equal(open, false)
          assert.ok(n * 300_000 - closed >= QUIET_MS)
          open = true
          opened++
        } else if (act) {
          assert.equal(open, true)
          open = false
          closed = n * 300_000
        }
      }
      assert.ok(opened <= MOST_ALERTS_A_DAY)
    }),
  )
})

test('the expected level lies between none and all, rises with people, falls with contacts, and knows nonsense', () => {
  assert.deepEqual(levelOf({ ...CALLS, arrivals: 0 }, 10, AIM), { level: null, occupancy: 0 })
  assert.deepEqual(levelOf(CALLS, 0, AIM), { level: 0, occupancy: 1 })
  const [few, half, many] = [18, 18.5, 19].map((people) => levelOf(CALLS, people, AIM).level!)
  assert.ok(few! < half! && half! < many!)
  assert.ok(
    levelOf({ ...CALLS, arrivals: 600, patience_s: null }, 18, AIM).level! < 0.05,
    'ten times too many, and nobody gives up',
  )
  fc.assert(
    fc.property(fc.double({ min: 0, max: 400, noNaN: true }), fc.double({ min: 0, max: 60, noNaN: true }), (arrivals, people) => {
      const { level, occupancy } = levelOf({ ...CALLS, arrivals }, people, AIM)
      assert.ok(level === null || (level >= 0 && level <= 1))
      assert.ok(occupancy >= 0 && occupancy <= 1)
    }),
    { numRuns: 40 },
  )
})

test('of several chats at once the level is that of `guichet erlang`, with the speeds the targets tell and without: windows are neither people nor always slow', () => {
  const even: Chats = { at_once: 3 }
  const measured: Chats = { at_once: 3, speeds: [1, 0.8, 0.65] }
  const cases: [Chats, number, number][] = [[even, 23.76, 2], [{ at_once: 4 }, 23.76, 2], [even, 17.2, 1], [measured, 23.76, 2], [{ at_once: 3, speeds: [1, 0.8] }, 40, 2]]
  for (const [chats, arrivals, people] of cases) {
    const crowd = together([{ arrivals, interval_s: 3_600, handling_s: 224, patience_s: 3_600, at_once: chats.at_once, ...(chats.speeds && { speeds: chats.speeds }) }])!
    const told = figuresOf({ calls_per_hour: arrivals, handling_s: 224, patience: 3_600, chats }, people, 60)
    const level = told.figures.service_level.answered_within_of_offered!
    assert.ok(Math.abs(levelOf(crowd, people, { within_s: 60, formula: 'service_level.offered.1' }).level! - level) < 1e-9, `${level} of ${JSON.stringify(chats)}`)
  }
}) // prettier-ignore

test('a limit raised beyond what the targets tell of promises nothing: what a person does in all stays', () => {
  assert.deepEqual([1, 2, 3, 4].map((n) => speedOf({ at_once: 2, speeds: [1, 0.75] }, n)), [1, 0.75, 0.5, 0.375])
  assert.deepEqual([1, 2, 3].map((n) => speedOf({ at_once: 3, speeds: [1, 0.75] }, n)), [1, 0.75, 0.75]) // the last holds for more
  assert.deepEqual([1, 2].map((n) => speedOf({ at_once: 1 }, n)), [1, 0.5])
}) // prettier-ignore

test('the chance of falling below is none with people to spare, all of it with too few, and grows between', () => {
  const chance = (people: number) =>
    chanceBelow((arrivals) => levelOf({ ...CALLS, arrivals }, people, AIM).level, { p10: 48, mean: 60, p90: 74 }, 0.8)
  assert.ok(chance(26) < 0.02)
  assert.ok(chance(12) > 0.98)
  assert.ok(chance(19) > chance(20) && chance(20) > chance(21))
  assert.equal(
    chanceBelow(() => null, { p10: 0, mean: 0, p90: 0 }, 0.8),
    0,
  )
})

test('tonight is what was kept and what is expected, each by its contacts', () => {
  assert.equal(
    tonight({ kept: 70, of: 100 }, [
      { arrivals: 100, level: 0.9 },
      { arrivals: 5, level: null },
    ]),
    0.8,
  )
  assert.equal(tonight({ kept: 0, of: 0 }, []), null)
})

test('streams of the same people are one crowd, by the work they bring', () => {
  const both = together([
    CALLS,
    { ...CALLS, arrivals: 20, handling_s: 600, patience_s: null, at_once: 3 },
    { ...CALLS, arrivals: 0 },
  ])!
  assert.equal(both.arrivals, 80)
  assert.equal(both.handling_s, (60 * 240 + 20 * 600) / 80)
  assert.equal(both.at_once, 2)
  assert.equal(together([]), null)
})
