// Things that happen at the same instant: whoever is first has it, the others are told, and afterwards nothing is stuck.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as staff from '#staff'
import { Refused } from '#base/refusal'
import { accept } from './accept.ts'
import { brokenRouting } from './broken-routing.ts'
import { decline } from './decline.ts'
import { endItem } from './end-item.ts'
import { finishItem } from './finish-item.ts'
import { setMySeat } from './set-seat.ts'
import { liveItems } from './store/item.ts'
import { liveOffers } from './store/offer.ts'
import { findWronged } from './store/test-wronged.ts'
import { CALLS, testRouted, type Routed } from './test-routed.ts'

const DECLINED_FOR = 60
const said = (what: Promise<unknown>): Promise<string> =>
  what.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Refused) return error.refusal.code
      throw error
    },
  )
const takes = (
  centre: Routed,
  { id, person_id }: { id: Parameters<typeof accept>[1]['id']; person_id: Routed['people'][number] },
) => said(centre.work((work) => accept(work, { id }), centre.as(person_id)))

async function nothingIsStuck(centre: Routed): Promise<void> {
  await centre.hear()
  assert.deepEqual(await centre.work((work) => brokenRouting(work)), [])
  assert.deepEqual(await centre.work((work) => findWronged(work, DECLINED_FOR)), [])
}

test('of twenty who take the same call at the same instant one has it, and the others are free for the next', async () => {
  const centre = await testRouted(20, [{ ...CALLS, who: { strategy: 'ring_all' } }])
  for (let round = 0; round < 2; round++) {
    await centre.call()
    const offers = await centre.work((work) => liveOffers(work, 100))
    assert.equal(offers.length, 20 - round)
    const answers = await Promise.all(offers.map((each) => takes(centre, each)))
    assert.deepEqual(answers.toSorted()[0], 'done')
    assert.equal(answers.filter((each) => each === 'done').length, 1, answers.join())
    assert.deepEqual(
      [...new Set(answers)].filter((each) => each !== 'done' && !/^routing\.(offer_over|item_taken)/.test(each)),
      [],
    )
    await nothingIsStuck(centre)
  }
})

test('whoever takes, declines, hangs up and pauses in the same instant, in any order, leaves nothing behind', async () => {
  const centre = await testRouted(6, [{ ...CALLS, offer: { rings_s: 20, away_after: null, declined_for_s: DECLINED_FOR } }])
  for (let round = 0; round < 6; round++) {
    await Promise.all(Array.from({ length: 8 }, () => centre.call()))
    const [offers, items] = await centre.work(async (work) => [await liveOffers(work, 100), await liveItems(work, 100)] as const)
    const meanwhile = offers.flatMap((each, nth) => [
      takes(centre, each),
      nth % 2 ? takes(centre, each) : said(centre.work((work) => decline(work, { id: each.id, because: '' }), centre.as(each.person_id))),
      ...(nth % 3 ? [] : [said(centre.work((work) => endItem(work, { id: each.item_id, as: 'left' })))]),
      ...(nth % 4 ? [] : [said(centre.work((work) => setMySeat(work, { state: round % 2 ? 'ready' : 'paused', because: '' }), centre.as(each.person_id)))]),
    ])
    const done = items.filter(({ state }) => state === 'in_hand').map((each) => said(centre.work((work) => finishItem(work, { id: each.id }), centre.as(each.person_id!))))
    await Promise.all([...meanwhile, ...done, ...(round % 2 ? [centre.pass(21)] : []), ...(round === 3 ? [centre.publish([{ ...CALLS, who: { strategy: 'fewest_handled' } }])] : [])])
    await nothingIsStuck(centre)
  }
}) // prettier-ignore

test('what the engine does not hold ends like everything else, and stops nobody', async () => {
  const centre = await testRouted(1)
  for (let n = 0; n < 3; n++) await centre.call()
  await centre.work((work) => work.sql.run`
    insert into routing.item select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid()))).*
    from routing.item i where i.tenant_id = ${work.tenant} and i.state = 'waiting' limit 1`)
  for (const { id, state } of await centre.work((work) => liveItems(work, 10)))
    if (state === 'waiting') assert.equal(await said(centre.work((work) => endItem(work, { id, as: 'left' }))), 'done')
  await nothingIsStuck(centre)
}) // prettier-ignore

test('whoever leaves the house with an offer and a call in hand leaves both to the others', async () => {
  const centre = await testRouted(3)
  await centre.call()
  const [first] = await centre.work((work) => liveOffers(work, 10))
  await takes(centre, first!)
  const gone = first!.person_id
  const successor = centre.people.find((each) => each !== gone)!
  await Promise.all([centre.call(), said(centre.work((work) => staff.removePerson(work, { person: gone, successor })))])
  await nothingIsStuck(centre)
  await centre.pass(200)
  await nothingIsStuck(centre)
  const held = (await centre.work((work) => liveItems(work, 10))).filter(({ person_id }) => person_id === gone)
  assert.deepEqual(held, [])
  assert.deepEqual((await centre.work((work) => liveOffers(work, 10))).filter(({ person_id }) => person_id === gone), []) // prettier-ignore
})
