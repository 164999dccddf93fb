import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as routing from '#routing'
import type { DayMove, Menu } from './contract.ts'
import { answer, listMyAsks } from './asks/answer.ts'
import { askMenu, readMenu } from './menu/menu.ts'
import { applyMove } from './moves/apply.ts'
import { listMoves } from './moves/show.ts'
import { undoMove } from './moves/undo.ts'
import { follow } from './alerts/look.ts'
import { testDay, type TestDay } from './test-day.ts'

async function pressed(more: { lunch?: string } = {}): Promise<TestDay> {
  const day = await testDay(6)
  await day.publishRules()
  await day.forecast()
  await day.plan(more.lunch)
  day.at('08:55')
  await day.here([...day.callers, ...day.writers])
  day.at('10:30')
  return day
}

async function menuOf(day: TestDay): Promise<Menu> {
  await day.work((work) => askMenu(work, { group: 'calls' }), day.boss)
  await day.think()
  const { menu } = await day.work((work) => readMenu(work, { group: 'calls' }), day.boss)
  assert.equal(menu!.state, 'done', JSON.stringify(menu!.failed))
  return menu!
}
const optionOf = (menu: Menu, kind: string) => menu.options.find((option) => option.kind === kind)!
const apply = (day: TestDay, menu: Menu, kind: string): Promise<DayMove> =>
  day.work((work) => applyMove(work, { menu: menu.id, option: optionOf(menu, kind).id }), day.boss)
const placed = (day: TestDay) =>
  day.work(async (work) => (await routing.peopleOfRouting(work)).map(({ id, queues }) => ({ id, queues })))

test('the menu is worked out in a thread; lunches moved are moved in the plan and on the floor, and moved back they are as they were', async () => {
  const day = await pressed()
  const menu = await menuOf(day)
  const option = optionOf(menu, 'shift_rests')
  assert.ok(option.worth_it, JSON.stringify(menu.options.map(({ kind, difference }) => [kind, difference])))
  const whose = option.steps[0]!
  assert.ok(whose.does === 'retime')
  const ofOneTeam = { ...day.boss, scope: { teams: ['01a1f82f-1e80-7001-bf00-41957c1181f4'], brands: null } }
  await assert.rejects(day.work((work) => applyMove(work, { menu: menu.id, option: option.id }), ofOneTeam), /not_allowed/)
  const before = await day.shiftOf(whose.person.id)
  const move = await apply(day, menu, 'shift_rests')
  assert.deepEqual(move.steps.map(({ as, why }) => [as, why?.code]), move.steps.map(() => ['done', undefined]))
  assert.equal((await day.shiftOf(whose.person.id))!.activities[0]!.starts_at, Temporal.Instant.from(whose.to.from).toString())
  await assert.rejects(apply(day, menu, 'shift_rests'), /move_done/)
  const undone = await day.work((work) => undoMove(work, { id: move.id }), day.boss)
  assert.deepEqual(undone.steps.map(({ as }) => as), undone.steps.map(() => 'undone'))
  assert.equal(undone.undoable, false)
  const after = await day.shiftOf(whose.person.id)
  assert.deepEqual(after!.activities, before!.activities)
  await assert.rejects(day.work((work) => undoMove(work, { id: move.id }), day.boss), /move_undone/)
  await begunMeanwhile(day, await apply(day, menu, 'shift_rests'))
}) // prettier-ignore

// A lunch that has begun is not taken back, and that is said; the others are.
async function begunMeanwhile(day: TestDay, move: DayMove): Promise<void> {
  const first = move.steps.map(({ step }) => (step.does === 'retime' ? (step.was.from < step.to.from ? step.was.from : step.to.from) : '')).toSorted()[0]!
  day.clock.set(Temporal.Instant.from(first).add({ minutes: 1 }).toString())
  const undo = day.work((work) => undoMove(work, { id: move.id }), day.boss)
  const steps = await undo.then(({ steps }) => steps, () => [])
  for (const { as, why } of steps) assert.ok(as === 'undone' || why?.code === 'intraday.begun_already')
  const [shown] = (await day.work((work) => listMoves(work, { limit: 5 }), day.boss)).items
  assert.ok(shown!.steps.some(({ as }) => as !== 'undone'))
} // prettier-ignore

test('mail is left for calls by the floor’s own act, call-backs are offered by a version of the rules, and both are put back', async () => {
  const day = await pressed()
  await day.work(follow)
  const menu = await menuOf(day)
  await mailAndBack(day, menu)
  await rulesAndBack(day, menu)
  await apply(day, menu, 'shift_rests')
  day.clock.advance({ minutes: 6 })
  await day.ring()
  const [move] = (await day.work((work) => listMoves(work, { limit: 5 }), day.boss)).items
  assert.equal(move!.measured?.over, false)
  assert.equal(move!.measured?.level, null, 'nobody came since: no figure')
  day.clock.advance({ minutes: 40 })
  await assert.rejects(apply(day, menu, 'call_mail_in'), /menu_stale/)
})

async function mailAndBack(day: TestDay, menu: Menu): Promise<void> {
  const before = await placed(day)
  const move = await apply(day, menu, 'call_mail_in')
  const now = await placed(day)
  assert.ok(
    move.steps.every(({ step }) => step.does === 'place' && now.find(({ id }) => id === step.person.id)!.queues.calls === 5),
  )
  await day.work((work) => undoMove(work, { id: move.id }), day.boss)
  assert.deepEqual(await placed(day), before)
}

// Not over what somebody published since.
async function rulesAndBack(day: TestDay, menu: Menu): Promise<void> {
  const rules = () => day.work(async (work) => (await routing.currentRulebook(work))!)
  const before = await rules()
  const move = await apply(day, menu, 'offer_call_backs')
  assert.ok((await rules()).document.queues.find(({ key }) => key === 'calls')!.call_back)
  await day.work((work) => undoMove(work, { id: move.id }), day.boss)
  assert.equal((await rules()).id, before.id)
  const again = await apply(day, menu, 'offer_call_backs')
  await day.work((work) => routing.makeVersion(work, { title: 'Autre', in_force: true, document: before.document }))
  const left = await day.work((work) => undoMove(work, { id: again.id }), day.boss)
  assert.deepEqual([left.undone_at, left.undoable, ...left.steps.map(({ as, why }) => `${as} ${why?.code}`)], [null, false, 'not_undone intraday.changed_meanwhile'])
  await otherRulesMeanwhile(day)
} // prettier-ignore

// Somebody changes the name of another queue while call-backs are offered: theirs stays, the call-back goes.
async function otherRulesMeanwhile(day: TestDay): Promise<void> {
  const document = async () => (await day.work(async (work) => (await routing.currentRulebook(work))!)).document
  const move = await apply(day, await menuOf(day), 'offer_call_backs')
  const now = await document()
  const queues = now.queues.map((queue) => (queue.key === 'mail' ? { ...queue, name: 'Lettres' } : queue))
  await day.work((work) => routing.makeVersion(work, { title: 'Lettres', in_force: true, document: { ...now, queues } }))
  const undone = await day.work((work) => undoMove(work, { id: move.id }), day.boss)
  assert.deepEqual(undone.steps.map(({ as }) => as), ['undone'])
  assert.deepEqual((await document()).queues.map(({ key, name, call_back }) => [key, name, call_back]), [['calls', 'Appels', null], ['mail', 'Lettres', null]])
} // prettier-ignore

test('who is asked to stay says yes or no; a yes is in their shift, and nobody is asked twice', async () => {
  const day = await pressed({ lunch: '13:00' })
  await day.forecast([{ queue: 'calls', channel: 'phone', per_quarter: (hour) => (hour >= 8 && hour < 18 ? 9 : 0), handling_s: 300, patience_s: 180 }])
  day.at('14:30')
  const menu = await menuOf(day)
  const option = optionOf(menu, 'ask_overtime')
  const move = await apply(day, menu, 'ask_overtime')
  assert.deepEqual(move.steps.map(({ as }) => as), option.steps.map(() => 'asked'))
  const [one, two] = move.steps.map(({ step }) => (step.does === 'ask' ? step : assert.fail()))
  const asks = (person: typeof one) => day.work(listMyAsks, day.as(person!.person.id))
  const { id } = (await asks(one)).items[0]!
  await assert.rejects(day.work((work) => answer(work, { id, yes: true }), day.as(two!.person.id)), /not_found/)
  await day.work((work) => answer(work, { id, yes: true }), day.as(one!.person.id))
  assert.equal(Date.parse((await day.shiftOf(one!.person.id))!.ends_at), Date.parse(one!.to))
  await day.work(async (work) => answer(work, { id: (await asks(two)).items[0]!.id, yes: false }), day.as(two!.person.id))
  assert.equal(Date.parse((await day.shiftOf(two!.person.id))!.ends_at), Date.parse(two!.from))
  await assert.rejects(day.work((work) => answer(work, { id, yes: false }), day.as(one!.person.id)), /ask_over/)
  await day.work((work) => undoMove(work, { id: move.id }), day.boss)
  assert.equal(Date.parse((await day.shiftOf(one!.person.id))!.ends_at), Date.parse(one!.from))
  day.clock.advance({ minutes: 1 })
  const later = optionOf(await menuOf(day), 'ask_overtime')
  assert.ok(!later?.steps.some((step) => step.does === 'ask' && [one!.person.id, two!.person.id].includes(step.person.id)))
}) // prettier-ignore

test('a yes and taking back at the same moment: nobody’s shift stays longer by a move that is undone', async () => {
  const day = await pressed({ lunch: '13:00' })
  await day.forecast([{ queue: 'calls', channel: 'phone', per_quarter: (hour) => (hour >= 8 && hour < 18 ? 9 : 0), handling_s: 300, patience_s: 180 }])
  day.at('14:30')
  const move = await apply(day, await menuOf(day), 'ask_overtime')
  const [one] = move.steps.map(({ step }) => (step.does === 'ask' ? step : assert.fail()))
  const me = day.as(one!.person.id)
  const { id } = (await day.work(listMyAsks, me)).items[0]!
  await Promise.allSettled([
    day.work((work) => answer(work, { id, yes: true }), me),
    day.work((work) => undoMove(work, { id: move.id }), day.boss),
  ])
  const [shown] = (await day.work((work) => listMoves(work, { limit: 5 }), day.boss)).items
  assert.equal(shown!.steps[0]!.as, 'undone')
  assert.equal(Date.parse((await day.shiftOf(one!.person.id))!.ends_at), Date.parse(one!.from))
}) // prettier-ignore
