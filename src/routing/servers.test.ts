// Two servers of one database, and one that is killed: one decision, never two, and nothing that was committed is lost.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brokenRouting } from './broken-routing.ts'
import { itemOffered, itemTaken } from './contract.ts'
import { otherServer } from './test-other-server.ts'
import { accept } from './accept.ts'
import { finishItem } from './finish-item.ts'
import { CALLS, testRouted } from './test-routed.ts'
import { itemsOfCase } from './store/item.ts'
import { Refused } from '#base/work'

const [second, diesBefore, diesAfter] = [otherServer(), otherServer('journal.after_cursor'), otherServer('journal.after_commit')]
const diesAccepting = otherServer('routing.decided')
for (const each of [second, diesBefore, diesAfter, diesAccepting]) each.catch(() => {}) // awaited by the tests

const code = (error: unknown): string => (error instanceof Refused ? error.refusal.code : String(error))

test('a call that rings at two people on two servers is taken by one of them, whoever is faster', async () => {
  const centre = await testRouted(2, [{ ...CALLS, who: { strategy: 'ring_all' } }])
  const other = await second
  const [anna, bruno] = centre.people
  for (let round = 0; round < 8; round++) {
    const call = await centre.call()
    const [[mine], [theirs]] = [await centre.offersOf(anna!), await centre.offersOf(bruno!)]
    const said = await Promise.all([
      centre.work((work) => accept(work, { id: mine!.id }), centre.as(anna!)).then(() => 'done', code),
      other.accept(centre, theirs!.id, bruno!),
    ])
    assert.deepEqual(said.toSorted(), ['done', said[0] === 'done' ? said[1] : said[0]].toSorted())
    assert.ok(said.includes('done') && said.some((each) => each !== 'done'), said.join())
    const taker = said[0] === 'done' ? anna! : bruno!
    assert.deepEqual(await centre.work((work) => brokenRouting(work)), [])
    await centre.work((work) => finishItem(work, { id: call.id }), centre.as(taker))
  }
  assert.equal((await centre.heard(itemTaken)).length, 8)
})

test('what two servers hear at once arrives once and is offered once', async () => {
  const centre = await testRouted(3)
  const other = await second
  for (let round = 0; round < 4; round++) {
    const all = await Promise.all(Array.from({ length: 6 }, () => centre.openCase()))
    await Promise.all([centre.hear(), other.hear(centre)])
    for (const each of all) assert.equal((await centre.work((work) => itemsOfCase(work, each, 5))).length, 1)
    assert.deepEqual(await centre.work((work) => brokenRouting(work)), [])
  }
})

for (const [dying, when] of [
  [diesBefore, 'before its decision is committed'],
  [diesAfter, 'between its decision and telling anybody'],
] as const)
  test(`a server killed ${when} leaves one decision, which the next server finds and ends in time`, async () => {
    const centre = await testRouted(2)
    const other = await dying
    const id = await centre.openCase()
    assert.equal(await other.hear(centre), 'killed')
    await other.gone
    await centre.hear()
    const offers = await centre.heard(itemOffered)
    assert.deepEqual(offers.map(({ case_id }) => case_id), [id]) // prettier-ignore
    assert.deepEqual(await centre.work((work) => brokenRouting(work)), [])
    await centre.pass(25)
    assert.deepEqual((await centre.heard(itemOffered)).map(({ person }) => person).toSorted(), [...centre.people].toSorted()) // prettier-ignore
    assert.deepEqual(await centre.work((work) => brokenRouting(work)), [])
  })

test('a server killed while somebody accepts has accepted nothing: they say it again, and have it once', async () => {
  const centre = await testRouted(2)
  const [anna] = centre.people
  const other = await diesAccepting
  const call = await centre.call()
  const [offer] = await centre.offersOf(anna!)
  assert.equal(await other.accept(centre, offer!.id, anna!), 'killed')
  await other.gone
  assert.deepEqual(await centre.work((work) => brokenRouting(work)), [])
  await centre.work((work) => accept(work, { id: offer!.id }), centre.as(anna!))
  assert.deepEqual((await centre.heard(itemTaken)).map(({ item_id, person }) => [item_id, person]), [[call.id, anna]]) // prettier-ignore
  assert.deepEqual(await centre.work((work) => brokenRouting(work)), [])
})
