// Random histories of a house: whatever happens in whatever order, one person answers for every case, and did at every instant of its past.
// GUICHET_HISTORY_STEPS walks longer ones (the nightly run), GUICHET_TEST_SEED walks one again.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testCluster } from '#base/test-database'
import { offenders, withoutConstraints } from './histories/offenders.ts'
import { doStep, whats, type Step, type What } from './histories/steps.ts'
import { historyOf, shorten, walk, type Failure } from './histories/walk.ts'
import { openWorld } from './histories/world.ts'

const STEPS = Number(process.env['GUICHET_HISTORY_STEPS'] ?? 1_600)
const seed = Number(process.env['GUICHET_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

test(`over a random history there is never none or two who answer, every past instant has one answer, and what keeps a case open does (seed ${seed}, ${STEPS} steps)`, async () => {
  const { addresses } = await testCluster()
  const did = new Set<What>()
  for (const own of [seed, seed + 1, seed + 2]) {
    const walking = { addresses, steps: historyOf(own, STEPS), seed: own }
    const { failure, done, refused } = await walk(walking)
    if (failure) assert.fail(told(own, await shorten(walking, failure)))
    if (process.env['GUICHET_HISTORY_TOLD']) console.log({ done, refused })
    for (const what of whats) if (done[what]) did.add(what)
    if (STEPS < 1_500 || did.size === whats.length) return
  }
  for (const what of whats) assert.ok(did.has(what), `three such histories have a step “${what}” that is not refused`)
})

function told(of: number, { steps, failure }: { steps: Step[]; failure: Failure }): string {
  const lines = steps.map((step) => JSON.stringify(step)).join('\n')
  return `GUICHET_TEST_SEED=${of} fails after ${steps.length} steps:\n${lines}\n${failure.error.stack}`
}

// One step of each kind that the offences need something of.
const setting = (['arrive', 'arrive', 'arrive', 'assign', 'block', 'merge', 'take', 'take'] satisfies What[]).map(
  (what, n): Step => ({ what, a: what === 'merge' ? 1 : 0, b: what === 'merge' ? 2 : n, c: 1, minutes: 30 }),
)

test('what would leave a past or a present instant without its one answer is refused by the database', async () => {
  const world = await openWorld((await testCluster()).addresses)
  for (const step of setting) {
    world.clock.advance({ minutes: step.minutes })
    await doStep(world, step)
  }
  for (const [what, { does, refusedBy }] of Object.entries(offenders)) await assert.rejects(does(world), refusedBy, what)
  await world.database.close()
})

test('where the database were not to refuse it, the walk would notice, and tell it in few steps', async () => {
  const { addresses } = await testCluster()
  const bare = await withoutConstraints(addresses)
  for (const [what, { does }] of Object.entries(offenders)) {
    const { failure } = await walk({ addresses: bare, steps: setting, seed: 1, offender: { after: setting.length - 1, does } })
    assert.ok(failure, `nobody noticed: ${what}`)
    assert.equal(failure.error.name, 'AssertionError', `${what}: ${failure.error.message}`)
  }
  const walking = {
    addresses: bare,
    steps: historyOf(7, 60),
    seed: 7,
    offender: { after: 59, does: offenders['nobody answers any more'].does },
  }
  const { failure } = await walk(walking)
  const short = await shorten(walking, failure!, 16)
  assert.ok(short.steps.length < 10, `still ${short.steps.length} steps`)
  await bare.remove()
})
