import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import * as customers from '#customers'
import type { Jobs } from '#base/jobs'
import type { CaseId } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import type { Portfolio } from './contract.ts'
import { answerPortfolio } from './portfolio/answer.ts'
import { giveBack } from './portfolio/back.ts'
import { offerPortfolio } from './portfolio/offer.ts'
import { countResting, listResting } from './portfolio/resting.ts'
import { settlePortfolio } from './portfolio/settle.ts'
import { listPortfolioItems, showPortfolio } from './portfolio/show.ts'
import { testDesk, type Desk } from './test-desk.ts'

const ownersOf = async (desk: Desk, ids: readonly CaseId[]): Promise<string[]> => {
  const facts = await desk.work((work) => cases.facts(work, ids))
  return ids.map((id) => facts.get(id)!.owner_id)
}
async function write(desk: Desk, names: readonly string[]): Promise<{ cases: CaseId[]; customers: CustomerId[] }> {
  const filed = []
  for (const name of names) filed.push(await desk.write(name, 'Où en est ma commande ?'))
  return { cases: filed.map((each) => each.case), customers: filed.map((each) => each.customer as CustomerId) } // the shape of arrivals says a customer
}
type Wish = Partial<Parameters<typeof offerPortfolio>[1]>
const offer = (desk: Desk, wish: Wish = {}): Promise<Portfolio> =>
  desk.work(
    (work) => offerPortfolio(work, { to: desk.bruno, occasion: 'leave', message: '', wanted: {}, introduce: true, ...wish }),
    desk.as(desk.anna),
  )
async function rest(desk: Desk, jobs: Jobs, times = 8): Promise<void> {
  for (let left = times; left > 0; left--) await jobs.settled()
  desk.clock.advance({ seconds: 0 })
}

test('points of contact and cases pass together, as one offer, and the customer of several cases is told once', async () => {
  const desk = await testDesk()
  const of = await write(desk, ['Camille Martin', 'Camille Martin', 'Dan Roy'])
  const [camille] = of.customers
  await desk.work((work) => customers.setPointOfContact(work, { of: { customer: camille! }, person: desk.anna }))
  const { kinds } = await desk.work((work) => countResting(work, {}), desk.as(desk.anna))
  assert.deepEqual(kinds.filter(({ count }) => count > 0), [{ kind: 'contact', count: 1 }, { kind: 'case', count: 3 }]) // prettier-ignore
  const offered = await offer(desk)
  assert.deepEqual([offered.state, offered.counts.all], ['waiting', 4])
  assert.deepEqual(await ownersOf(desk, of.cases), [desk.anna, desk.anna, desk.anna], 'the giver answers until it is accepted')
  const done = await desk.work(
    (work) => answerPortfolio(work, { id: offered.id, as: 'accepted', because: '' }),
    desk.as(desk.bruno),
  )
  assert.deepEqual([done.state, done.ended_as, done.counts.passed], ['ended', 'accepted', 4])
  assert.deepEqual(await ownersOf(desk, of.cases), [desk.bruno, desk.bruno, desk.bruno])
  assert.equal((await desk.work((work) => customers.contactFor(work, camille!)))?.person, desk.bruno)
  const words = await desk.work((work) => work.sql.run`
    select from handovers.introduction where tenant_id = ${work.tenant} and leaves_at is not null`) // prettier-ignore
  assert.equal(words, 2, 'one word to Camille, one to Dan')
})

test('a part is chosen by customer, answered one by one, and what is declined stays with the giver', async () => {
  const desk = await testDesk()
  const of = await write(desk, ['Camille Martin', 'Dan Roy', 'Eva Noël'])
  const offered = await offer(desk, { wanted: { customers: of.customers.slice(0, 2) } })
  assert.equal(offered.counts.all, 2)
  const answer = (as: 'accepted' | 'declined', id: string, because = '') =>
    desk.work(
      (work) => answerPortfolio(work, { id: offered.id, as, because, items: [{ kind: 'case', id }] }),
      desk.as(desk.bruno),
    )
  assert.equal((await answer('accepted', of.cases[0]!)).state, 'waiting')
  await assert.rejects(answer('declined', of.cases[1]!), /reason_needed/)
  assert.equal((await answer('declined', of.cases[1]!, 'Je ne parle pas allemand.')).ended_as, 'partly')
  assert.deepEqual(await ownersOf(desk, of.cases), [desk.bruno, desk.anna, desk.anna])
})

test('what already waits for somebody’s answer is not offered to another', async () => {
  const desk = await testDesk()
  await write(desk, ['Camille Martin'])
  await offer(desk)
  await assert.rejects(offer(desk, { to: desk.chloe }), /portfolio.empty/)
  const { items } = await desk.work((work) => listResting(work, { kind: 'case', limit: 10 }), desk.as(desk.anna))
  assert.equal(items[0]!.offered_to?.id, desk.bruno)
})

test('a large portfolio is offered and passes in bounded batches, whatever stops in between', async () => {
  const desk = await testDesk()
  const of = await write(
    desk,
    Array.from({ length: 33 }, (_, n) => `Client N${n}`),
  )
  const offered = await offer(desk)
  assert.equal(offered.state, 'preparing')
  await desk.run((jobs) => rest(desk, jobs))
  assert.equal((await desk.work((work) => showPortfolio(work, offered.id))).state, 'waiting')
  const passing = await desk.work(
    (work) => answerPortfolio(work, { id: offered.id, as: 'accepted', because: '' }),
    desk.as(desk.bruno),
  )
  assert.deepEqual([passing.state, passing.counts.passed], ['passing', 20])
  await desk.run((jobs) => rest(desk, jobs))
  const done = await desk.work((work) => showPortfolio(work, offered.id))
  assert.deepEqual([done.ended_as, done.counts.passed], ['accepted', 33])
  assert.deepEqual(new Set(await ownersOf(desk, of.cases)), new Set([desk.bruno]))
})

test('on return, what is still the receiver’s is offered back', async () => {
  const desk = await testDesk()
  const of = await write(desk, ['Camille Martin', 'Dan Roy'])
  await desk.work((work) => customers.setPointOfContact(work, { of: { customer: of.customers[0]! }, person: desk.anna }))
  desk.clock.advance({ hours: 1 })
  const offered = await offer(desk)
  await desk.work((work) => answerPortfolio(work, { id: offered.id, as: 'accepted', because: '' }), desk.as(desk.bruno))
  await desk.work((work) => cases.close(work, { id: of.cases[1]! }), desk.as(desk.bruno))
  desk.clock.advance({ hours: 1 })
  const back = await desk.work((work) => giveBack(work, { id: offered.id, message: '' }), desk.as(desk.bruno))
  const { items } = await desk.work((work) => listPortfolioItems(work, { id: back.id, limit: 10 }), desk.as(desk.anna))
  assert.deepEqual(items.map(({ kind, label }) => [kind, label]), [['contact', 'Camille Martin'], ['case', items[1]!.label]]) // prettier-ignore
  await desk.work((work) => answerPortfolio(work, { id: back.id, as: 'accepted', because: '' }), desk.as(desk.anna))
  assert.deepEqual(await ownersOf(desk, of.cases.slice(0, 1)), [desk.anna])
  assert.equal((await desk.work((work) => customers.contactFor(work, of.customers[0]!)))?.person, desk.anna)
})

test('a portfolio nobody answers goes up once, and a manager accepts in the receiver’s place', async () => {
  const desk = await testDesk()
  const of = await write(desk, ['Camille Martin'])
  const offered = await offer(desk)
  await desk.run(async (jobs) => {
    desk.clock.set(offered.answer_by)
    await rest(desk, jobs, 3)
  })
  assert.equal((await desk.told(desk.diane)).length, 1)
  const done = await desk.work(
    (work) => settlePortfolio(work, { id: offered.id, to: desk.bruno, because: 'Convenu par téléphone.' }),
    desk.as(desk.diane),
  )
  assert.equal(done.ended_as, 'accepted')
  assert.deepEqual(await ownersOf(desk, of.cases), [desk.bruno])
})
