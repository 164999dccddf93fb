import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planBreak } from './breaks.ts'
import { planBreaks } from './plan-breaks.ts'
import { plannedBreaks } from './planned-between.ts'
import { testRouted } from './test-routed.ts'

const day = { from: '2026-11-23T00:00:00Z', to: '2026-11-24T00:00:00Z' }
const span = { from: Temporal.Instant.from(day.from), to: Temporal.Instant.from(day.to) }
const lunch = { kind: 'lunch' as const, starts_at: '2026-11-23T11:00:00Z', ends_at: '2026-11-23T12:00:00Z' }
const pause = { kind: 'pause' as const, starts_at: '2026-11-23T15:00:00Z', ends_at: '2026-11-23T15:15:00Z' }

test('the breaks of a plan are replaced as a set: the same again changes nothing, and what somebody planned by hand stays', async () => {
  const centre = await testRouted(1)
  const [person] = centre.people
  const own = { kind: 'other' as const, starts_at: '2026-11-23T11:30:00Z', ends_at: '2026-11-23T11:45:00Z' }
  await centre.work((work) => planBreak(work, { person, ...own }))
  const plan = (breaks: readonly (typeof lunch | typeof pause)[]) =>
    centre.work((work) => planBreaks(work, [{ person: person!, ...day, breaks }]))
  assert.deepEqual(await plan([lunch, pause]), [person])
  assert.deepEqual(await plan([lunch, pause]), [])
  const kinds = async () => (await centre.work((work) => plannedBreaks(work, span))).map(({ kind }) => kind)
  assert.deepEqual(await kinds(), ['other', 'pause']) // lunch would lie over what they planned themselves
  assert.deepEqual(await plan([]), [person])
  assert.deepEqual(await kinds(), ['other'])
})
