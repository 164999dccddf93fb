import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as routing from '#routing'
import { integer, text } from '#base/sql'
import { alertClosed, alertOpened } from './contract.ts'
import { listAlerts } from './alerts/list.ts'
import { follow } from './alerts/look.ts'
import { showBoard } from './board/board.ts'
import { showClimate } from './climate/climate.ts'
import { listAdherence } from './people/list.ts'
import { testDay } from './test-day.ts'

test('a day without rules, without forecast, without plan says what is missing, and then is ready', async () => {
  const day = await testDay(2)
  const state = async () => {
    day.clock.advance({ seconds: 10 }) // the same is shown for two seconds
    return (await day.work((work) => showBoard(work, {}), day.boss)).state
  }
  assert.equal(await state(), 'no_rules')
  await day.publishRules()
  assert.equal(await state(), 'no_forecast')
  await day.forecast()
  assert.equal(await state(), 'no_plan')
  await day.plan()
  assert.equal(await state(), 'ready')
})

test('the board shows who is needed, planned and here, and the level expected by tonight; who is late is expected later', async () => {
  const day = await testDay(6)
  await day.publishRules()
  await day.forecast()
  await day.plan()
  day.at('08:55')
  await day.here(day.callers.slice(0, 4))
  day.at('09:10')
  const { groups, lines } = await day.work((work) => showBoard(work, { group: 'calls' }), day.boss)
  const calls = groups.find(({ group }) => group === 'calls')!
  assert.equal(calls.here_now, 4)
  assert.equal(calls.planned_now, 6)
  assert.ok(calls.need_now! > 0)
  assert.ok(calls.tonight!.low <= calls.tonight!.mean && calls.tonight!.mean <= calls.tonight!.high)
  const quarter = (hour: number) => Math.round(hour * 4)
  assert.equal(lines!.planned[quarter(10)], 6)
  assert.equal(lines!.planned[quarter(12.25)], 0, 'all of them are at lunch')
  assert.ok(lines!.here[quarter(9.25)]! < 6 && lines!.here[quarter(9.25)]! >= 4)
  assert.ok(lines!.chance_below[quarter(12.25)]! > 0.9)
  for (const line of [lines!.forecast, lines!.need, lines!.level, lines!.here]) assert.equal(line.length, 96)
  await assert.rejects(
    day.work((work) => showBoard(work, { group: 'nowhere' }), day.boss),
    /group_unknown/,
  )
})

test('who is not there is late, who is there is as planned, and nobody of the evening shift is missed in the morning', async () => {
  const day = await testDay(3)
  await day.publishRules()
  await day.plan()
  day.at('08:58')
  await day.here(day.callers.slice(0, 1))
  day.at('09:20')
  const { people, teams } = await day.work((work) => listAdherence(work, {}), day.boss)
  const of = (n: number) => people.find(({ person }) => person.id === day.callers[n])!
  assert.equal(of(0).standing?.verdict, 'kept')
  assert.equal(of(0).figures.adherence, 1)
  assert.deepEqual([of(1).standing?.verdict, of(1).standing?.deviation, of(1).figures.adherence], ['out', 'late', 0])
  assert.equal(Temporal.Instant.from(of(1).standing!.since).toString(), '2026-11-20T08:00:00Z')
  assert.deepEqual([teams[0]!.planned_now, teams[0]!.as_planned], [5, 1])
})

test('an alert is told before the level falls, once, by whichever server looks, and closes when it is over', async () => {
  const day = await testDay(6)
  await day.publishRules()
  await day.forecast()
  await day.plan()
  day.at('08:55')
  await day.here(day.callers)
  day.at('10:30')
  await day.work(follow)
  for (let look = 0; look < 4; look++) {
    await Promise.all([day.ring(), day.ring()]) // two servers
    day.clock.advance({ minutes: 5 })
  }
  const [alert, ...others] = await day.heard(alertOpened)
  assert.equal(others.length, 0)
  assert.equal(alert!.group, 'calls')
  assert.ok(alert!.falls_at > '2026-11-20T10:30', 'before it falls')
  const shown = await day.work((work) => listAlerts(work, { limit: 10, open: true }), day.boss)
  assert.equal(shown.items.length, 1)
  assert.ok(shown.items[0]!.missing >= 1)
  const told = async () => (await day.work((work) => work.sql.many({ count: integer })`select count(*)::int as count from staff.notice where tenant_id = ${work.tenant} and kind = 'intraday_alert'`))[0]!.count
  assert.equal(await told(), 1, 'whoever follows the flow is told, once')
  day.at('15:30')
  for (let look = 0; look < 3; look++) {
    await day.ring()
    day.clock.advance({ minutes: 5 })
  }
  assert.equal((await day.heard(alertClosed)).length, 1)
  assert.equal(await told(), 0, 'who has not seen it need not any more')
}) // prettier-ignore

test('groups that begin to fall at one look are one sentence at the bell', async () => {
  const day = await testDay(6)
  await day.publishRules({ queues: ['calls', 'sales'].map((key) => ({ key, name: key, takes: { channels: [key === 'calls' ? 'phone' : 'visit'] }, who: { people: 'named' } })) }, (n) => (n < 3 ? { calls: 3, sales: 0 } : { calls: 0, sales: 3 }))
  const crowd = { per_quarter: (hour: number) => (hour >= 8 && hour < 16 ? 9 : 0), handling_s: 300, patience_s: 180 }
  await day.forecast([{ queue: 'calls', channel: 'phone', ...crowd }, { queue: 'sales', channel: 'visit', ...crowd }])
  await day.plan()
  day.at('08:55')
  await day.here(day.callers)
  day.at('10:30')
  await day.work(follow)
  for (let look = 0; look < 3; look++) {
    await day.ring()
    day.clock.advance({ minutes: 5 })
  }
  assert.equal((await day.heard(alertOpened)).length, 2)
  const said = await day.work((work) => work.sql.many({ en: text })`select en from staff.notice where tenant_id = ${work.tenant} and kind = 'intraday_alert'`)
  assert.deepEqual(said.map(({ en }) => en.replace(/\d\d:\d\d/, 'then')), ['2 groups of queues would fall below their target, from then: calls and sales.'])
}) // prettier-ignore

test('who never came is not expected after the break of their plan either', async () => {
  const day = await testDay(6)
  await day.publishRules()
  await day.forecast()
  await day.plan()
  day.at('08:55')
  await day.here(day.callers.slice(0, 5))
  day.at('12:15') // lunch of everybody
  const { lines } = await day.work((work) => showBoard(work, { group: 'calls' }), day.boss)
  assert.deepEqual([lines!.planned[52], lines!.here[52]], [6, 5], 'at one')
})

test('the climate counts, and names nobody: a team of four is not told apart', async () => {
  const day = await testDay(4)
  await day.here(day.callers)
  day.clock.advance({ hours: 3 })
  const { all, teams } = await day.work(showClimate, day.boss)
  assert.equal(all.people, 4)
  assert.equal(all.long_streaks, 4)
  assert.equal(all.longest_streak_min, 180)
  assert.deepEqual(teams, [])
  assert.ok(!JSON.stringify({ all, teams }).includes('Agent'))
})

test('the floor’s own rules are not touched by looking', async () => {
  const day = await testDay(2)
  await day.publishRules()
  await day.forecast()
  const before = await day.work((work) => routing.currentRulebook(work))
  await day.work((work) => showBoard(work, {}), day.boss)
  assert.deepEqual(await day.work((work) => routing.currentRulebook(work)), before)
})
