// A day by chance on the real tables: calls and mails come and go, people answer, decline, pause, die and come back, timers ring, servers forget, rules
// change. After each event everything that must hold is looked at.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Refused, type Work } from '#base/work'
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
import { liveItems, type ItemRow } from './store/item.ts'
import { liveOffers, type OfferRow } from './store/offer.ts'
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

type Around = {
  centre: Routed
  person: PersonId
  offer: OfferRow | undefined
  item: ItemRow | undefined
  held: ItemRow | undefined
  which: number
  seconds: number
}
const by = ({ centre, person }: Around, body: (work: Work) => Promise<unknown>, who: PersonId = person): Promise<unknown> =>
  centre.work(body, centre.as(who))

const doing: Record<(typeof does)[number], (around: Around) => unknown> = {
  call: ({ centre }) => centre.call(),
  mail: ({ centre }) => centre.call({ channel: 'email' }),
  accept: (around) => around.offer && by(around, (work) => accept(work, { id: around.offer!.id }), around.offer.person_id),
  decline: (around) => around.offer && by(around, (work) => decline(work, { id: around.offer!.id, because: '' }), around.offer.person_id),
  finish: (around) => around.held && by(around, (work) => finishItem(work, { id: around.held!.id }), around.held.person_id!),
  hang_up: ({ centre, item }) => item && centre.work((work) => endItem(work, { id: item.id, as: 'left' })),
  off: ({ centre, person }) => centre.here(person, 'offline'),
  back: ({ centre, person }) => centre.here(person),
  pause: (around) => by(around, (work) => setMySeat(work, { state: 'paused', because: '', until: around.which % 2 ? work.now.add({ seconds: around.seconds }).toString() : undefined })),
  ready: (around) => by(around, (work) => setMySeat(work, { state: 'ready', because: '' })),
  pass: ({ centre, seconds }) => centre.pass(seconds),
  ask: (around) => by(around, (work) => askNext(work)),
  take: (around) => around.item && by(around, (work) => takeItem(work, { id: around.item!.id })),
  move: (around) => around.item && by(around, (work) => moveItem(work, { id: around.item!.id, queue: around.which % 2 ? 'calls' : 'mail' })),
  wrap_up: (around) => by(around, (work) => wrapUp(work, { done: around.which % 3 > 0 })),
  break: async (around) => {
    const { centre, seconds } = around
    await by(around, (work) => planBreak(work, { kind: 'pause', starts_at: work.now.add({ seconds }).toString(), ends_at: work.now.add({ seconds: seconds + 120 }).toString() }))
    await centre.hear()
  },
  forget: ({ centre }) => forget(centre.tenant),
  rules: ({ centre, which }) => centre.publish(which % 2 ? QUEUES : QUEUES.map((queue) => ({ ...queue, who: { strategy: 'fewest_handled' as const } }))),
} // prettier-ignore

async function happen(centre: Routed, { does: what, which, seconds }: Event): Promise<void> {
  const [offers, items] = await centre.work(async (work) => [await liveOffers(work, 100), await liveItems(work, 100)] as const)
  const live = items.filter(({ state }) => state !== 'over')
  const held = pick(live.filter(({ state }) => state === 'in_hand'), which) // prettier-ignore
  await doing[what]({
    centre,
    person: pick(centre.people, which)!,
    offer: pick(offers, which),
    item: pick(live, which),
    held,
    which,
    seconds,
  })
}

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
