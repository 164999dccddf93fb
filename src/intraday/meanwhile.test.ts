// Between the menu and the press, and between the press and taking it back, others change things: theirs stays, and that is said step by step.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as routing from '#routing'
import * as scheduling from '#scheduling'
import type { PersonId } from '#base/contract'
import type { ShiftId } from '#scheduling/contract'
import type { DayMove, Menu } from './contract.ts'
import { askMenu, readMenu } from './menu/menu.ts'
import { applyMove } from './moves/apply.ts'
import { undoMove } from './moves/undo.ts'
import { testDay, type TestDay } from './test-day.ts'

const RULES = { queues: [
  { key: 'calls', name: 'Appels', takes: { channels: ['phone', 'chat'] }, who: { people: 'named' } },
  { key: 'mail', name: 'Courriels', takes: { channels: ['email'] } },
] } // prettier-ignore
const all = (of: number) => (hour: number) => (hour >= 8 && hour < 16 ? of : 0)

async function pressed(): Promise<{ day: TestDay; menu: Menu }> {
  const day = await testDay(6)
  await day.publishRules(RULES)
  await day.forecast([
    { queue: 'calls', channel: 'phone', per_quarter: all(8), handling_s: 300, patience_s: 180 },
    { queue: 'calls', channel: 'chat', per_quarter: all(1), handling_s: 300, patience_s: 300 },
  ])
  await day.plan()
  day.at('08:55')
  await day.here([...day.callers, ...day.writers])
  day.at('10:30')
  await day.work((work) => askMenu(work, { group: 'calls' }), day.boss)
  await day.think()
  const { menu } = await day.work((work) => readMenu(work, { group: 'calls' }), day.boss)
  assert.equal(menu!.state, 'done', JSON.stringify(menu!.failed))
  return { day, menu: menu! }
}

const optionOf = (menu: Menu, kind: string) => menu.options.find((option) => option.kind === kind)!
const apply = (day: TestDay, menu: Menu, kind: string): Promise<DayMove> =>
  day.work((work) => applyMove(work, { menu: menu.id, option: optionOf(menu, kind).id }), day.boss)
const undo = (day: TestDay, { id }: DayMove): Promise<DayMove> => day.work((work) => undoMove(work, { id }), day.boss)
const saidOf = ({ steps }: DayMove) => steps.map(({ as, why }) => (why ? `${as} ${why.code}` : as))
const CHANGED = 'intraday.changed_meanwhile'

const gladly = (day: TestDay, person: PersonId) =>
  day.work(async (work) => (await routing.peopleOfRouting(work)).find(({ id }) => id === person)!.queues.calls ?? null)

test('a menu is for things as they were: whom somebody placed, moved or allowed more since is left alone, the others are done, and back', async () => {
  const { day, menu } = await pressed()
  await placedMeanwhile(day, menu)
  await movedMeanwhile(day, menu)
  await allowedMeanwhile(day, menu)
})

async function placedMeanwhile(day: TestDay, menu: Menu): Promise<void> {
  const people = optionOf(menu, 'call_mail_in').steps.flatMap((step) => (step.does === 'place' ? [step.person.id] : []))
  const [one, two] = people
  await day.work((work) => routing.placePerson(work, { person: one!, queue: 'calls', preference: 2, until: null }), day.boss)
  const before = await gladly(day, two!)
  const move = await apply(day, menu, 'call_mail_in')
  assert.deepEqual(saidOf(move), [`refused ${CHANGED}`, 'done'])
  assert.deepEqual([await gladly(day, one!), await gladly(day, two!)], [2, 5])
  await undo(day, move)
  assert.deepEqual([await gladly(day, one!), await gladly(day, two!)], [2, before])
  const again = await apply(day, menu, 'call_mail_in')
  await day.work((work) => routing.placePerson(work, { person: two!, queue: 'calls', preference: 1, until: null }), day.boss)
  assert.deepEqual(saidOf(await undo(day, again)), [`refused ${CHANGED}`, `not_undone ${CHANGED}`])
  assert.equal(await gladly(day, two!), 1, 'who runs the floor said so since')
}

async function movedMeanwhile(day: TestDay, menu: Menu): Promise<void> {
  const step = optionOf(menu, 'shift_rests').steps[0]!
  assert.ok(step.does === 'retime')
  const [starts_at, ends_at] = [step.was.from, step.was.to].map((text) => Temporal.Instant.from(text).add({ minutes: 15 }).toString())
  await day.work((work) => scheduling.moveActivity(work, { shift: step.shift as ShiftId, activity: step.activity, starts_at: starts_at!, ends_at: ends_at! }), day.boss) // as scheduling gave it
  const move = await apply(day, menu, 'shift_rests')
  assert.deepEqual(saidOf(move), [`refused ${CHANGED}`, ...move.steps.slice(1).map(() => 'done')])
  assert.equal((await day.shiftOf(step.person.id))!.activities[0]!.starts_at, starts_at)
} // prettier-ignore

async function allowedMeanwhile(day: TestDay, menu: Menu): Promise<void> {
  const step = optionOf(menu, 'raise_chats').steps[0]!
  assert.ok(step.does === 'chats')
  const own = () => day.work(async (work) => (await routing.abilities(work)).find(({ person }) => person === step.person.id)!)
  const { version } = await own()
  await day.work((work) => routing.setAbility(work, { person: step.person.id, version, most: { chat: 9 } }), day.boss)
  const move = await apply(day, menu, 'raise_chats')
  assert.deepEqual(saidOf(move).slice(0, 2), [`refused ${CHANGED}`, 'done'])
  assert.equal((await own()).most.chat, 9, 'not fewer than somebody allowed')
}
