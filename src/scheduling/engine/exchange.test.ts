import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { laws } from '../contract/law.ts'
import { askShape, type Ask } from '../contract/schedule-ask.ts'
import { shiftsOf } from './answer.ts'
import { chanceOf } from './chance.ts'
import { exchangeDays } from './exchange.ts'
import { firstPlan } from './improve.ts'
import { check } from './law/check.ts'
import { contractOf, namesOf, problemOf } from './problem.ts'
import { relay } from './relay.ts'
import { wholeCost, type Rota } from './rota.ts'
import { solveTogether } from './together.ts'

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const wishes = fc.array(
  fc.oneof(
    fc.record({ wish: fc.constant('off' as const), days: fc.subarray([...days], { minLength: 1, maxLength: 3 }) }),
    fc.record({ wish: fc.constantFrom('early' as const, 'late' as const) }),
  ),
  { maxLength: 2 },
)
const people = fc.array(
  fc.record({
    skills: fc.constantFrom(['calls'], ['calls', 'mail']),
    wishes,
    contract: fc.constantFrom('35 h', '20 h'),
    minor: fc.boolean(),
    history: fc.record({ lates: fc.nat(6), saturdays: fc.nat(4) }),
  }),
  { minLength: 3, maxLength: 9 },
)

// Two weeks, the second with the night that has an hour more or less; evenings and weekends, so that rests are near.
const anyAsk = fc.tuple(people, fc.constantFrom('2026-10-19', '2026-03-23')).map(([all, first_day]) =>
  askShape.parse({
    first_day, days: 14,
    contracts: [{ name: '35 h', hours_week: 35, hours_day_most: 8 }, { name: '20 h', hours_week: 20, asked_short: true, hours_day_least: 4 }],
    patterns: [{ name: 'day', start: { from: '06:00', to: '15:00', every_min: 60 }, hours: { from: 4, to: 8, every_min: 60 } }],
    needs: [{ name: 'calls', skills: ['calls'], rows: [{ from: '06:00', to: '22:00', need: 2 }] }, { name: 'mail', skills: ['mail'], rows: [{ from: '09:00', to: '17:00', need: 1 }] }],
    people: all.map((each, i) => ({ ...each, name: `agent ${i}` })),
  }),
) // prettier-ignore

function againstTheLaw(ask: Ask, rota: Rota): string[] {
  const shifts = Map.groupBy(shiftsOf(rota), ({ person }) => person)
  return ask.people.flatMap(namesOf).flatMap(({ asked, name }) =>
    check(shifts.get(name) ?? [], { law: laws.fr, contract: contractOf(ask, asked) }, { person: name, minor: asked.minor, zone: ask.zone })
      .filter(({ code }) => code !== 'contract_hours_less')
      .map(({ code, day }) => `${name}, ${day}: ${code}`),
  ) // prettier-ignore
}

const always = () => true

test('days exchanged leave everywhere as many people as before, cost less by what is said, and keep law and contracts', () => {
  let gained = 0
  fc.assert(
    fc.property(anyAsk, fc.nat(1_000), (ask, seed) => {
      const { rota } = firstPlan(problemOf(ask), always)
      assert.deepEqual(againstTheLaw(ask, rota), [])
      const [level, cost] = [rota.supply.level.slice(), wholeCost(rota)]
      const gain = exchangeDays(rota, { chance: chanceOf(seed), goOn: always })
      gained += gain
      assert.deepEqual(rota.supply.level, level)
      assert.ok(Math.abs(wholeCost(rota) - (cost - gain)) < 1e-6, `${cost} before, ${gain} less, ${wholeCost(rota)} after`)
      assert.deepEqual(againstTheLaw(ask, rota), [])
    }),
    { numRuns: 6 },
  )
  assert.ok(gained > 0, 'somebody was better off')
})

test('a relay costs less by what is said, or leaves all as it was, and keeps law and contracts', () => {
  let gained = 0
  fc.assert(
    fc.property(anyAsk, fc.nat(1_000), (ask, seed) => {
      const { rota } = firstPlan(problemOf(ask), always)
      const cost = wholeCost(rota)
      const chance = chanceOf(seed)
      let gain = 0
      for (let day = 0; day < rota.days; day++) gain += relay(rota, day, { chance, goOn: always })
      gained += gain
      assert.ok(Math.abs(wholeCost(rota) - (cost - gain)) < 1e-6, `${cost} before, ${gain} less, ${wholeCost(rota)} after`)
      assert.deepEqual(againstTheLaw(ask, rota), [])
    }),
    { numRuns: 6 },
  )
  assert.ok(gained > 0, 'some relay was worth it')
})

test('a few people’s weeks made anew together never leave a dearer plan, say what it costs, and keep law and contracts', () => {
  let gained = 0
  fc.assert(
    fc.property(anyAsk, (ask) => {
      const plan = firstPlan(problemOf(ask), always)
      const cost = wholeCost(plan.rota)
      const prices = new Float64Array(plan.rota.supply.level.length)
      solveTogether(plan, { prices, most: 5, goOn: always, tell: () => {} })
      gained += cost - plan.cost
      assert.ok(plan.cost <= cost + 1e-6, `${cost} before, ${plan.cost} after`)
      assert.ok(Math.abs(wholeCost(plan.rota) - plan.cost) < 1e-6)
      assert.deepEqual(againstTheLaw(ask, plan.rota), [])
    }),
    { numRuns: 2 },
  )
  assert.ok(gained > 0, 'something was gained')
})
