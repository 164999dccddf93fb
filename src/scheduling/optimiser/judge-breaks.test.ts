import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askShape, type Ask } from '../contract/schedule-ask.ts'
import { shiftsOf } from '../engine/answer.ts'
import { firstPlan } from '../engine/improve.ts'
import { problemOf } from '../engine/problem.ts'
import { missingHours, type Rota } from '../engine/rota.ts'
import { placeSessions } from '../engine/sessions.ts'
import { judgeBreaks } from './judge-breaks.ts'
import { lateAmong, lateWith } from './level-steps.ts'

const first_day = '2026-11-23'
// A need as flat as a table, under which a peak comes at half past twelve: coverage alone would have everybody at lunch then as gladly as at any other time.
const contacts = Array.from({ length: 96 }, (_, slot) => (slot < 32 || slot >= 76 ? 0 : slot >= 49 && slot < 53 ? 24 : 12))
const house = (more: object = {}): Ask =>
  askShape.parse({
    first_day, days: 1, limits: { seconds: 5 },
    contracts: [{ name: '35 h', hours_week: 35, days_most: 7 }],
    needs: [{ name: 'calls', rows: [{ from: '08:00', to: '19:00', need: 6 }], traffic: { contacts, handling_s: 300, patience_s: 180, within_s: 20 } }],
    people: [{ name: 'agent', count: 14 }], ...more,
  }) // prettier-ignore

function planOf(ask: Ask): Rota {
  const { rota } = firstPlan(problemOf(ask), () => true)
  placeSessions(rota)
  return rota
}
const hoursOf = (rota: Rota): string[] =>
  shiftsOf(rota).map(({ person, starts_at, ends_at }) => `${person} ${starts_at} ${ends_at}`)

test('breaks go where they leave those who wait the best level: shifts stay, nobody more is missing, and the plan as it is played is no worse', () => {
  const before = planOf(house())
  const { rota, judged } = judgeBreaks(before, () => true)
  assert.ok(judged)
  const [calls] = judged.needs
  assert.ok(judged.kept === 'judged' && judged.moved > 0, JSON.stringify(judged))
  assert.ok((calls?.after ?? 0) > (calls?.before ?? 1), `from ${calls?.before} to ${calls?.after}`)
  assert.deepEqual(hoursOf(rota), hoursOf(before))
  assert.ok(missingHours(rota.problem, rota.supply) <= missingHours(before.problem, before.supply) + 1e-9)
  assert.deepEqual(judgeBreaks(planOf(house()), () => true), { rota: judgeBreaks(planOf(house()), () => true).rota, judged }, 'the same ask, the same breaks') // prettier-ignore
})

test('people who take calls and chats have their breaks judged by both, each by its own time', () => {
  const chats = { channel: 'chat', contacts: contacts.map((come) => come / 2), handling_s: 400, at_once: 3, speeds: [1, 0.7, 0.5], within_s: 60 }
  const traffic = { channel: 'phone', contacts, handling_s: 240, patience_s: 180, within_s: 20, also: [chats] }
  const before = planOf(house({ needs: [{ name: 'both', rows: [{ from: '08:00', to: '19:00', need: 7 }], traffic }] }))
  const { judged } = judgeBreaks(before, () => true)
  assert.deepEqual(judged?.needs.map(({ name, channel, within_s }) => [name, channel, within_s]), [['both', 'phone', 20], ['both', 'chat', 60]])
  const [calls, chat] = judged?.needs ?? []
  assert.ok((calls?.after ?? 0) >= (calls?.before ?? 1) && (chat?.after ?? 0) > 0.3, JSON.stringify(judged))
}) // prettier-ignore

test('a meeting moves to where it hurts those who wait least', () => {
  const people = ['agent 1', 'agent 2', 'agent 3', 'agent 4', 'agent 5']
  const before = planOf(house({ sessions: [{ name: 'team', people, minutes: 60, from: '09:00', to: '18:00' }] }))
  const { rota, judged } = judgeBreaks(before, () => true)
  assert.equal(rota.sittings.length, before.sittings.length)
  assert.ok(judged && (judged.needs[0]?.after ?? 0) >= (judged.needs[0]?.before ?? 0))
})

test('where nobody is said to come, and where there is no time, breaks stay as they are', () => {
  const quiet = planOf(house({ needs: [{ name: 'calls', rows: [{ from: '08:00', to: '19:00', need: 6 }] }] }))
  assert.deepEqual(
    judgeBreaks(quiet, () => true),
    { rota: quiet },
  )
  const hurried = planOf(house())
  assert.deepEqual(
    judgeBreaks(hurried, () => false),
    { rota: hurried },
  )
})

test('one person more never leaves more of them late, also where they serve calls and chats', () => {
  const both = {
    contacts: [],
    handling_s: 300,
    within_s: 20,
    present: 0.93,
    at_once: 1,
    also: [{ contacts: [], handling_s: 500, within_s: 60, at_once: 3 }],
  }
  const mixed = Array.from({ length: 30 }, (_, people) => lateAmong(both, [20, 10], people)) // prettier-ignore
  assert.equal(mixed[0], 30)
  assert.ok(mixed.every((each, people) => people === 0 || each <= mixed[people - 1]! + 1e-9))
  for (const at_once of [1, 3]) {
    const late = Array.from({ length: 30 }, (_, people) =>
      lateWith({ contacts: [], handling_s: 300, within_s: 20, present: 0.93, at_once }, 30, people),
    )
    assert.equal(late[0], 30)
    assert.ok(late.every((each, people) => people === 0 || each <= late[people - 1]! + 1e-9))
  }
})
