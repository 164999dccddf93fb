import assert from 'node:assert/strict'
import { test } from 'node:test'
import { activityTraits } from '../contract/activity.ts'
import { laws } from '../contract/law.ts'
import type { Answer, Progress } from '../contract/schedule-answer.ts'
import { askShape, type Ask, type AskInput } from '../contract/schedule-ask.ts'
import { check } from '../engine/law/check.ts'
import { contractOf, namesOf, problemOf } from '../engine/problem.ts'
import { coverCost } from '../engine/cost.ts'
import { cheapest } from '../engine/names.ts'
import { proofOf } from '../engine/proof.ts'
import { costOfAsk, costOfNobody } from '../engine/problem.ts'
import { firstPlan } from '../engine/improve.ts'
import { keptOf, taken, type KeptShift } from '../engine/kept-plan.ts'
import { wholeCost } from '../engine/rota.ts'
import { solve } from './solve.ts'

const first_day = '2026-11-23'
const small: AskInput = {
  first_day,
  limits: { seconds: 20 },
  contracts: [
    { name: '35 h', hours_week: 35 },
    { name: '20 h', hours_week: 20, asked_short: true, hours_day_least: 4, patterns: ['part'] },
  ],
  patterns: [
    { name: 'day', start: { from: '08:00', to: '12:00', every_min: 60 }, hours: { from: 7, to: 7 } },
    { name: 'part', start: { from: '08:00', to: '16:00', every_min: 60 }, hours: { from: 4, to: 4 } },
  ],
  needs: [
    { name: 'calls', skills: ['calls'], rows: [{ from: '08:00', to: '20:00', need: 2 }, { days: ['monday'], from: '10:00', to: '12:00', need: 4 }] },
    { name: 'mail', skills: ['mail'], rows: [{ days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '09:00', to: '17:00', need: 1 }] },
  ],
  people: [
    { name: 'both', count: 4, skills: ['calls', 'mail'], wishes: [{ wish: 'off', days: ['saturday'] }] },
    { name: 'calls', count: 3, skills: ['calls'], contract: '20 h' },
    { name: 'mail', skills: ['mail'], away: [{ from: '2026-11-25', to: '2026-11-26' }] },
  ],
} // prettier-ignore
// Time stands still: the search ends by itself, however slow the machine.
const run = (ask: Ask): Promise<Answer> => solve(ask, { stopped: () => false, tell: () => {}, now: () => 0 })

test('a plan keeps law and contracts, covers what it says, and says how far it may be from the best', async () => {
  const ask = askShape.parse(small)
  const answer = await run(ask)
  assert.ok(answer.shifts.length > 20)
  for (const { asked, name } of ask.people.flatMap(namesOf)) {
    const own = answer.shifts.filter(({ person }) => person === name)
    const troubles = check(own, { law: laws.fr, contract: contractOf(ask, asked) }, { person: name, zone: ask.zone })
    assert.deepEqual(troubles.filter(({ code }) => code !== 'contract_hours_less'), [], name) // prettier-ignore
    assert.ok(
      own.every(({ day }) => !(name === 'mail' && (day === '2026-11-25' || day === '2026-11-26'))),
      'nobody works while away',
    )
  }
  const cost = answer.parts.reduce((sum, part) => sum + part.cost, 0)
  assert.ok(Math.abs(cost - answer.objective) < 1e-6)
  assert.ok(answer.bound <= answer.objective + 1e-6, 'a bound is below')
  assert.equal(answer.shortage.coverable, 0)
  assert.deepEqual(planned(answer), counted(ask, answer), 'who is at work, counted anew from the shifts')
})

// People at work in each interval, of all needs together: each counts once, wherever they stand.
const planned = ({ coverage }: Answer): number[] =>
  coverage[0]!.planned.map((_, i) => coverage.reduce((sum, each) => sum + each.planned[i]!, 0))

function counted(ask: Ask, { shifts, coverage }: Answer): number[] {
  const { from, interval_min, planned: cells } = coverage[0]!
  const working = shifts.flatMap(({ activities }) => activities.filter(({ kind }) => activityTraits[kind].productive))
  return cells.map((_, i) => {
    const begins = Date.parse(from) + i * interval_min * 60_000
    return working.filter(
      ({ starts_at, ends_at }) => Date.parse(starts_at) <= begins && Date.parse(ends_at) >= begins + interval_min * 60_000,
    ).length
  })
}

test('the same ask has the same answer', async () => {
  const ask = askShape.parse(small)
  const [one, other] = [await run(ask), await run(ask)]
  assert.deepEqual(one.shifts, other.shifts)
})

test('a search that was broken off is taken up where it was: never worse than what was kept, and what somebody may no longer work is left out', async () => {
  const ask = askShape.parse({ ...small, limits: { seconds: 4, gap: 0 } })
  const found: { cost: number; kept: KeptShift[] }[] = []
  let cost = 0
  const halted = { stopped: () => found.length > 0, now: () => 0, tell: ({ incumbent }: Progress) => void (cost = incumbent ?? cost), keep: (kept: KeptShift[]) => void found.push({ cost, kept }) }
  await solve(ask, halted)
  const [{ cost: was, kept } = { cost: 0, kept: [] }] = found
  const problem = problemOf(ask)
  const again = taken(problem, kept)
  assert.ok(kept.length > 20 && Math.abs(wholeCost(again) - was) < 1e-6, `kept at ${was}, taken up at ${wholeCost(again)}`)
  assert.deepEqual(keptOf(again), kept)
  const away = problemOf({ ...ask, people: ask.people.map((each) => (each.name === 'mail' ? { ...each, away: [{ from: first_day, to: first_day }] } : each)) })
  assert.ok(keptOf(taken(away, kept)).every(([person, day]) => person !== 'mail' || day !== 0))
  const answer = await solve(ask, { stopped: () => true, tell: () => {}, now: () => 0 }, kept)
  assert.ok(answer.objective <= was + 1e-6)
}) // prettier-ignore

test('a plan that stands is never made worse, however short the time', async () => {
  const { shifts, parts } = await run(askShape.parse(small))
  const costOf = (all: Answer['parts']): number => all.reduce((sum, { cost }) => sum + cost, 0)
  const again = await solve(askShape.parse({ ...small, previous: shifts }), { stopped: () => true, tell: () => {}, now: () => 0 })
  assert.ok(costOf(again.parts) <= costOf(parts) + 1e-6, `${costOf(parts)} stood, ${costOf(again.parts)} after`)
})

test('where nothing else can be had, the best plan is found and proven', async () => {
  const answer = await run(askShape.parse({
    first_day, days: 7, contracts: [{ name: 'two days', hours_week: 8, days_most: 2, asked_short: true }],
    patterns: [{ name: 'four', start: { from: '08:00', to: '14:00', every_min: 120 }, hours: { from: 4, to: 4 }, breaks: 'none' }],
    needs: [{ rows: [{ days: ['monday', 'tuesday'], from: '08:00', to: '12:00', need: 1 }, { days: ['wednesday'], from: '14:00', to: '18:00', need: 1 }] }],
    people: [{ name: 'Ana' }, { name: 'Ben', wishes: [{ wish: 'off', days: ['monday', 'tuesday'] }] }],
  })) // prettier-ignore
  assert.equal(answer.status, 'proven')
  assert.equal(answer.shortage.hours, 0)
  assert.ok(answer.shifts.filter(({ day }) => day < '2026-11-25').every(({ person }) => person === 'Ana'))
})

test('a shift that is fixed stays, and is flagged where it is against the law', async () => {
  const fixed = {
    person: 'both 1',
    day: first_day,
    starts_at: '2026-11-23T06:00:00Z',
    ends_at: '2026-11-23T18:00:00Z',
    activities: [],
  }
  const answer = await run(askShape.parse({ ...small, fixed: [fixed], limits: { seconds: 5 } }))
  assert.ok(
    answer.shifts.some(
      ({ person, starts_at, ends_at }) => person === 'both 1' && starts_at === fixed.starts_at && ends_at === fixed.ends_at,
    ),
  )
  assert.ok(answer.troubles.some(({ code, person }) => code === 'day_too_long' && person === 'both 1'))
  assert.ok(answer.bound <= answer.objective + 1e-6)
})

test('why it does not fit is said with what would help, and each mend was tried', async () => {
  const answer = await run(askShape.parse({ ...small, limits: { seconds: 5 } }))
  assert.ok(answer.shortage.hours > 0, 'this centre is too small for its Monday')
  const [worst] = answer.why
  assert.match(worst!.en, /needs \d.*this plan has \d.*cheapest mends: /)
  assert.match(worst!.fr, /il en faut \d.*au moins cher/)
  assert.ok(worst!.mends.every(({ code, gain_h }) => code === 'less_work' || gain_h > 0))
})

test('a meeting in two sittings is placed where its people are at work and not at lunch', async () => {
  const people = ['both 1', 'both 2', 'both 3', 'both 4']
  const answer = await run(askShape.parse({ ...small, sessions: [{ name: 'team', people, minutes: 30, at_once: 2 }], limits: { seconds: 5 } }))
  assert.ok(answer.why.length > 0, 'mends are tried around the meeting')
  assert.ok(answer.sessions.every(({ placed }) => placed))
  const sat = answer.shifts.flatMap(({ person, activities }) => activities.filter(({ label }) => label === 'team').map(({ starts_at }) => ({ person, starts_at })))
  assert.deepEqual(sat.map(({ person }) => person).toSorted(), people)
  assert.ok(new Set(sat.map(({ starts_at }) => starts_at)).size >= 2)
}) // prettier-ignore

test('a meeting for which nobody’s breaks leave room moves them; one whose people never work together says so in words', async () => {
  const people = ['both 1', 'both 2', 'both 3', 'both 4']
  const answer = await run(askShape.parse({ ...small, sessions: [{ name: 'long', people, minutes: 480 }, { name: 'short', people: people.slice(0, 2), minutes: 30 }], limits: { seconds: 5 } }))
  const long = answer.sessions.filter(({ name }) => name === 'long')
  assert.ok(long.every(({ placed, why }) => !placed && /participants/.test(why?.fr ?? '') && /people/.test(why?.en ?? '')))
  assert.ok(answer.sessions.filter(({ name }) => name === 'short').every(({ placed, why }) => placed && why === undefined))
  assert.deepEqual(planned(answer), counted(askShape.parse(small), answer), 'breaks that made room are counted where they are')
}) // prettier-ignore

test('no prices whatever prove more than a plan costs', () => {
  const problem = problemOf(askShape.parse(small))
  const { cost } = firstPlan(problem, () => true)
  const nobody = costOfNobody(problem, costOfAsk(problem.ask))
  for (const price of [-20, -5, -1, 0, 0.2]) {
    const prices = new Float64Array(problem.needs.length * problem.grid.room).fill(price)
    assert.ok(proofOf(problem, prices) + nobody <= cost + 1e-6, `all prices ${price}`)
  }
})

test('names are given at the least cost there is', () => {
  const costs = [[4, 1, 3], [2, 0, 5], [3, 2, 2]].map((row) => Float64Array.from(row)) // prettier-ignore
  assert.deepEqual(cheapest(costs), [1, 0, 2])
})

test('missing people cost more each, the more are missing at once', () => {
  const weights = { short: 20, over: 0.5 }
  const steps = Array.from({ length: 30 }, (_, here) => coverCost(20, here + 1, weights) - coverCost(20, here, weights))
  assert.ok(steps.every((step, i) => i === 0 || step >= steps[i - 1]! - 1e-9))
})

test('a day of twenty-five hours has a hundred quarters', async () => {
  const answer = await run(askShape.parse({ ...small, first_day: '2026-10-25', days: 1, limits: { seconds: 3 } }))
  assert.equal(answer.coverage[0]!.need.length, 100)
})

test('a wish for a day off counts once in the bound, also where no shift begins early', async () => {
  const ask = askShape.parse({
    first_day, days: 1, limits: { seconds: 5 }, contracts: [{ name: 'four', hours_week: 28, hours_less: 28, days_most: 7, asked_short: true }],
    patterns: [{ name: 'noon', start: { from: '12:00', to: '12:00' }, hours: { from: 4, to: 4 }, breaks: 'none' }],
    needs: [{ rows: [{ from: '12:00', to: '16:00', need: 2 }] }], people: [{ name: 'Ana', count: 2, wishes: [{ wish: 'off' }] }],
  }) // prettier-ignore
  const answer = await run(ask)
  const cost = answer.parts.reduce((sum, part) => sum + part.cost, 0)
  assert.equal(answer.shortage.hours, 0, 'both work against their wish: no plan is cheaper')
  assert.ok(answer.bound <= cost + 1e-6, `bound ${answer.bound}, cost ${cost}`)
})
