import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { test } from 'node:test'
import * as routing from '#routing'
import { Refused } from '#base/refusal'
import { roles } from '#access/contract'
import type { Actor } from '#base/contract'
import { startJobs } from '#base/jobs'
import { integer } from '#base/sql'
import { newRunShape, type NewRun, type Run, type RunResult, type ScenarioInput } from './contract.ts'
import type { Filed } from '#cases/contract'
import { cancelRun, forgetRun } from './runs/end.ts'
import { putLive } from './runs/put-live.ts'
import { result } from './runs/result.ts'
import { showRun } from './runs/show.ts'
import { startRun } from './runs/start.ts'
import { openStage } from './stage.ts'
import { testCentre, type TestCentre } from './test-centre.ts'

type Centre = TestCentre & {
  chef: Actor
  begin(asked: Asked): Promise<Run>
  rehearsed(asked: Asked): Promise<RunResult>
  settle(): Promise<void>
}
type Asked = Pick<NewRun, 'traffic'> & Partial<NewRun>

async function rehearsing(): Promise<Centre> {
  const centre = await testCentre()
  const chef: Actor = {
    kind: 'person',
    id: centre.boss,
    permissions: roles.director.permissions,
    scope: { teams: null, brands: null },
  }
  const begin: Centre['begin'] = (asked) =>
    centre.work((work) => startRun(work, newRunShape.parse({ replications: 4, ...asked })), chef)
  const settle = async (): Promise<void> => {
    const stage = openStage()
    const jobs = startJobs(centre.open, stage.workers)
    await jobs.settled()
    await stage.stop()
    await jobs.stop()
  }
  const rehearsed: Centre['rehearsed'] = async (asked) => {
    const { id } = await begin(asked)
    await settle()
    return await centre.work((work) => result(work, { id }), chef)
  }
  return { ...centre, chef, begin, rehearsed, settle }
}

// Half an hour of chats, one a minute, taken after twenty seconds by one of two, each of nearly three minutes; every tenth is left within one.
async function chatsOfTheMorning(centre: Centre): Promise<Asked['traffic']> {
  const from = String(centre.clock.now())
  await centre.be(centre.anna, 'available')
  await centre.be(centre.bruno, 'available')
  const under: Filed[] = []
  for (let minute = 0; minute < 30; minute++) {
    const chat = await centre.chat(`client${minute}`)
    centre.clock.advance({ seconds: 20 })
    const isLost = minute % 10 === 9
    if (!isLost) await centre.serve(chat, minute % 2 === 0 ? centre.anna : centre.bruno)
    centre.clock.advance({ seconds: 40 })
    under.push(chat)
    if (isLost) await centre.leave(under.pop()!)
    if (under.length > 2) await centre.leave(under.shift()!)
  }
  for (const chat of under) await centre.leave(chat)
  return { kind: 'period', from, to: String(centre.clock.now()), entry_points: [], channels: [] }
}

const lineOf = (people: number): ScenarioInput => ({
  days: 0.25,
  traffic: [
    {
      name: 'appels',
      arrivals: { per_hour: 60 },
      handling: { law: 'exponential', mean_s: 120 },
      patience: { law: 'exponential', mean_s: 300 },
    },
  ],
  staff: [{ name: 'plateau', count: people }],
})

test('a period is rehearsed in a thread: held against what really happened, and nothing of what was read stays', async () => {
  const centre = await rehearsing()
  const { run, check, findings, report } = await centre.rehearsed({
    traffic: await chatsOfTheMorning(centre),
    tomorrow: { kind: 'none' },
  })
  assert.equal(run.state, 'done')
  assert.equal(run.contacts, 30)
  assert.deepEqual(findings?.period.by, [{ channel: 'chat', contacts: 30, answered: 27, abandoned: 3 }])
  assert.equal(check?.figures.find(({ what }) => what === 'abandoned_share')?.really, 0.1)
  assert.ok((report.today.whole.answered?.mean ?? 0) > 25, 'those who were there answer')
  assert.ok(report.difference, 'today and tomorrow are compared')
  const { left } = await centre.work(
    (work) => work.sql.one({ left: integer })`select count(*) as left from rehearsal.slice where tenant_id = ${work.tenant}`,
  )
  assert.equal(left, 0)
})

test('the same seed gives the same report, also when the first server went away in the middle', async () => {
  const centre = await rehearsing()
  const traffic = await chatsOfTheMorning(centre)
  const first = await centre.rehearsed({ traffic })
  const { id } = await centre.begin({ traffic })
  const stage = openStage()
  const jobs = startJobs(centre.open, stage.workers)
  const settled = jobs.settled()
  await stage.stop()
  await settled
  await jobs.stop()
  centre.clock.advance({ minutes: 2 })
  await centre.settle()
  const again = await centre.work((work) => result(work, { id }), centre.chef)
  assert.deepEqual(again.report, first.report)
  assert.deepEqual(again.check, first.check)
})

test('a rehearsal that was stopped has no result, and its job is over', async () => {
  const centre = await rehearsing()
  const { id } = await centre.begin({ traffic: { kind: 'scenario', name: 'Ligne', scenario: lineOf(3) } })
  await centre.work((work) => cancelRun(work, { id }), centre.chef)
  await centre.settle()
  const run = await centre.work((work) => showRun(work, { id }), centre.chef)
  assert.equal(run.state, 'cancelled')
  await assert.rejects(
    centre.work((work) => result(work, { id }), centre.chef),
    /rehearsal\.not_ready/,
  )
})

test('a scenario that somebody wrote is rehearsed as it is, and forgotten with everything of it', async () => {
  const centre = await rehearsing()
  const { run, check, report } = await centre.rehearsed({
    traffic: {
      kind: 'scenario',
      name: 'Une de plus',
      scenario: { ...lineOf(2), compare: { name: 'demain', staff: [{ name: 'plateau', count: 3 }] } },
    },
  })
  assert.equal(check, null)
  assert.ok((report.difference?.whole.abandoned?.mean ?? 0) < 0, 'a third person means that fewer give up')
  await centre.work((work) => forgetRun(work, { id: run.id }), centre.chef)
  await assert.rejects(
    centre.work((work) => showRun(work, { id: run.id }), centre.chef),
    /not_found/,
  )
})

test('a long scenario comes packed, is rehearsed all the same, and beside how its file says it went', async () => {
  const centre = await rehearsing()
  const packed = (text: string): string => gzipSync(text).toString('base64')
  const plain = await centre.rehearsed({ traffic: { kind: 'scenario', name: 'Ligne', scenario: lineOf(2) } })
  const asItWas = plain.report.today.queues.map(({ name, figures }) => ({
    queue: name, offered: 100, answered: 90, service_level: figures.service_level?.mean ?? null, abandoned: figures.abandoned?.mean ?? null, wait_mean: 5_000, wait_p80: null,
  })) // prettier-ignore
  const long = {
    kind: 'scenario',
    name: 'Ligne',
    scenario: {},
    packed: packed(JSON.stringify(lineOf(2))),
    really: asItWas,
  } as const
  const { report, check } = await centre.rehearsed({ traffic: { ...long, really: asItWas } })
  assert.deepEqual(report, plain.report)
  assert.deepEqual(
    check?.figures.map(({ what, trust }) => [what, trust]),
    [['service_level', 'good'], ['abandoned_share', 'good'], ['wait_mean_s', 'poor'], ['wait_p80_s', 'unknown']],
  ) // prettier-ignore
  const { id } = await centre.begin({ traffic: { ...long, packed: packed('{"stuff": 3}') } })
  await centre.settle()
  const run = await centre.work((work) => showRun(work, { id }), centre.chef)
  assert.match(run.failed?.en ?? '', /traffic: is missing/)
})

test('what cannot be rehearsed says what to mend', async () => {
  const centre = await rehearsing()
  const future = {
    kind: 'period',
    from: '2027-01-01T00:00:00Z',
    to: '2027-01-02T00:00:00Z',
    entry_points: [],
    channels: [],
  } satisfies Asked['traffic']
  await assert.rejects(centre.begin({ traffic: future }), /rehearsal\.period_upside_down/)
  await assert.rejects(
    centre.begin({ traffic: { kind: 'scenario', name: '', scenario: { ...lineOf(1), stuff: 3 } } }),
    (error: { details: { fields: { message: string }[] } }) => /stuff/.test(error.details.fields[0]?.message ?? ''),
  )
  const empty = {
    kind: 'period',
    from: '2026-11-01T00:00:00Z',
    to: '2026-11-02T00:00:00Z',
    entry_points: [],
    channels: [],
  } satisfies Asked['traffic']
  const { id } = await centre.begin({ traffic: empty })
  await centre.settle()
  const run = await centre.work((work) => showRun(work, { id }), centre.chef)
  assert.equal(run.failed?.code, 'rehearsal.nothing_happened')
  await assert.rejects(
    centre.work(
      (work) => startRun(work, newRunShape.parse({ traffic: empty })),
      centre.as(centre.anna) && {
        kind: 'person',
        id: centre.anna,
        permissions: roles.agent.permissions,
        scope: { teams: null, brands: null },
      },
    ),
    /not_allowed/,
  )
})

test('the most hurt are shown with their case only to whoever may read it', async () => {
  const centre = await rehearsing()
  const traffic = await chatsOfTheMorning(centre)
  const changes = { traffic_factor: 1, people_added: [], people_moved: [], people_away: [centre.bruno] }
  const { run, hurt } = await centre.rehearsed({ traffic, tomorrow: { kind: 'none' }, changes })
  assert.ok(hurt.length > 0, 'half the people are gone: somebody is hurt')
  assert.ok(hurt.every((each) => each.case?.number))
  const blind: Actor = { kind: 'person', id: centre.boss, permissions: new Set(['rehearsal.run']), scope: { teams: null, brands: null } }
  const seen = await centre.work((work) => result(work, { id: run.id }), blind)
  assert.ok(seen.hurt.every((each) => each.case === null))
  const ofOneBrand: Actor = { ...blind, permissions: roles.director.permissions, scope: { teams: null, brands: [] } }
  await assert.rejects(centre.work((work) => result(work, { id: run.id }), ofOneBrand), (error: unknown) => error instanceof Refused && error.refusal.code === 'not_allowed')
}) // prettier-ignore

test('tomorrow’s rules are rehearsed on the chats of a centre that never routed, and put live as they were rehearsed', async () => {
  const centre = await rehearsing()
  const document = { queues: [{ key: 'chats', name: 'Les chats', takes: { channels: ['chat'] } }] }
  const { run, report } = await centre.rehearsed({
    traffic: await chatsOfTheMorning(centre),
    tomorrow: { kind: 'document', document },
  })
  assert.deepEqual(run.asked.today, { kind: 'none' })
  assert.ok((report.tomorrow?.queues.find(({ name }) => name === 'Les chats')?.figures.answered?.mean ?? 0) > 25)
  const { how } = await centre.work((work) => putLive(work, { id: run.id, share: 1, name: 'Chats' }), centre.chef)
  assert.equal(how, 'published')
  const current = await centre.work((work) => routing.currentRulebook(work))
  assert.equal(current?.document.queues[0]?.name, 'Les chats')
  const agent: Actor = {
    kind: 'person',
    id: centre.anna,
    permissions: roles.agent.permissions,
    scope: { teams: null, brands: null },
  }
  await assert.rejects(
    centre.work((work) => putLive(work, { id: run.id, share: 1, name: '' }), agent),
    /not_allowed/,
  )
})
