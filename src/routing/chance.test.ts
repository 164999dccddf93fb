// A day by chance on the real tables: calls and mails come and go, people answer, decline, pause, die and come back, timers ring, servers forget, rules
// change. After each event everything that must hold is looked at.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Refused } from '#base/work'
import type { PersonId } from '#base/contract'
import { accept } from './accept.ts'
import { askNext } from './ask-next.ts'
import { brokenRouting } from './broken-routing.ts'
import { planBreak } from './breaks.ts'
import { decline } from './decline.ts'
import { endItem } from './end-item.ts'
import { finishItem } from './finish-item.ts'
import { moveItem } from './move-item.ts'
import { forget } from './router/memory.ts'
import { setMySeat } from './set-seat.ts'
import { takeItem } from './take-item.ts'
import { wrapUp } from './wrap-up.ts'
import { findWronged } from './store/test-wronged.ts'
import { liveItems } from './store/item.ts'
import { liveOffers } from './store/offer.ts'
import { CALLS, testRouted, type Routed } from './test-routed.ts'

const PEOPLE = 4
const DECLINED_FOR = 60
const QUEUES = [
  { ...CALLS, key: 'calls', takes: { channels: ['phone' as const] }, offer: { rings_s: 20, away_after: 3, declined_for_s: DECLINED_FOR }, wrap_up: { most_s: 15 } },
  { ...CALLS, key: 'mail', offer: { rings_s: 40, away_after: null, declined_for_s: DECLINED_FOR } },
] // prettier-ignore

const does = ['call', 'call', 'mail', 'accept', 'accept', 'accept', 'decline', 'finish', 'finish', 'hang_up', 'off', 'back', 'pause', 'ready', 'pass', 'pass', 'ask', 'take', 'move', 'wrap_up', 'break', 'forget', 'rules'] as const // prettier-ignore
const event = fc.record({ does: fc.constantFrom(...does), which: fc.nat(97), seconds: fc.integer({ min: 1, max: 200 }) })
type Event = { does: (typeof does)[number]; which: number; seconds: number }

const pick = <Item>(of: readonly Item[], which: number): Item | undefined => of[which % Math.max(1, of.length)]

async function happen(centre: Routed, { does: what, which, seconds }: Event): Promise<unknown> {
  const person = pick(centre.people, which) as PersonId // there are some
  const [offers, items] = await centre.work(async (work) => [await liveOffers(work, 100), await liveItems(work, 100)] as const)
  const [offer, item] = [pick(offers, which), pick(items.filter(({ state }) => state !== 'over'), which)] // prettier-ignore
  const held = pick(items.filter(({ state }) => state === 'in_hand'), which) // prettier-ignore
  const by = <Result>(body: Parameters<Routed['work']>[0], who = person): Promise<Result> => centre.work(body, centre.as(who)) as Promise<Result>
  switch (what) {
    case 'call':
      return await centre.call()
    case 'mail':
      return await centre.call({ channel: 'email' })
    case 'accept':
      return offer && (await by((work) => accept(work, { id: offer.id }), offer.person_id))
    case 'decline':
      return offer && (await by((work) => decline(work, { id: offer.id, because: '' }), offer.person_id))
    case 'finish':
      return held?.person_id && (await by((work) => finishItem(work, { id: held.id }), held.person_id))
    case 'hang_up':
      return item && (await centre.work((work) => endItem(work, { id: item.id, as: 'left' })))
    case 'off':
      return await centre.here(person, 'offline')
    case 'back':
      return await centre.here(person)
    case 'pause':
    case 'ready':
      return await by((work) => setMySeat(work, { state: what === 'pause' ? 'paused' : 'ready', because: '', until: what === 'pause' && which % 2 ? work.now.add({ seconds }).toString() : undefined }))
    case 'pass':
      return await centre.pass(seconds)
    case 'ask':
      return await by((work) => askNext(work))
    case 'take':
      return item && (await by((work) => takeItem(work, { id: item.id })))
    case 'move':
      return item && (await by((work) => moveItem(work, { id: item.id, queue: which % 2 ? 'calls' : 'mail' })))
    case 'wrap_up':
      return await by((work) => wrapUp(work, { done: which % 3 > 0 }))
    case 'break':
      await by((work) => planBreak(work, { kind: 'pause', starts_at: work.now.add({ seconds }).toString(), ends_at: work.now.add({ seconds: seconds + 120 }).toString() }))
      return await centre.hear()
    case 'forget':
      return forget(centre.tenant)
    case 'rules':
      return await centre.publish(which % 2 ? QUEUES : QUEUES.map((queue) => ({ ...queue, who: { strategy: 'fewest_handled' as const } })))
  }
} // prettier-ignore

test('whatever happens, the engine and the tables agree, nobody is beyond capacity, and nobody waits while somebody is free', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 40, maxLength: 40 }), async (events) => {
      const centre = await testRouted(PEOPLE, QUEUES)
      for (const each of events) {
        await happen(centre, each).catch((error: unknown) => assert.ok(error instanceof Refused, String(error instanceof Error ? error.stack : error)))
        assert.deepEqual(await centre.work((work) => brokenRouting(work)), [], JSON.stringify(each))
        assert.deepEqual(await centre.work((work) => findWronged(work, DECLINED_FOR)), [], JSON.stringify(each))
      }
    }),
    { numRuns: Number(process.env.GUICHET_CHANCE ?? 2), endOnFailure: true },
  )
}) // prettier-ignore
