import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { momentKinds, type Moment } from './moment.ts'
import { run, segmentsOf } from './run.ts'
import { readStory } from './story.ts'

const HOUR = 3_600_000
const dayAndNight = { between: (from: number, until: number) => until - from, after: (from: number, ms: number) => from + ms }
const said = (...told: (readonly [Moment['kind'], number, string?])[]): Moment[] =>
  told.map(([kind, hour, interaction = null], seq) => ({ seq: seq + 1, at: hour * HOUR, kind, interaction }))

test('an answer counts from when it was written, not from when the machine’s clock says that others were', () => {
  const story = readStory(said(['opened', 11], ['asked', 11], ['answered', 10.1, 'a'])) // the clock had jumped ahead, and came back
  const first = story.rounds.find(({ kind }) => kind === 'first_answer')
  assert.equal(first?.as, 'met')
  assert.equal(first?.end, 11 * HOUR, 'never before it began')
})

test('what was closed over an answer that then failed is owed as it was', () => {
  const story = readStory(
    said(['opened', 0], ['asked', 0], ['answered', 1, 'a'], ['closed', 1], ['failed', 2, 'a'], ['reopened', 2]),
  )
  const owed = story.rounds.filter(({ end }) => end === null)
  assert.deepEqual(owed.map(({ kind, start }) => ({ kind, start })), [{ kind: 'resolution', start: 0 }, { kind: 'first_answer', start: 0 }]) // prettier-ignore
})

test('of what may be told of a case in any order, the rounds never overlap, never end before they begin, and one of a kind is owed at most', () => {
  const history = fc.array(fc.record({ kind: fc.constantFrom(...momentKinds), at: fc.integer({ min: 0, max: 1_000 }), who: fc.constantFrom('a', 'b', 'c', 'd') }), { maxLength: 60 }) // prettier-ignore
  fc.assert(
    fc.property(history, (told) => {
      const moments = told.map(({ kind, at, who }, seq): Moment => ({ seq, at: at * HOUR, kind, interaction: who }))
      const { rounds, live } = readStory(moments)
      for (const { start, end, stops } of rounds) {
        assert.ok(end === null || end >= start)
        for (const stop of stops) assert.ok(stop.until === null || stop.until >= stop.from)
      }
      for (const kind of ['first_answer', 'next_answer', 'resolution'] as const) {
        const of = rounds.filter((round) => round.kind === kind)
        assert.deepEqual(of.map(({ round }) => round), of.map((_, place) => place + 1)) // prettier-ignore
        assert.ok(
          of.filter(({ end }) => end === null).length <= (live ? 1 : 0),
          'one is owed at most, and only while the case lives',
        )
      }
    }),
    { numRuns: 400 },
  )
})

test('a clock’s segments join without a gap, and what ran plus what stood still is all there was', () => {
  const stop = fc.record({ from: fc.integer({ min: 0, max: 100 }), length: fc.integer({ min: 0, max: 40 }) })
  fc.assert(
    fc.property(fc.array(stop, { maxLength: 8 }), fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 100 }), (stops, end, target) => {
      const round = {
        kind: 'resolution' as const, round: 1, start: 0, end: end * HOUR, as: 'met' as const,
        stops: stops.map(({ from, length }) => ({ from: from * HOUR, until: (from + length) * HOUR, because: 'closed' as const })),
      } // prettier-ignore
      const segments = segmentsOf(round, () => true)
      assert.equal(segments[0]?.from, 0)
      assert.equal(segments.at(-1)?.until, end * HOUR)
      segments.slice(1).forEach((each, place) => assert.equal(each.from, segments[place]!.until))
      const ran = run(segments, target * HOUR, { time: dayAndNight, now: end * HOUR })
      const stood = segments.reduce((sum, { because, from, until }) => sum + (because ? until! - from : 0), 0)
      assert.equal(ran.worked + stood, end * HOUR)
      assert.equal(ran.due! <= end * HOUR, ran.worked >= target * HOUR, 'due by its end exactly when so much had gone by')
    }),
    { numRuns: 400 },
  )
}) // prettier-ignore
