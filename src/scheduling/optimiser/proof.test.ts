// The proof held against every plan there is, on centres small enough to write them all.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { askShape, type AskInput } from '../contract/schedule-ask.ts'
import { chanceOf } from '../engine/chance.ts'
import { costOfAsk, costOfNobody, problemOf, type Problem } from '../engine/problem.ts'
import { proofOf } from '../engine/proof.ts'
import { newRota, wholeCost, type Rota } from '../engine/rota.ts'
import { clearWeek, setDay } from '../engine/ruin.ts'
import { learn, nothingLearned } from './learn.ts'
import { solve } from './solve.ts'

// Two people, three days, two late shifts of which each weighs more than the one before; wishes that pull both ways, and turns at weekends.
const tiny: AskInput = {
  first_day: '2026-11-27',
  days: 3,
  limits: { seconds: 5, gap: 0 },
  contracts: [{ name: 'eight', hours_week: 28, hours_less: 28, days_most: 7, asked_short: true }],
  patterns: [{ name: 'four', start: { from: '11:00', to: '15:00', every_min: 240 }, hours: { from: 4, to: 4 }, breaks: 'none' }],
  needs: [
    { name: 'calls', skills: ['calls'], rows: [{ from: '11:00', to: '19:00', need: 1 }, { days: ['saturday'], from: '15:00', to: '19:00', need: 2 }] },
    { name: 'mail', skills: ['mail'], rows: [{ from: '11:00', to: '15:00', need: 1 }] },
  ],
  people: [
    { name: 'Ana', skills: ['calls', 'mail'], wishes: [{ wish: 'off', days: ['saturday'] }, { wish: 'early' }], history: { saturdays: 3, lates: 1 } },
    { name: 'Ben', skills: ['calls'], wishes: [{ wish: 'late' }, { wish: 'off', days: ['friday'] }], history: { lates: 4 } },
  ],
  weights: { fairness: 6 },
} // prettier-ignore

function everyPlan(problem: Problem, look: (rota: Rota) => void): void {
  const nothing = new Float64Array(problem.grid.room + 1)
  const from = (rota: Rota, at: number): void => {
    const person = problem.people[Math.floor(at / rota.days)]
    if (!person) return look(rota)
    const day = at % rota.days
    from(rota, at + 1)
    for (const place of person.allowed[day]!) {
      setDay(rota, person, { day, place, prices: nothing })
      from(rota, at + 1)
      clearWeek(rota, person, { ...person.weeks[0]!, from: day, to: day + 1 })
    }
  }
  from(newRota(problem), 0)
}

function leastCost(problem: Problem): number {
  let least = Infinity
  everyPlan(problem, (rota) => (least = Math.min(least, wholeCost(rota))))
  return least
}

const fixed = [{ person: 'Ben', day: '2026-11-28', starts_at: '2026-11-28T14:00:00Z', ends_at: '2026-11-28T18:00:00Z', activities: [] }] // prettier-ignore

const alone = {
  people: [{ name: 'Ana', history: { lates: 3 } }],
  needs: [{ name: 'calls', rows: [{ from: '15:00', to: '19:00', need: 1 }] }],
} // nobody to be balanced against: the proof is tight

const nights = {
  contracts: [{ name: 'nights', hours_week: 28, days_most: 7, asked_short: true }],
  patterns: [{ name: 'four', start: { from: '23:00', to: '23:00' }, hours: { from: 4, to: 4 }, breaks: 'none' }],
  needs: [{ name: 'calls', skills: ['calls'], rows: [{ from: '23:00', to: '03:00', need: 1 }] }],
} satisfies Partial<AskInput> // the last of them goes on after the last midnight, where nothing is counted

for (const [what, more] of [
  ['free', {}],
  ['at night', nights],
  ['partly fixed', { fixed }],
  ['alone', alone],
] as const)
  test(`no prices whatever prove more than the best of all plans costs (${what})`, () => {
    const problem = problemOf(askShape.parse({ ...tiny, ...more }))
    const least = leastCost(problem)
    const nobody = costOfNobody(problem, costOfAsk(problem.ask))
    const length = problem.needs.length * problem.grid.room
    fc.assert(
      fc.property(fc.array(fc.double({ min: -15, max: 3, noNaN: true }), { minLength: 40, maxLength: 200 }), (some) => {
        const prices = Float64Array.from({ length }, (_, i) => some[i % some.length]!)
        assert.ok(proofOf(problem, prices) + nobody <= least + 1e-6)
      }),
      { numRuns: 40 },
    )
    const known = nothingLearned(problem)
    learn(known, { chance: chanceOf(1), looks: 40, goOn: () => true, tell: () => {} })
    const { bound } = known
    assert.ok(bound <= least + 1e-6, `proven ${bound}, best ${least}`)
    assert.ok(bound > least * 0.8, `what is learned proves most of it: ${bound} of ${least}`)
  })

test('the search comes to the best of all plans, and says no more than it has proven', async () => {
  const problem = problemOf(askShape.parse(tiny))
  const least = leastCost(problem)
  const { objective, bound } = await solve(problem.ask, { stopped: () => false, tell: () => {}, now: () => 0 })
  assert.ok(bound <= least + 1e-6, `bound ${bound}, best ${least}`)
  assert.ok(Math.abs(objective - least) < 1e-6, `found ${objective}, best ${least}`)
}) // prettier-ignore
