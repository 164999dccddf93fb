// Nobody is stuck, whoever vanishes: somebody who is offered, has in hand, writes up or pauses goes away without a word, servers forget, and
// everything finds somebody else; and whoever comes back is offered work again.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import { accept } from './accept.ts'
import { brokenRouting } from './broken-routing.ts'
import { finishItem } from './finish-item.ts'
import { forget } from './router/memory.ts'
import { setMySeat } from './set-seat.ts'
import { liveItems } from './store/item.ts'
import { findSeats, putSeats } from './store/seat.ts'
import { CALLS, testRouted, type Routed } from './test-routed.ts'

const PEOPLE = 4 // and one who stays
const HOURS = 5 // longer than what was begun waits for whoever began it
const QUEUES = [
  { ...CALLS, key: 'calls', takes: { channels: ['phone' as const] }, offer: { rings_s: 20, away_after: 2, declined_for_s: 60 }, wrap_up: { most_s: 30 } },
  { ...CALLS, key: 'mail', offer: { rings_s: 60, away_after: 2, declined_for_s: 60 }, who: { persons: { owner: { wait_s: 3_600 } } } },
] // prettier-ignore

const states = ['offered', 'in_hand', 'wrapping', 'paused'] as const
const ways = ['says_nothing', 'offline', 'away'] as const
const fate = fc.record({
  state: fc.constantFrom(...states),
  way: fc.constantFrom(...ways),
  channel: fc.constantFrom('phone' as const, 'email' as const),
})
type Fate = { state: (typeof states)[number]; way: (typeof ways)[number]; channel: 'phone' | 'email' }

const as = <Result>(centre: Routed, person: PersonId, body: Parameters<typeof centre.work<Result>>[0]) =>
  centre.work(body, centre.as(person))

async function bringTo(centre: Routed, person: PersonId, { state, channel }: Fate): Promise<void> {
  await centre.here(person)
  await centre.call({ channel })
  const [offer] = await centre.offersOf(person)
  if (state === 'paused') await as(centre, person, (work) => setMySeat(work, { state: 'paused', because: '' }))
  if (!offer || state === 'offered' || state === 'paused') return
  await as(centre, person, (work) => accept(work, { id: offer.id }))
  if (state === 'wrapping') await as(centre, person, (work) => finishItem(work, { id: offer.item.id }))
}

async function vanish(centre: Routed, person: PersonId, { way }: Fate): Promise<void> {
  if (way === 'says_nothing') return // the desk's line breaks: presence says so by itself, in the end
  if (way === 'offline') return await centre.here(person, 'offline')
  await centre.work((work) =>
    staff.goAway(work, { person_id: person, until: work.now.add({ hours: HOURS }).toString(), reason: 'other', deputy_id: null }),
  )
  await centre.hear()
}

const live = async (centre: Routed) => (await centre.work((work) => liveItems(work, 100))).filter(({ state }) => state !== 'over')

test('whoever vanishes in whatever state: all of it comes back, is done by whoever is left, and who comes back is asked again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fate, { minLength: PEOPLE, maxLength: PEOPLE }), async (fates) => {
      const centre = await testRouted(PEOPLE + 1, QUEUES)
      const [stays, ...others] = centre.people
      for (const person of centre.people) await centre.here(person, 'offline')
      for (const [at, person] of others.entries()) await bringTo(centre, person, fates[at]!)
      for (const [at, person] of others.entries()) await vanish(centre, person, fates[at]!)
      forget(centre.tenant)
      for (const seconds of [61, 70]) await centre.pass(seconds)
      for (const person of others) await centre.here(person, 'offline') // presence is given up in the end
      for (const seconds of [130, 900, HOURS * 3_600]) await centre.pass(seconds)
      assert.deepEqual((await live(centre)).filter(({ state }) => state !== 'waiting'), [], 'nothing is kept by whoever is gone')
      await centre.here(stays!)
      for (let turn = 0; turn <= PEOPLE; turn++)
        for (const offer of await centre.offersOf(stays!)) {
          await as(centre, stays!, (work) => accept(work, { id: offer.id }))
          await as(centre, stays!, (work) => finishItem(work, { id: offer.item.id }))
          await centre.pass(31)
        }
      assert.deepEqual(await live(centre), [], 'all of it was done')
      await centre.here(stays!, 'offline')
      for (const person of others) {
        await centre.here(person)
        await as(centre, person, (work) => setMySeat(work, { state: 'ready', because: '' }))
      }
      for (let n = 0; n < PEOPLE; n++) await centre.call()
      for (const person of others) assert.equal((await centre.offersOf(person)).length, 1, 'whoever came back is asked')
      assert.deepEqual(await centre.work((work) => brokenRouting(work)), [])
    }),
    { numRuns: Number(process.env.GUICHET_CHANCE ?? 2), endOnFailure: true, examples: [[states.map((state, at) => ({ state, way: ways[at % 3]!, channel: at % 2 ? 'email' as const : 'phone' as const }))]] },
  )
}) // prettier-ignore

test('whose seat went astray while it rings for the last time is off, not paused, and keeps nobody else waiting; back, they find that they are paused', async () => {
  const centre = await testRouted(1, [{ ...CALLS, offer: { rings_s: 20, away_after: 1, declined_for_s: 60 } }])
  const [person] = centre.people as [PersonId]
  const seat = async () => (await centre.work((work) => findSeats(work, [person])))[0]!
  await centre.here(person)
  await centre.call({})
  assert.equal((await centre.offersOf(person)).length, 1)
  const row = await seat()
  await centre.work((work) => putSeats(work, [{ ...row, state: 'off', here: false }])) // and the engine was not told
  await centre.pass(25)
  assert.deepEqual([(await seat()).state, (await seat()).here, (await seat()).pause_because], ['off', false, 'unanswered'])
  assert.deepEqual(await centre.offersOf(person), [])
  await centre.here(person, 'offline')
  await centre.here(person)
  assert.equal((await seat()).state, 'paused')
})
