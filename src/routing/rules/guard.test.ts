import assert from 'node:assert/strict'
import { test } from 'node:test'
import { armOf } from './draw-arm.ts'
import { falseAlarm, judge, type Guard } from './guard.ts'
import { chanceBelow, difference, wilson } from './proportions.ts'
import { countBy, emptyTally, formulaIds, serviceLevel, type Tally } from './service-level.ts'

const tally = (some: Partial<Tally>): Tally => ({ ...emptyTally, ...some })
const guard: Guard = { formula: 'service_level.offered.1', least: 0.7, below_others: 0.05, window_minutes: 60, fewest: 20 }

test('the four formulas differ in what becomes of those who hung up, and in nothing else', () => {
  const day = tally({ in_time: 80, late: 10, gone_early: 5, gone_late: 3, overdue: 2 })
  const counted = Object.fromEntries(formulaIds.map((id) => [id, countBy(id, day)]))
  assert.deepEqual(counted, {
    'service_level.offered.1': { kept: 80, of: 100 },
    'service_level.patient.1': { kept: 80, of: 95 },
    'service_level.lenient.1': { kept: 85, of: 100 },
    'service_level.answered.1': { kept: 80, of: 90 },
  })
  const patient = tally({ in_time: 8, late: 2 })
  for (const id of formulaIds) assert.equal(serviceLevel(id, patient), 0.8, `${id}: where nobody hangs up, all agree`)
  assert.equal(serviceLevel('service_level.offered.1', emptyTally), null, 'of nobody there is no share')
})

test('a guard says nothing of a few, holds, and falls for a reason', () => {
  const of = (candidate: Partial<Tally>, current: Partial<Tally>) =>
    judge(guard, { candidate: tally(candidate), current: tally(current) })
  const others = { in_time: 160, late: 40 }
  assert.equal(of({ late: 19 }, others).verdict, 'too_few')
  assert.equal(of({ in_time: 16, late: 4 }, others).verdict, 'holds')
  assert.equal(of({ in_time: 15, late: 5 }, others).verdict, 'holds', 'exactly five points below is not more than five')
  const below = of({ in_time: 74, late: 26 }, others)
  assert.deepEqual([below.verdict, below.verdict === 'falls' && below.because], ['falls', 'below_others'])
  const least = of({ in_time: 60, late: 40 }, { in_time: 5 })
  assert.deepEqual([least.verdict, least.verdict === 'falls' && least.because], ['falls', 'least'])
  assert.equal(of({ in_time: 74, late: 26 }, { in_time: 10 }).verdict, 'holds', 'ten others are too few to be compared with')
  assert.equal(of({ overdue: 30 }, others).verdict, 'falls', 'a queue that starves has a service level too')
})

test('a guard that only compares waits for somebody to compare with', () => {
  const comparing = { ...guard, least: null }
  assert.equal(judge(comparing, { candidate: tally({ late: 50 }), current: tally({ in_time: 3 }) }).verdict, 'too_few')
})

test('an interval is Wilson’s, and of a difference Newcombe’s', () => {
  const share = wilson(81, 263)! // Newcombe 1998, Statistics in Medicine 17, p. 857, example (a): 0.2553 to 0.3662
  assert.deepEqual([share.low.toFixed(4), share.high.toFixed(4)], ['0.2553', '0.3662'])
  assert.deepEqual([wilson(0, 20)!.low, wilson(20, 20)!.high, wilson(0, 0)], [0, 1, null])
  const gap = difference(wilson(56, 70)!, wilson(48, 80)!) // the same author, p. 873, example (a), method 10: 0.0524 to 0.3339
  assert.deepEqual([gap.by.toFixed(2), gap.low.toFixed(4), gap.high.toFixed(4)], ['0.20', '0.0524', '0.3339'])
})

test('a guard says how often chance alone would trip it', () => {
  assert.ok(Math.abs(chanceBelow({ of: 10, share: 0.5, least: 0.3 }) - 56 / 1024) < 1e-12, 'none, one or two heads in ten throws')
  assert.ok(Math.abs(chanceBelow({ of: 3_000, share: 0.8, least: 1 }) - 1) < 1e-9, 'thousands neither vanish nor overflow')
  const [few, many] = [20, 500].map((fewest) => falseAlarm({ ...guard, least: null, fewest }, 0.8))
  assert.ok(few! > 0.1 && many! < 0.01, `${few} with twenty, ${many} with five hundred`)
})

test('an arm is drawn by chance, stays, and is drawn anew by another trial', () => {
  const cases = Array.from({ length: 20_000 }, (_, nth) => `019f0000-0000-7000-8000-${nth.toString(16).padStart(12, '0')}`)
  const drawn = (trial: string, share_per_mille: number) =>
    new Set(cases.filter((key) => armOf({ trial, share_per_mille }, key) === 'candidate'))
  const [tenth, third, other] = [drawn('a', 100), drawn('a', 333), drawn('b', 100)]
  for (const [set, share] of [
    [tenth, 0.1],
    [third, 0.333],
    [other, 0.1],
  ] as const)
    // prettier-ignore
    assert.ok(Math.abs(set.size / cases.length - share) < 0.01, `${set.size} of ${cases.length} for ${share}`)
  assert.ok(tenth.isSubsetOf(third), 'whoever is on the new rules stays there when the share grows')
  assert.ok(tenth.intersection(other).size < 0.02 * cases.length, 'two trials do not pick the same people')
  assert.deepEqual([drawn('a', 0).size, drawn('a', 1000).size], [0, cases.length])
})
