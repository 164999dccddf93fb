import assert from 'node:assert/strict'
import { test } from 'node:test'
import { laws } from '../contract/law.ts'
import { askShape, type Ask, type AskInput } from '../contract/schedule-ask.ts'
import type { Shift } from '../contract/plan-shapes.ts'
import type { Mend, Why } from '../contract/schedule-answer.ts'
import { shiftsOf } from './answer.ts'
import { chanceOf } from './chance.ts'
import { onlyShortage } from './coverable.ts'
import { slotOf } from './grid.ts'
import { firstPlan } from './improve.ts'
import { check } from './law/check.ts'
import { contractOf, namesOf, problemOf } from './problem.ts'
import { missingHours, newRota, type Rota } from './rota.ts'
import { placeSessions } from './sessions.ts'
import { whyNot } from './why.ts'

const first_day = '2026-11-23'
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

// A house of a few people with too much to do somewhere: what it needs and who there is by chance, the same for the same seed.
function houseOf(seed: number): Ask {
  const chance = chanceOf(seed)
  const some = (from: number, to: number): number => from + Math.floor(chance() * (to - from + 1))
  const people = Array.from({ length: some(3, 9) }, (_, n) => ({
    name: `p${n}`,
    skills: chance() < 0.7 ? ['calls'] : ['calls', 'mail'],
    contract: chance() < 0.3 ? 'part' : 'full',
    ...(chance() < 0.2 && { away: [{ from: '2026-11-25', to: '2026-11-25' }] }),
  }))
  const input: AskInput = {
    first_day, days: 7, limits: { seconds: 1 },
    contracts: [{ name: 'full', hours_week: 35, overtime_most: some(0, 4) }, { name: 'part', hours_week: 24, hours_day_least: 4 }],
    patterns: [
      { name: 'day', start: { from: '08:00', to: '11:00', every_min: 60 }, hours: { from: some(6, 7), to: 7 } },
      { name: 'short', start: { from: '08:00', to: '14:00', every_min: 120 }, hours: { from: 4, to: 6 } },
    ],
    needs: [
      { name: 'calls', skills: ['calls'], rows: [{ days: [...DAYS], from: '08:00', to: '19:00', need: some(1, 3) }, { days: [DAYS[some(0, 5)]!], from: '11:00', to: '14:00', need: some(3, 6) }, { days: [DAYS[some(0, 5)]!], from: '17:00', to: '20:00', need: some(2, 5) }] },
      { name: 'mail', skills: ['mail'], rows: [{ days: ['tuesday'], from: '09:00', to: '17:00', need: some(0, 2) }] },
    ],
    people,
    sessions: chance() < 0.5 ? [{ name: 'team', people: people.slice(0, some(2, people.length)).map(({ name }) => name), minutes: 60, at_once: some(1, 3) }] : [],
    seed,
  } // prettier-ignore
  return askShape.parse(input)
}

function planOf(ask: Ask): Rota {
  const { rota } = firstPlan(problemOf(ask), () => true)
  placeSessions(rota)
  return rota
}

// Counted by nothing but the shifts: what is missing in all, and between two moments.
function missingBy(ask: Ask, shifts: readonly Shift[], why: Why): { all: number; here: number } {
  const problem = onlyShortage(problemOf({ ...ask, sessions: [], fixed: [...shifts] }))
  const { supply } = newRota(problem)
  let here = 0
  for (let slot = slotOf(problem.grid, why.from); slot < slotOf(problem.grid, why.to); slot++)
    for (const [need, slots] of problem.needs.entries())
      here += Math.max(0, slots[slot]! - supply.level[need * supply.room + slot]!)
  return { all: missingHours(problem, supply), here }
}

// A person decides on these; and a week that was too short may be less so.
const AGREED: Partial<Record<Mend['code'], readonly string[]>> = { overtime: ['contract_hours_more', 'contract_hours_less'], extra_day: ['contract_hours_more', 'contract_days_more', 'contract_hours_less'] } // prettier-ignore
const wrongIn = (ask: Ask, shifts: readonly Shift[], { changes = [] }: Pick<Mend, 'changes'>): string[] =>
  ask.people.flatMap(namesOf).filter(({ name }) => changes.some(({ person }) => person === name)).flatMap(({ asked, name }) =>
    check(shifts.filter(({ person }) => person === name), { law: laws.fr, contract: contractOf(ask, asked) }, { person: name, zone: ask.zone })
      .map(({ code, day, found }) => `${code} ${name} ${day} ${found}`),
  ) // prettier-ignore

function pressed(shifts: readonly Shift[], { changes = [] }: Mend): Shift[] {
  const changed = new Set(changes.map(({ person, day }) => `${person} ${day}`))
  return [...shifts.filter(({ person, day }) => !changed.has(`${person} ${day}`)), ...changes.flatMap(({ shift }) => shift ?? [])]
}

test('a mend is true: whoever does it has as many hours fewer missing as it says, some of them here, and law and contracts are kept', () => {
  const tried = new Map<string, number>()
  for (let seed = 1; seed <= Number(process.env['HOUSES'] ?? 5); seed++) {
    const ask = houseOf(seed)
    const rota = planOf(ask)
    const shifts = shiftsOf(rota)
    for (const why of whyNot(rota))
      for (const mend of why.mends.filter(({ changes }) => changes)) {
        const after = pressed(shifts, mend)
        const [was, is] = [missingBy(ask, shifts, why), missingBy(ask, after, why)]
        const told = `house ${seed}, ${why.en}: ${mend.code}`
        assert.ok(Math.abs(was.all - is.all - mend.gain_h) < 0.011, `${told} says ${mend.gain_h} h, does ${was.all - is.all}`)
        assert.ok(is.here < was.here, `${told} helps elsewhere, not here`)
        const agreed: readonly string[] = AGREED[mend.code] ?? []
        const before = wrongIn(ask, shifts, mend)
        assert.deepEqual(wrongIn(ask, after, mend).filter((wrong) => !before.includes(wrong) && !agreed.some((code) => wrong.startsWith(code))), [], told) // prettier-ignore
        tried.set(mend.code, (tried.get(mend.code) ?? 0) + 1)
      }
  }
  assert.ok([...tried.values()].reduce((a, b) => a + b, 0) > 30, 'these houses lack people')
  for (const code of ['move_breaks', 'move_shifts', 'overtime', 'extra_day']) assert.ok((tried.get(code) ?? 0) > 0, code)
  if (process.env['SHOW']) console.log(tried)
})
