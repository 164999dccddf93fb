// One centre in which every kind of move is offered, done by the room it belongs to, seen there, and taken back.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as routing from '#routing'
import { dayMoveKinds, type DayMove, type DayMoveKind, type Menu } from './contract.ts'
import { answer, listMyAsks } from './asks/answer.ts'
import { askMenu, readMenu } from './menu/menu.ts'
import { applyMove } from './moves/apply.ts'
import { follow } from './alerts/look.ts'
import { listMoves } from './moves/show.ts'
import { undoMove } from './moves/undo.ts'
import { testDay, type TestDay } from './test-day.ts'

const RULES = { queues: [
  { key: 'calls', name: 'Appels', takes: { channels: ['phone', 'chat'] }, who: { people: 'named' } },
  { key: 'sales', name: 'Ventes', takes: { channels: ['visit'] }, who: { people: 'named' } },
  { key: 'mail', name: 'Courriels', takes: { channels: ['email'] } },
] } // prettier-ignore
const all = (of: number) => (hour: number) => (hour >= 8 && hour < 18 ? of : 0)

// Ten people: six on calls and chats, three of them in a training this afternoon; two of a quiet queue; one who works tomorrow; and two who write mail.
async function centre(): Promise<TestDay> {
  const day = await testDay(9)
  await day.publishRules(RULES, (n) => (n === 6 || n === 7 ? { calls: 0, sales: 3, mail: 0 } : { calls: 3, sales: 0, mail: 0 }))
  await day.forecast([
    { queue: 'calls', channel: 'phone', per_quarter: all(7), handling_s: 300, patience_s: 180 },
    { queue: 'calls', channel: 'chat', per_quarter: all(1), handling_s: 300, patience_s: 300 },
    { queue: 'sales', channel: 'visit', per_quarter: all(0.5), handling_s: 120, patience_s: 600 },
  ])
  await day.plan('13:00', { training: day.callers.slice(0, 3), tomorrow: day.callers.slice(8) })
  day.at('08:55')
  await day.here([...day.callers.slice(0, 8), ...day.writers])
  day.at('11:30')
  return day
}

// All that a move may touch: shifts, who takes what, how many chats, the rules.
const seen = (day: TestDay) =>
  day.work(async (work) => ({
    shifts: await Promise.all(day.callers.map(async (person) => (await day.shiftOf(person)) ?? null)).then((all) => all.map((shift) => shift && { from: shift.starts_at, to: shift.ends_at, activities: shift.activities })),
    people: (await routing.peopleOfRouting(work)).map(({ id, queues, most }) => ({ id, queues, chats: most.chat ?? null })),
    call_back: (await routing.currentRulebook(work))!.document.queues.map((queue) => queue.call_back ?? null),
  })) // prettier-ignore

async function menuOf(day: TestDay): Promise<Menu> {
  await day.work((work) => askMenu(work, { group: 'calls' }), day.boss)
  await day.think()
  return (await day.work((work) => readMenu(work, { group: 'calls' }), day.boss)).menu!
}

test('every kind of move is offered where its situation is, changes what it says, and taken back leaves everything as it was', async () => {
  const day = await centre()
  const menu = await menuOf(day)
  assert.equal(menu.state, 'done', JSON.stringify(menu.failed))
  const offered = new Set(menu.options.map(({ kind }) => kind))
  assert.deepEqual(dayMoveKinds.filter((kind) => !offered.has(kind)), []) // prettier-ignore
  const before = await seen(day)
  for (const kind of dayMoveKinds) {
    const move = await applied(day, menu, kind)
    if (kind === 'ask_overtime' || kind === 'call_in') await agreed(day, move)
    assert.notDeepEqual(await seen(day), before, `${kind} changes something`)
    const undone = await day.work((work) => undoMove(work, { id: move.id }), day.boss)
    assert.deepEqual(undone.steps.map(({ as, why }) => [as, why?.en]), undone.steps.map(() => ['undone', undefined]), kind) // prettier-ignore
    assert.deepEqual(await seen(day), before, `${kind} taken back`)
  }
  await twice(day, menu)
  await untilTonight(day, menu, before)
})

// Two tabs, or two people: one of them applies it, the other is told.
async function twice(day: TestDay, menu: Menu): Promise<void> {
  const press = () => applied(day, menu, 'raise_chats')
  const pressed = await Promise.allSettled([press(), press()])
  assert.deepEqual(pressed.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  for (const each of pressed) if (each.status === 'rejected') assert.match(String(each.reason), /move_done/)
}

// Chats and rules have no end of their own: nobody has four chats next week because of this afternoon.
async function untilTonight(day: TestDay, menu: Menu, before: Awaited<ReturnType<typeof seen>>): Promise<void> {
  await applied(day, menu, 'offer_call_backs')
  await day.work(follow)
  await day.ring()
  assert.notDeepEqual(await seen(day), before)
  day.clock.set(Temporal.Instant.from(menu.until).add({ seconds: 1 }).toString())
  await day.ring()
  assert.deepEqual(await seen(day), before)
  const { items } = await day.work((work) => listMoves(work, { limit: 2 }), day.boss)
  for (const { undoable, undone_at, measured, steps } of items) {
    assert.deepEqual([undoable, undone_at, measured?.over], [false, null, true])
    assert.ok(steps.every(({ as }) => as === 'undone'))
  }
}

async function applied(day: TestDay, menu: Menu, kind: DayMoveKind): Promise<DayMove> {
  const option = menu.options.find((each) => each.kind === kind)!
  const move = await day.work((work) => applyMove(work, { menu: menu.id, option: option.id }), day.boss)
  for (const { as, why } of move.steps) assert.ok(as === 'done' || as === 'asked', `${kind}: ${as} ${why?.en}`)
  return move
}

async function agreed(day: TestDay, { steps }: DayMove): Promise<void> {
  for (const { step } of steps) {
    if (step.does !== 'ask') continue
    const me = day.as(step.person.id)
    const { id } = (await day.work(listMyAsks, me)).items.find((ask) => ask.answer === null)!
    await day.work((work) => answer(work, { id, yes: true }), me)
  }
}
