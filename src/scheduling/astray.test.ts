import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as staff from '#staff'
import { newId } from '#base/id'
import { astray } from './astray.ts'
import { offerShift } from './bids/bids.ts'
import { makeFeed } from './feeds/feeds.ts'
import { startRun } from './runs/start.ts'
import { MONDAY, on, testCentre } from './test-planned.ts'

test('the doctor finds shifts in force that the law forbids, weeks nothing is forecast for, runs and offers that never end, calendars of leavers', async () => {
  const centre = await testCentre(2)
  const [ana, leaver] = [centre.people[0]!, centre.people[1]!]
  const { id } = await centre.plan()
  await centre.add(id, ana, on(MONDAY))
  await centre.publish(id)
  await centre.work((work) => makeFeed(work), centre.as(leaver))
  assert.deepEqual(await centre.work(astray), [])

  await centre.work((work) => work.sql.run`
    update scheduling.in_force set activities = '[]', ends_at = starts_at + interval '13 hours' where tenant_id = ${work.tenant} and person_id = ${ana}`) // behind everybody's back
  await centre.work((work) => forecastUntilSunday(work))
  await centre.work((work) => offerShift(work, { plan: id, ...on('2026-11-24'), places: 1, teams: [], skills: [], site: null, rule: 'by_hand', note: '' }), centre.as(centre.boss))
  await centre.work((work) => startRun(work, { id, people: [], keep: 'locked', seconds: 1, gap: 0 }), centre.as(centre.boss))
  await centre.work((work) => staff.removePerson(work, { person: leaver, successor: centre.boss }))
  centre.clock.advance({ hours: 48 })
  const beforeMonday = (await centre.work(astray)).join('\n')
  for (const what of [/1 runs of the optimiser/, /days that people were published break the law of working time, the first on 2026-11-23/, /1 calendar addresses of people who left/, /until 2026-11-23 and nothing is forecast after 2026-11-22/])
    assert.match(beforeMonday, what)
  await centre.hear()
  assert.doesNotMatch((await centre.work(astray)).join(), /people who left/)
  centre.clock.advance({ hours: 48 })
  assert.match((await centre.work(astray)).join(), /1 open shifts should have closed/)
}) // prettier-ignore

type Work = Parameters<Parameters<Awaited<ReturnType<typeof testCentre>>['work']>[0]>[0]
async function forecastUntilSunday(work: Work): Promise<void> {
  const [run, until] = [newId(work.now), Temporal.Instant.from('2026-11-22T20:00:00Z')]
  await work.sql.run`
    insert into forecasting.run (tenant_id, id, asked_at, from_at, to_at, weeks, zone, began_at, ended_at, ended_as)
    values (${work.tenant}, ${run}, ${work.now}, ${work.now}, ${until}, 8, 'Europe/Paris', ${work.now}, ${work.now}, 'done')`
  await work.sql.run`
    insert into forecasting.run_stream (tenant_id, run_id, queue, channel, told, spread) values (${work.tenant}, ${run}, '', 'phone', '{}', '{"day_cv":0}')`
  await work.sql.run`
    insert into forecasting.publication (tenant_id, id, run_id, published_at, from_at, to_at, note)
    values (${work.tenant}, ${newId(work.now)}, ${run}, ${work.now}, ${work.now}, ${until}, '')`
}
