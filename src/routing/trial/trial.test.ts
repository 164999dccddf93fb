import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as staff from '#staff'
import { Refused } from '#base/work'
import { rulesInForce } from '../contract/events.ts'
import { trialPublished, trialRolledBack, trialWidened } from '../contract/trial.ts'
import { currentRulebook } from '../rulebook/current.ts'
import { insertInForce } from '../rulebook/store.ts'
import { publish, stop } from './end.ts'
import { testTrial, type TestTrial } from './test-trial.ts'
import { putShare } from './widen.ts'

const refusedAs = (code: string) => (error: unknown) => error instanceof Refused && error.refusal.code === code
const breaks = (constraint: string) => (error: unknown) => (error as { constraint?: string }).constraint === constraint
const inForce = (house: TestTrial) => house.work(async (work) => (await currentRulebook(work))?.id)

test('when the service level falls, everybody is served by the usual rules again, and whoever manages is told with the figures', async () => {
  const house = await testTrial()
  const { id } = await house.begin()
  await house.contacts('usual', { in_time: 40, late: 10 })
  await house.contacts('tried', { in_time: 9 })
  await house.minutes(2)
  assert.equal((await house.live())?.verdict, 'too_few', 'nine are too few to be judged')
  await house.contacts('tried', { gone: 6 })
  await house.minutes(1)
  assert.equal(await house.live(), null)
  const { trial, arms } = await house.figures(id)
  assert.deepEqual([trial.ending, trial.verdict, trial.candidate?.kept, trial.candidate?.of], ['rolled_back', 'falls', 9, 15])
  assert.deepEqual(arms.map(({ arm, arrived, gone }) => [arm, arrived, gone]), [['current', 50, 0], ['candidate', 15, 6]]) // prettier-ignore
  assert.deepEqual(await house.heard(trialRolledBack), [
    { trial: id, rulebook: house.tried, because: 'least', candidate: 0.6, current: 0.8 },
  ])
  assert.deepEqual((await house.heard(rulesInForce)).at(-1), { version: 1, trial: null })
  const { items } = await house.work((work) => staff.listNotices(work, { limit: 10 }), house.boss)
  assert.match(items[0]?.fr ?? '', /n° 2 .*60\s%.* \(sur 15\).*70\s%.*n° 1/)
  await house.minutes(3)
  assert.equal((await house.heard(trialRolledBack)).length, 1, 'once')
  assert.equal(await inForce(house), house.usual)
})

test('what still waits past its time counts as missed: rules that starve people are taken back', async () => {
  const house = await testTrial()
  await house.begin({ guard: { least: null, below_others: 0.1 } })
  await house.contacts('usual', { in_time: 12 })
  await house.contacts('tried', { waiting: 12 })
  await house.minutes(1)
  const [told] = await house.heard(trialRolledBack)
  assert.deepEqual([told?.because, told?.candidate, told?.current], ['below_others', 0, 1])
})

test('a trial that holds widens by its plan, and at its end becomes the rules for everybody', async () => {
  const house = await testTrial()
  const plan = { steps: [{ share: 0.5, after_minutes: 5 }], at_end: 'publish', publish_after_minutes: 10 }
  const { id } = await house.begin({ plan })
  await house.contacts('usual', { in_time: 20 })
  await house.contacts('tried', { in_time: 20 })
  await house.minutes(5)
  assert.equal((await house.live())?.share, 0.2)
  await house.minutes(1)
  assert.deepEqual(await house.heard(trialWidened), [{ trial: id, rulebook: house.tried, share: 0.5, how: 'by_plan' }])
  await house.minutes(10)
  assert.equal((await house.live())?.share, 0.5, 'it must hold anew at the larger share')
  await house.minutes(1)
  assert.deepEqual([(await house.heard(trialPublished)).length, await inForce(house)], [1, house.tried])
  const { shares, trial } = await house.figures(id)
  assert.deepEqual([trial.ending, shares.map(({ share, how }) => [share, how])], ['published', [[0.2, 'began'], [0.5, 'by_plan']]]) // prettier-ignore
})

test('by hand it is widened, narrowed, stopped or published; whoever reads an old state is told', async () => {
  const house = await testTrial()
  const { id, version } = await house.begin({ share: 0.1 })
  const wide = await house.work((work) => putShare(work, { id, version, share: 0.3 }), house.boss)
  await assert.rejects(
    house.work((work) => putShare(work, { id, version, share: 0.4 }), house.boss),
    refusedAs('stale'),
  )
  await house.work((work) => stop(work, { ...wide, because: 'Trop d’appels ce matin' }), house.boss)
  assert.deepEqual([await house.live(), (await house.figures(id)).trial.ending_because], [null, 'Trop d’appels ce matin'])
  await assert.rejects(
    house.work((work) => publish(work, { id, version: wide.version + 1 }), house.boss),
    refusedAs('routing.trial_over'),
  )
  const again = await house.begin()
  await house.work((work) => publish(work, again), house.boss)
  assert.equal(await inForce(house), house.tried)
})

test('one trial at a time, of other rules than today’s, by who may, with a plan that widens', async () => {
  const house = await testTrial()
  const narrowing = { steps: [{ share: 0.1, after_minutes: 5 }] }
  await assert.rejects(house.begin({ plan: narrowing }), refusedAs('routing.trial_plan_narrows'))
  const both = await Promise.allSettled([house.begin(), house.begin()])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  await assert.rejects(house.begin(), refusedAs('routing.trial_under_way'))
})

test('the database itself refuses a trial in a wrong state', async () => {
  const house = await testTrial()
  const { id } = await house.begin()
  const write = (body: Parameters<TestTrial['work']>[0]) => house.work(body)
  await assert.rejects(write((work) => insertInForce(work, 2, house.tried)), breaks('rules_in_trial'), 'the rules beside it stay') // prettier-ignore
  await assert.rejects(
    write((work) => work.sql.run`update routing.trial set fewest = 20 where tenant_id = ${work.tenant} and id = ${id}`),
    breaks('trial_as_agreed'),
  )
  await assert.rejects(
    write((work) => work.sql.run`update routing.trial set share_per_mille = 900 where tenant_id = ${work.tenant} and id = ${id}`),
    breaks('trial_share_told'),
  )
  await assert.rejects(
    write((work) => work.sql.run`update routing.trial set verdict = 'falls' where tenant_id = ${work.tenant} and id = ${id}`),
    breaks('a_fall_ends_it'),
  )
  await assert.rejects(
    write(
      (work) => work.sql.run`update routing.trial set ended_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id}`,
    ),
    breaks('an_end_is_whole'),
  )
  await house.work((work) => stop(work, { id, version: 1, because: '' }), house.boss)
  await assert.rejects(
    write((work) => work.sql.run`update routing.trial set ending = 'published' where tenant_id = ${work.tenant} and id = ${id}`),
    breaks('trial_over'),
  )
})
