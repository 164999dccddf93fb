import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ShiftInForce } from '../../contract/shifts.ts'
import { piecesOf, standingAt } from './day.ts'

const hour = (at: number): string => new Date(Date.UTC(2026, 10, 23) + at * 3_600_000).toISOString()
const shift = (activities: [string, number, number][], away: [number, number][] = []): ShiftInForce =>
  ({
    starts_at: hour(8),
    ends_at: hour(16),
    activities: activities.map(([kind, from, to], at) => ({
      id: String(at),
      kind,
      name: '',
      gathering: null,
      starts_at: hour(from),
      ends_at: hour(to),
    })),
    away: away.map(([from, to]) => ({ starts_at: hour(from), ends_at: hour(to) })),
  }) as unknown as ShiftInForce // what a day is made of, and nothing else // prettier-ignore

test('a day is told from end to end: what is next follows what is now', () => {
  const pieces = piecesOf(shift([['lunch', 12, 13], ['break', 10, 10.25]])) // prettier-ignore
  assert.deepEqual(
    pieces.map(({ kind }) => kind),
    ['work', 'break', 'work', 'lunch', 'work'],
  )
  const { now, next } = standingAt(pieces, Date.parse(hour(11)))
  assert.deepEqual([now?.kind, next?.kind, next?.from], ['work', 'lunch', Date.parse(hour(12))])
  assert.equal(standingAt(pieces, Date.parse(hour(16))).now, null)
})

test('whatever lies over whatever else, pieces tile the shift and nobody is at two things', () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 24 }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), fc.array(span, { maxLength: 2 }), (activities, away) => {
      const pieces = piecesOf(
        shift(
          activities.map(([from, to]) => ['break', from, to]),
          away,
        ),
      )
      assert.equal(pieces[0]?.from, Date.parse(hour(8)))
      assert.equal(pieces.at(-1)?.to, Date.parse(hour(16)))
      pieces.slice(1).forEach((piece, at) => assert.equal(piece.from, pieces[at]?.to))
    }),
  )
})
