import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { figuresOf, judge, standing, usualTolerance, type Judged } from './adherence.ts'
import { segmentsOf, type Mark, type PresenceWord, type SeatWord, type Span } from './doing.ts'
import { carriedOver, type Planned } from './planned.ts'

const at = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (hours * 60 + minutes) * 60_000
}
const DAY: Span = { from: 0, to: at('24:00') }
let seq = 0
const here = (time: string, is: PresenceWord): Mark => ({ of: 'presence', at: at(time), seq: ++seq, is })
const seat = (time: string, is: SeatWord): Mark => ({ of: 'seat', at: at(time), seq: ++seq, is })
const work = (time: string, begins: boolean, item = 'a'): Mark => ({
  of: 'work',
  at: at(time),
  seq: ++seq,
  item,
  begins,
  instant: true,
})
const part = (from: string, to: string, kind = 'work'): Planned => ({
  from: at(from),
  to: at(to),
  sort: kind === 'work' ? 'work' : kind === 'lunch' ? 'rest' : 'neutral',
  kind,
})

// 9 to 17, lunch at 12:30, training at 15.
const SHIFT = [
  part('9:00', '12:30'),
  part('12:30', '13:15', 'lunch'),
  part('13:15', '15:00'),
  part('15:00', '16:00', 'training'),
  part('16:00', '17:00'),
]
const lived = (marks: readonly Mark[], now = '17:00', granted: readonly Span[] = []) => {
  const segments = segmentsOf(marks, { from: 0, to: at(now) })
  const judged = judge(SHIFT, segments, { tolerance: usualTolerance, granted, now: at(now) })
  return {
    judged,
    segments,
    figures: figuresOf(judged, { segments, planned: SHIFT, now: at(now) }),
    now: standing(judged, at(now)),
  }
}
const out = (judged: readonly Judged[]) =>
  judged.filter(({ verdict }) => verdict === 'out').map(({ from, to, deviation }) => ({ from, to, deviation }))
const KEPT = [here('8:58', 'available'), here('12:30', 'away'), here('13:15', 'available'), here('17:00', 'offline')]

test('who does what was planned has kept all of it, training included, which no desk shows', () => {
  const { figures, judged } = lived(KEPT)
  assert.deepEqual(out(judged), [])
  assert.equal(figures.planned_min, 480)
  assert.equal(figures.adherence, 1)
  assert.equal(figures.work_planned_min, 375)
  assert.ok(Math.abs(figures.conformance! - 377 / 375) < 1e-12, 'two minutes before the shift are worked too')
})

test('who comes late by less than anybody minds has kept it; a minute more, and all of it counts', () => {
  const late = (time: string) => lived([here(time, 'available'), ...KEPT.slice(1)]).figures.adherence
  assert.equal(late('9:05'), 1)
  assert.equal(late('9:06'), (480 - 6) / 480)
})

test('who comes an hour late and stays an hour longer conforms, and has not adhered', () => {
  const { figures, judged } = lived([here('10:00', 'available'), ...KEPT.slice(1, 3), here('18:00', 'offline')], '18:30')
  assert.deepEqual(out(judged), [{ from: at('9:00'), to: at('10:00'), deviation: 'late' }])
  assert.equal(figures.adherence, 420 / 480)
  assert.equal(figures.conformance, 1)
})

test('a lunch that begins late because of a customer is excused, and ends as much later', () => {
  const marks = [
    here('8:58', 'available'),
    work('12:20', true),
    work('12:42', false),
    here('12:42', 'away'),
    here('13:27', 'available'),
  ]
  const during = lived(marks, '12:37')
  assert.equal(during.now?.verdict, 'customer')
  assert.equal(during.now?.kind, 'lunch')
  assert.equal(during.now?.since, at('12:30'))
  const { judged, figures } = lived(marks)
  assert.deepEqual(out(judged), [])
  assert.equal(figures.excused_min, 12)
  assert.equal(figures.adherence, 1)
})

test('who never comes keeps no lunch: they are late all the while, but for a training, which no desk shows, and what was granted', () => {
  const { judged, figures, now } = lived([], '13:00')
  assert.deepEqual(
    out(judged).map(({ deviation }) => deviation),
    ['late', 'late'],
  )
  assert.deepEqual([figures.kept_min, figures.adherence], [0, 0])
  assert.deepEqual([now?.deviation, now?.since], ['late', at('9:00')], 'since the shift began, not since the lunch')
  assert.equal(lived([], '17:00').figures.kept_min, 60, 'the training')
  const ill = [{ from: at('9:00'), to: at('17:00') }]
  assert.equal(lived([], '17:00', ill).figures.adherence, 1)
  assert.deepEqual(
    out(lived([here('12:50', 'available')], '14:00').judged),
    [
      { from: at('9:00'), to: at('12:30'), deviation: 'late' },
      { from: at('12:30'), to: at('12:50'), deviation: 'late' },
    ],
    'who comes during lunch was late until then',
  )
})

test('a customer taken up during lunch is not one who was already there', () => {
  const { judged } = lived([here('8:58', 'available'), work('12:40', true), work('12:50', false), here('13:15', 'available')])
  assert.deepEqual(out(judged), [{ from: at('12:40'), to: at('12:50'), deviation: 'worked_through' }])
})

test('each deviation has its name, and what a manager granted is kept', () => {
  const marks = [
    here('8:58', 'available'),
    seat('10:00', 'paused'),
    seat('10:20', 'ready'),
    here('12:30', 'away'),
    here('13:40', 'available'),
    here('16:30', 'offline'),
  ]
  assert.deepEqual(
    out(lived(marks).judged).map(({ deviation }) => deviation),
    ['elsewhere', 'long_rest', 'left_early'],
  )
  const granted = [
    { from: at('9:55'), to: at('10:30') },
    { from: at('16:00'), to: at('17:00') },
  ]
  const { judged, figures } = lived(marks, '17:00', granted)
  assert.deepEqual(
    out(judged).map(({ deviation }) => deviation),
    ['long_rest'],
  )
  assert.equal(figures.excused_min, 50)
})

test('where nothing was planned there is no figure, and nobody stands anywhere', () => {
  const segments = segmentsOf(KEPT, DAY)
  const judged = judge([], segments, { tolerance: usualTolerance, granted: [], now: at('12:00') })
  const figures = figuresOf(judged, { segments, planned: [], now: at('12:00') })
  assert.equal(figures.adherence, null)
  assert.equal(figures.conformance, null)
  assert.equal(standing(judged, at('12:00')), null)
  assert.equal(lived(KEPT, '8:59').figures.adherence, null)
})

test('a call and a pause at once is a call; who left their desk left it', () => {
  const doing = (marks: Mark[]) => segmentsOf(marks, { from: 0, to: at('12:00') }).at(-1)?.doing
  assert.equal(doing([here('9:00', 'available'), work('10:00', true), seat('10:01', 'paused')]), 'serving')
  assert.equal(doing([here('9:00', 'busy'), seat('9:00', 'paused')]), 'busy', 'at work, and offered nothing: no rest')
  assert.equal(doing([here('9:00', 'available'), work('10:00', true), here('10:01', 'offline')]), 'offline')
  assert.equal(doing([here('9:00', 'busy')]), 'busy')
  assert.equal(doing([]), 'offline')
})

const anyMark = fc.record({ at: fc.integer({ min: -at('3:00'), max: at('27:00') }), seq: fc.integer({ min: 0, max: 50 }) }).chain((when) =>
  fc.oneof(
    fc.constantFrom('available' as const, 'busy' as const, 'away' as const, 'offline' as const).map((is): Mark => ({ ...when, of: 'presence', is })),
    fc.constantFrom('ready' as const, 'paused' as const, 'wrapping' as const, 'off' as const).map((is): Mark => ({ ...when, of: 'seat', is })),
    fc.record({ item: fc.constantFrom('a', 'b', 'c'), begins: fc.boolean(), instant: fc.boolean() }).map((of): Mark => ({ ...when, of: 'work', ...of })),
  ),
) // prettier-ignore
const anyPlan = fc
  .array(fc.record({ min: fc.integer({ min: 1, max: 240 }), gap: fc.integer({ min: 0, max: 1 }), sort: fc.constantFrom('work' as const, 'rest' as const, 'neutral' as const) }), { maxLength: 8 })
  .map((parts) => {
    let from = at('6:00')
    return parts.map(({ min, gap, sort }): Planned => {
      from += gap * 600_000
      const planned = { from, to: from + min * 60_000, sort, kind: sort }
      from = planned.to
      return planned
    })
  }) // prettier-ignore

test('whatever happens, stretches tile the day, in any order of hearing and heard twice', () => {
  fc.assert(
    fc.property(fc.array(anyMark, { maxLength: 40 }), fc.integer(), (marks, chance) => {
      const unlike = marks.map((mark, seq) => ({ ...mark, seq })) // as the journal numbers them
      const segments = segmentsOf(unlike, DAY)
      assert.equal(segments[0]!.from, DAY.from)
      assert.equal(segments.at(-1)!.to, DAY.to)
      for (const [n, { from, to }] of segments.entries()) {
        assert.ok(from < to)
        if (n > 0) assert.equal(segments[n - 1]!.to, from)
      }
      const shuffled = unlike.toSorted((a, b) => ((a.seq * 7_919 + chance) % 31) - ((b.seq * 7_919 + chance) % 31))
      assert.deepEqual(segmentsOf([...shuffled, ...shuffled], DAY), segments)
    }),
  )
})

test('whatever happens, what is judged tiles the planned time that has passed, and adherence lies between none and all of it', () => {
  fc.assert(
    fc.property(fc.array(anyMark, { maxLength: 30 }), anyPlan, fc.integer({ min: 1, max: at('24:00') }), (marks, planned, now) => {
      const segments = segmentsOf(marks.map((mark, n) => ({ ...mark, seq: n })), { from: 0, to: now })
      const judged = judge(planned, segments, { tolerance: usualTolerance, granted: [{ from: at('9:00'), to: at('9:30') }], now })
      const passed = carriedOver(planned, segments).filter(({ from }) => from < now)
      const minutes = (spans: readonly Span[]) => spans.reduce((sum, { from, to }) => sum + Math.min(to, now) - from, 0)
      assert.equal(minutes(judged), minutes(passed))
      assert.equal(minutes(passed), minutes(planned.filter(({ from }) => from < now)), 'a rest that is carried over takes as much from what follows')
      const { adherence, conformance, kept_min, planned_min } = figuresOf(judged, { segments, planned, now })
      assert.ok(kept_min <= planned_min + 1e-9)
      if (planned_min === 0) assert.equal(adherence, null)
      else assert.ok(adherence! >= 0 && adherence! <= 1)
      assert.ok(conformance === null || (conformance >= 0 && Number.isFinite(conformance)))
    }),
  )
}) // prettier-ignore
