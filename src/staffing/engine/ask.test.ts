import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { answerShape, erlangShape, type Answer } from '../contract/question.ts'
import type { Target } from '../contract/target.ts'
import { ask } from './ask.ts'
import { judge } from './meets.ts'
import { agentsFor, requirementFor } from './require.ts'
import { largestReal, smallest } from './smallest.ts'

const asked = (written: object): Answer[] => {
  const told = ask(erlangShape.parse(written))
  assert.ok('report' in told, JSON.stringify(told))
  return [told.report].flat()
}
const one = (written: object): Answer => asked(written)[0] ?? assert.fail('no answer')
const level = (share = 0.8, within_s = 20): Target => ({ formula: 'answered_within_of_offered', share, within_s })

const targets: fc.Arbitrary<Target> = fc.oneof(
  fc.record({
    formula: fc.constantFrom(
      'answered_within_of_offered',
      'answered_within_of_answered',
      'answered_within_of_offered_less_short_abandons',
      'answered_or_left_within_of_offered',
    ),
    share: fc.double({ min: 0.05, max: 0.99, noNaN: true }),
    within_s: fc.integer({ min: 0, max: 300 }),
  }),
  fc.record({
    formula: fc.constantFrom('wait_mean', 'wait_of_all_mean', 'wait_p80', 'wait_p95'),
    most_s: fc.integer({ min: 1, max: 300 }),
  }),
  fc.record({
    formula: fc.constantFrom('abandoned', 'waited', 'occupancy'),
    most_share: fc.double({ min: 0.02, max: 0.9, noNaN: true }),
  }),
) as fc.Arbitrary<Target> // the words are those of the targets
const loads = fc.record({
  calls_per_hour: fc.double({ min: 0.5, max: 1_500, noNaN: true }),
  handling_s: fc.integer({ min: 5, max: 900 }),
  patience: fc.oneof(fc.constant('never' as const), fc.integer({ min: 2, max: 3_000 })),
})

test('so many people keep the target and one less would not', () => {
  fc.assert(
    fc.property(loads, targets, (load, target) => {
      const agents = agentsFor(load, target)
      if (agents === null) return
      assert.ok(judge(target, load, agents).met)
      assert.ok(agents === 0 || !judge(target, load, agents - 1).met)
      assert.ok(judge(target, load, agents + 1).met && judge(target, load, agents + 7).met, 'more people keep it too')
    }),
    { numRuns: 300 },
  )
})

test('a queue that grows without end keeps no target: that nobody gives up in it is no promise kept', () => {
  for (const target of [
    { formula: 'abandoned', most_share: 0.05 },
    { formula: 'occupancy', most_share: 1 },
    { formula: 'waited', most_share: 1 },
  ]) {
    const { agents, stable, targets: held } = one({ calls_per_hour: 100, handling_s: 180, targets: [target] })
    assert.deepEqual([agents, stable, held[0]?.met], [6, true, true], target.formula) // five erlangs
    const { calls_per_hour: most } = one({ agents: 10, handling_s: 180, targets: [target] })
    assert.ok(most !== null && most < 200 && most > 199, `${target.formula}: ${most}`)
    assert.equal(one({ calls_per_hour: 100, handling_s: 180, agents: 5, targets: [target] }).targets[0]?.met, false)
  }
})

test('at the edges too, and who works longer or is called more is never fewer', () => {
  const extremes: fc.Arbitrary<Target> = fc.oneof(
    targets,
    fc.record({
      formula: fc.constantFrom('answered_within_of_offered', 'answered_within_of_answered'),
      share: fc.constantFrom(1e-9, 0.5, 1 - 1e-9),
      within_s: fc.constantFrom(0, 1e-3, 1e6),
    }),
    fc.record({ formula: fc.constantFrom('abandoned', 'waited', 'occupancy'), most_share: fc.constantFrom(1e-9, 0.9999, 1) }),
  ) as fc.Arbitrary<Target> // the words are those of the targets
  const edges = fc.record({
    calls_per_hour: fc.oneof(fc.constantFrom(1e-6, 0.01, 20_000), fc.double({ min: 0.5, max: 800, noNaN: true })),
    handling_s: fc.oneof(fc.constantFrom(0.01, 1, 900), fc.integer({ min: 20, max: 600 })),
    patience: fc.oneof(fc.constantFrom('never' as const, 0.01, 1, 1e5), fc.integer({ min: 5, max: 2_000 })),
  })
  fc.assert(
    fc.property(edges, extremes, (load, target) => {
      const agents = agentsFor(load, target) ?? Number.POSITIVE_INFINITY
      if (Number.isFinite(agents)) {
        assert.ok(judge(target, load, agents).met)
        assert.ok(agents === 0 || !judge(target, load, agents - 1).met)
      }
      const slower = agentsFor({ ...load, handling_s: load.handling_s * 1.1 }, target) ?? Number.POSITIVE_INFINITY
      const busier = agentsFor({ ...load, calls_per_hour: load.calls_per_hour * 1.1 }, target) ?? Number.POSITIVE_INFINITY
      assert.ok(slower >= agents, `${slower} who take longer instead of ${agents}`)
      assert.ok(busier >= agents, `${busier} for more calls instead of ${agents}`)
    }),
    { numRuns: 120 },
  )
})

test('a share is never more than all', () => {
  for (const calls_per_hour of [20_000, 24_000]) {
    const { figures, targets: held } = one({
      calls_per_hour,
      handling_s: 20,
      patience_s: 1_497,
      agents: 0,
      targets: [{ formula: 'abandoned', most_share: 1 }],
    })
    assert.deepEqual([figures.abandoned, figures.waited, held[0]?.met], [1, 1, true])
  }
})

test('nobody is there: patience as measured is waited out', () => {
  const { figures, distribution } = one({
    calls_per_hour: 3_600,
    handling_s: 180,
    agents: 0,
    patience_s: { at_s: [10, 60], surviving: [0.9, 0.2] },
    times_s: [9, 20, 60],
  })
  const mean = 10 + 50 * 0.9 + (0.2 * 60) / -Math.log(0.2)
  assert.deepEqual(distribution?.times.map(({ gave_up }) => Math.round(gave_up * 100)), [0, 10, 80]) // prettier-ignore
  assert.ok(Math.abs((figures.abandoned_wait_mean ?? 0) - mean) < 1e-9 && Math.abs((figures.waiting_mean ?? 0) - mean) < 1e-9)
  assert.equal(figures.abandoned, 1)
  const stay = one({ calls_per_hour: 60, handling_s: 180, agents: 0, patience_s: { at_s: [10], surviving: [1] } })
  assert.deepEqual([stay.stable, stay.figures.abandoned, stay.figures.waiting_mean], [false, 0, null])
})

test('of several targets the hardest decides, and says so', () => {
  fc.assert(
    fc.property(loads, fc.array(targets, { minLength: 1, maxLength: 4 }), (load, list) => {
      const { agents, targets: held } = requirementFor(load, { targets: list })
      if (agents === null) return
      assert.equal(agents, Math.max(...held.map((each) => each.agents ?? 0)))
      assert.ok(held.every(({ met }) => met))
      for (const { decides, agents: own } of held) assert.equal(decides, own === agents && agents > 0)
      assert.ok(agents === 0 || held.some(({ decides }) => decides))
    }),
    { numRuns: 150 },
  )
})

test('the most calls that people serve within a target: a thousandth more would miss it', () => {
  for (const patience_s of ['never', 90] as const) {
    const { calls_per_hour } = one({ agents: 20, handling_s: 240, patience_s, targets: [{ share: 0.8, within_s: 20 }] })
    assert.ok(calls_per_hour !== null)
    const load = (calls: number) => ({ calls_per_hour: calls, handling_s: 240, patience: patience_s })
    assert.ok(judge(level(), load(calls_per_hour), 20).met)
    assert.ok(!judge(level(), load(calls_per_hour * 1.001), 20).met)
    assert.equal(agentsFor(load(calls_per_hour), level()), 20)
  }
})

test('trunk lines of the printed table, and lines before people who let some wait', () => {
  const trunks = one({
    model: 'erlang_b',
    calls_per_hour: 12.03 * 20,
    handling_s: 180,
    targets: [{ formula: 'blocked', most_share: 0.01001 }],
  })
  assert.deepEqual([trunks.find, trunks.lines, trunks.agents], ['lines', 20, 20])
  const before = one({
    calls_per_hour: 300,
    handling_s: 180,
    agents: 14,
    patience_s: 100,
    find: 'lines',
    targets: [{ formula: 'blocked', most_share: 0.01 }],
  })
  const blockedBy = (lines: number) =>
    one({ calls_per_hour: 300, handling_s: 180, agents: 14, patience_s: 100, lines }).figures.blocked ?? 1
  assert.ok(before.lines !== null && blockedBy(before.lines) <= 0.01 && blockedBy(before.lines - 1) > 0.01)
})

test('scheduled is seated divided by what is left after shrinkage, not times one and so much', () => {
  const { agents, scheduled } = one({
    calls_per_hour: 240,
    handling_s: 180,
    targets: [{ share: 0.8, within_s: 20 }],
    shrinkage: 0.3,
  })
  assert.equal(agents, 16) // 12 erlangs: 15 reach 77 %, 16 reach 87 %
  assert.equal(scheduled, 16 / 0.7)
})

test('more than can be served, and nobody gives up: no figure is made up, and it is said', () => {
  const { stable, figures, notes } = one({ calls_per_hour: 240, handling_s: 180, agents: 12 })
  assert.equal(stable, false)
  assert.equal(figures.service_level.answered_within_of_offered, 0)
  assert.deepEqual([figures.wait_mean, figures.wait_p95, figures.waiting_mean, figures.occupancy], [null, null, null, 1])
  assert.deepEqual(
    notes.map(({ code }) => code),
    ['grows_without_end'],
  )
})

test('nobody comes: nobody is needed, whatever is promised', () => {
  const { agents, scheduled, figures, notes } = one({
    calls_per_hour: 0,
    handling_s: 180,
    targets: [
      { share: 0.99, within_s: 0 },
      { formula: 'occupancy', most_share: 0.1 },
    ],
  })
  assert.deepEqual([agents, scheduled, figures.wait_mean, notes[0]?.code], [0, 0, null, 'nobody_comes'])
  assert.equal(one({ calls_per_hour: 0, handling_s: 180, agents: 3 }).figures.service_level.answered_within_of_offered, 1)
})

test('whatever is asked, an answer has numbers or null, never NaN nor infinity', () => {
  const questions = fc.record(
    {
      calls_per_hour: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 3_000, noNaN: true })),
      handling_s: fc.double({ min: 0.01, max: 2_000, noNaN: true }),
      patience_s: fc.oneof(
        fc.constant('never'),
        fc.double({ min: 0.01, max: 20_000, noNaN: true }),
        fc.constant({ at_s: [10, 60], surviving: [0.9, 0.2] }),
      ),
      agents: fc.integer({ min: 0, max: 400 }),
      lines: fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined }),
      chats: fc.option(fc.constant({ at_once: 3, speeds: [1, 0.7] }), { nil: undefined }),
      targets: fc.constant([level(), { formula: 'abandoned', most_share: 0.05 }]),
    },
    { requiredKeys: ['handling_s', 'calls_per_hour', 'targets'] },
  )
  fc.assert(
    fc.property(questions, (written) => {
      const told = ask(erlangShape.parse(JSON.parse(JSON.stringify(written))))
      if ('fields' in told) return assert.ok(told.fields.every(({ message }) => message.length > 10))
      assert.deepEqual(answerShape.parse(JSON.parse(JSON.stringify(told.report))), told.report) // NaN and infinity become null, and are found out
    }),
    { numRuns: 300 },
  )
})

test('the spread of the wait is told where it is asked for', () => {
  const { distribution, figures } = one({
    calls_per_hour: 240,
    handling_s: 180,
    patience_s: 120,
    agents: 12,
    lines: 30,
    times_s: [0, 20],
    quantiles: [0.8, 0.95],
  })
  assert.equal(distribution?.times[1]?.answered, figures.service_level.answered_within_of_offered)
  assert.deepEqual(
    distribution?.quantiles.map(({ wait_s }) => wait_s),
    [figures.wait_p80, figures.wait_p95],
  )
  const [at_once] = distribution?.times ?? []
  assert.ok(Math.abs((at_once?.answered ?? 0) + (at_once?.still_waits ?? 0) + (figures.blocked ?? 0) - 1) < 1e-12)
  assert.equal(
    one({ calls_per_hour: 240, handling_s: 180, agents: 12, quantiles: [0.5] }).distribution?.quantiles[0]?.wait_s,
    null,
  )
})

test('lists in a question are a grid, and calls of an interval are calls of its hours', () => {
  const grid = asked({ calls_per_hour: [100, 200], handling_s: 180, patience_s: ['never', 60], agents: [8, 9, 10] })
  assert.deepEqual(grid.map(({ calls_per_hour, patience_s, agents }) => [calls_per_hour, patience_s, agents]).slice(2, 5), [[100, 'never', 10], [100, 60, 8], [100, 60, 9]]) // prettier-ignore
  assert.equal(grid.length, 12)
  assert.equal(one({ calls: 12.5, interval_min: 15, handling_s: 180, agents: 5 }).calls_per_hour, 50)
})

const refused: [string, object, RegExp][] = [
  ['calls without their interval', { calls: 3, handling_s: 9, agents: 1 }, /^interval_min: is missing/],
  ['neither people nor targets', { calls_per_hour: 3, handling_s: 9 }, /^targets: is missing/],
  ['Erlang A without patience', { model: 'erlang_a', calls_per_hour: 3, handling_s: 9, agents: 1 }, /^patience_s: Erlang A needs/],
  ['a curve that rises', { calls_per_hour: 3, handling_s: 9, agents: 1, patience_s: { at_s: [1, 2], surviving: [0.1, 0.5] } }, /^patience_s.surviving: write shares that fall/],
  ['more erlangs than are solved', { calls_per_hour: 1e8, handling_s: 1e4, agents: 1 }, /^calls_per_hour: .*erlangs come: write at most/],
  ['a patience with which millions would wait', { calls_per_hour: 1e5, handling_s: 1e3, agents: 1, patience_s: 1e9 }, /^patience_s: more than 2000000 would be waiting/],
  ['lines without a target for them', { find: 'lines', calls_per_hour: 3, handling_s: 9, targets: [{ share: 0.8, within_s: 20 }] }, /^targets: lines are found for/],
] // prettier-ignore

for (const [what, written, sentence] of refused)
  test(`${what} is told where, and what to write instead`, () => {
    const told = ask(erlangShape.parse(written))
    assert.ok('fields' in told, 'it was answered')
    assert.match(told.fields.map(({ path, message }) => `${path}: ${message}`).join('\n'), sentence)
  })

test('a search finds the first that holds wherever it begins, and nothing where none does', () => {
  for (const first of [0, 1, 5, 77, 100]) for (const guess of [0, 4, 50, 99, 500]) assert.equal(smallest((n) => n >= first, { most: 100, guess }), first) // prettier-ignore
  assert.equal(
    smallest(() => false, { most: 100, guess: 3 }),
    null,
  )
  assert.ok(Math.abs((largestReal((x) => x <= 42.5, { most: 1e6, guess: 1 }) ?? 0) - 42.5) < 1e-9)
  assert.equal(
    largestReal(() => false, { most: 10, guess: 1 }),
    null,
  )
})
