import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#base/id'
import { astray } from './astray.ts'
import type { Step } from './contract.ts'
import { insertAlert } from './store/alert.ts'
import { insertMenu } from './store/menu.ts'
import { insertMove, insertStep } from './store/move.ts'
import { testDay } from './test-day.ts'

test('the doctor finds a day that nobody looks at, and of days that are over alerts, menus and moves that were left open', async () => {
  const day = await testDay(1)
  await day.publishRules()
  assert.deepEqual(await day.work(astray), [])
  await day.forecast()
  day.at('10:00')
  assert.match((await day.work(astray)).join(), /nobody has looked at the day for an hour/)
  const person = { id: day.callers[0]!, name: 'Agent 0' }
  await day.work(async (work) => {
    const [at, guess] = [work.now, { mean: 0.1, low: 0, high: 0.2 }]
    const target = { share: 0.8, within_s: 20, formula: 'service_level.offered.1' as const }
    const fall = { falls_at: at, recovers_at: null, latest: { falls_at: null, level: null, chance: 0 } }
    await insertAlert(work, {
      id: newId(at),
      group_key: 'calls',
      label: 'Appels',
      ...fall,
      said: { level: 0.5, chance: 0.9, missing: 2, target },
    })
    const [menu, move] = [newId<'day_menu'>(at), newId<'day_move'>(at)]
    await insertMenu(work, { id: menu, group: 'calls', until: at.add({ hours: 8 }) })
    const predicted = { level_now: 0.5, level_after: guess, difference: guess, until: String(at.add({ hours: 8 })) }
    await insertMove(work, {
      id: move,
      menu_id: menu,
      option: 'o1',
      group_key: 'calls',
      label: 'Appels',
      kind: 'raise_chats',
      predicted,
      counted: { kept: 0, of: 0 },
    })
    const chats: Step = { does: 'chats', person, most: 3, was: null }
    const ask: Step = { does: 'ask', person, what: 'overtime', shift: null, from: String(at), to: String(at.add({ hours: 1 })) }
    await insertStep(work, { move_id: move, place: 0, step: chats, state: 'done', before: null, why: null })
    await insertStep(work, { move_id: move, place: 1, step: ask, state: 'asked', before: null, why: null })
  })
  day.clock.advance({ hours: 72 })
  const found = (await day.work(astray)).join('\n')
  for (const what of [
    /1 alerts of days that are over/,
    /1 menus of moves/,
    /1 moves .* never measured/,
    /1 moves .* still hold/,
    /1 people were asked/,
  ])
    assert.match(found, what)
})
