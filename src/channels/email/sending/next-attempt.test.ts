import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nextAttempt } from './next-attempt.ts'

const start = Temporal.Instant.from('2026-11-21T08:00:00Z')

// All the attempts of a mail that never gets through.
function attempts(jitter: number): Temporal.Instant[] {
  const at: Temporal.Instant[] = [start]
  for (let next = nextAttempt(1, start, jitter); next; next = nextAttempt(at.length, next, jitter)) at.push(next)
  return at
}

test('soon at first, then ever more rarely, and given up after about two days', () => {
  for (const jitter of [0, 0.5, 0.999]) {
    const all = attempts(jitter)
    const pauses = all.slice(1).map((at, n) => at.since(all[n]!).total('minutes'))
    assert.ok(pauses[0]! < 2)
    assert.ok(pauses.every((pause, n) => n === 0 || pause >= pauses[n - 1]!))
    assert.ok(pauses.at(-1)! <= 5 * 60)
    const total = all.at(-1)!.since(start).total('hours')
    assert.ok(total > 32 && total < 60, String(total))
  }
})

test('every pause lies within a fifth of its middle, wherever the dice fall', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, jitter) => {
      const [middle, next] = [nextAttempt(attempt, start, 0.5), nextAttempt(attempt, start, jitter)]
      if (!middle || !next) return middle === next
      const ratio = next.since(start).total('seconds') / middle.since(start).total('seconds')
      return ratio >= 0.799 && ratio <= 1.201
    }),
  )
})

test('what is not an attempt or a throw of dice is refused', () => {
  for (const attempt of [0, -1, 1.5, Number.NaN]) assert.throws(() => nextAttempt(attempt, start, 0), RangeError)
  for (const jitter of [-0.1, 1, Number.NaN]) assert.throws(() => nextAttempt(1, start, jitter), RangeError)
})
