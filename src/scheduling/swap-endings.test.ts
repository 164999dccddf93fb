import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as staff from '#staff'
import { startJobs } from '#base/jobs'
import type { PersonId } from '#base/contract'
import type { ShiftId, Swap } from './contract.ts'
import { workers } from './listen.ts'
import { answerSwap, listSwaps, offerSwap, takeSwap } from './swaps/swaps.ts'
import { at, MONDAY, on, testCentre, type PlannedCentre } from './test-planned.ts'

const THURSDAY = '2026-11-26'
async function jobsDone(centre: PlannedCentre): Promise<void> {
  const jobs = startJobs(centre.open, workers)
  await jobs.settled()
  await jobs.stop()
}
const toldTo = async (centre: PlannedCentre, person: PersonId): Promise<string[]> =>
  (await centre.work((work) => staff.listNotices(work, { limit: 50, only: 'unseen' }), centre.as(person))).items.flatMap(({ kind, en }) => (kind === 'scheduling.swap' ? [en] : [])) // prettier-ignore
const stateOf = async (centre: PlannedCentre, { person, id }: { person: PersonId; id: Swap['id'] }): Promise<string | undefined> =>
  (await centre.work((work) => listSwaps(work, { which: 'mine', limit: 20 }), centre.as(person, 'agent'))).items.find((each) => each.id === id)?.state // prettier-ignore
const offer = (
  centre: PlannedCentre,
  by: PersonId,
  { shift, to = null }: { shift: ShiftId; to?: PersonId | null },
): Promise<Swap> => centre.work((work) => offerSwap(work, { shift, to, for_shift: null, note: '' }), centre.as(by, 'agent'))

test('what nobody takes in time ends by itself, and what nobody answers when it begins; each is told who was waiting', async () => {
  const centre = await testCentre(3)
  const [one = centre.boss, two = centre.boss, three = centre.boss] = centre.people
  const plan = await centre.plan()
  const [alone, waiting] = [await centre.add(plan.id, one, on(MONDAY)), await centre.add(plan.id, two, on(MONDAY, '10:00', '18:00'))]
  await centre.publish(plan.id)
  const nobodys = await offer(centre, one, { shift: alone.id })
  const taken = await offer(centre, two, { shift: waiting.id, to: three })
  await centre.work((work) => takeSwap(work, { id: taken.id }), centre.as(three, 'agent'))
  centre.clock.set(at('2026-11-22T11:00')) // less than a day before both
  await jobsDone(centre)
  assert.deepEqual([await stateOf(centre, { person: one, id: nobodys.id }), await stateOf(centre, { person: two, id: taken.id })], ['expired', 'taken'])
  assert.deepEqual((await toldTo(centre, one)), ['Nobody took your shift of Monday 23 November, 09:00–17:00 in time: it is still yours.'])
  assert.equal((await toldTo(centre, centre.boss)).length, 1)
  centre.clock.set(at(`${MONDAY}T10:00`))
  await jobsDone(centre)
  assert.equal(await stateOf(centre, { person: two, id: taken.id }), 'expired')
  assert.ok((await toldTo(centre, three)).some((said) => said.includes('was not answered in time')))
  assert.deepEqual(await toldTo(centre, centre.boss), []) // nobody asks for that answer any more
}) // prettier-ignore

test('a swap whose shift is planned otherwise meanwhile ends when that is published, and both are told; where only its break moved it goes on', async () => {
  const centre = await testCentre(2)
  const [one = centre.boss, other = centre.boss] = centre.people
  const plan = await centre.plan()
  const [kept, moved] = [await centre.add(plan.id, one, on('2026-11-25')), await centre.add(plan.id, one, on(THURSDAY))]
  await centre.publish(plan.id)
  const swaps = [await offer(centre, one, { shift: kept.id, to: other }), await offer(centre, one, { shift: moved.id, to: other })]
  for (const { id } of swaps) await centre.work((work) => takeSwap(work, { id }), centre.as(other, 'agent'))
  const drawn = await centre.shifts(plan.id)
  const [keeps, moves] = [drawn.find(({ id }) => id === kept.id)!, drawn.find(({ id }) => id === moved.id)!]
  await centre.move(plan.id, { do: 'add_activity', shift: keeps.id, version: keeps.version, kind: 'training', name: '', starts_at: at('2026-11-25T09:00'), ends_at: at('2026-11-25T09:30') })
  await centre.move(plan.id, { do: 'retime', shift: moves.id, version: moves.version, ...on(THURSDAY, '10:00', '18:00') })
  await centre.publish(plan.id)
  await jobsDone(centre)
  const states = async () => [await stateOf(centre, { person: one, id: swaps[0]!.id }), await stateOf(centre, { person: one, id: swaps[1]!.id })]
  assert.deepEqual(await states(), ['taken', 'overtaken'])
  for (const person of [one, other]) assert.equal((await toldTo(centre, person)).filter((said) => said.includes('can no longer be')).length, 1)
  await centre.work((work) => answerSwap(work, { id: swaps[0]!.id, grant: true, because: '' }), centre.as(centre.boss))
  assert.deepEqual(await states(), ['granted', 'overtaken'])
}) // prettier-ignore

test('somebody leaves: what they took is offered again, what only they could take is over, and nobody waits for them', async () => {
  const centre = await testCentre(3)
  const [one = centre.boss, leaver = centre.boss, third = centre.boss] = centre.people
  const plan = await centre.plan()
  const [first, second, third_] = [await centre.add(plan.id, one, on('2026-11-25')), await centre.add(plan.id, one, on(THURSDAY)), await centre.add(plan.id, leaver, on('2026-11-27'))]
  await centre.publish(plan.id)
  const toAll = await offer(centre, one, { shift: first.id })
  await centre.work((work) => takeSwap(work, { id: toAll.id }), centre.as(leaver, 'agent'))
  const toThem = await offer(centre, one, { shift: second.id, to: leaver })
  const theirs = await offer(centre, leaver, { shift: third_.id, to: third })
  await centre.work((work) => staff.removePerson(work, { person: leaver, successor: centre.boss }))
  await centre.hear()
  await jobsDone(centre)
  const stateFor = (person: PersonId, { id }: Swap) => stateOf(centre, { person, id })
  assert.deepEqual([await stateFor(one, toAll), await stateFor(one, toThem), await stateFor(third, theirs)], ['offered', 'overtaken', undefined])
  assert.ok((await toldTo(centre, one)).some((said) => said.includes('will not take your shift of Wednesday 25 November')))
  assert.deepEqual(await toldTo(centre, third), []) // no longer asked for what is nobody's
}) // prettier-ignore
