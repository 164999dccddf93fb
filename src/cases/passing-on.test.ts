import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as staff from '#staff'
import { newId } from '#base/id'
import { answerHandOver } from './answer-hand-over.ts'
import { close } from './close.ts'
import { handOverEnded, type CaseId, type HandOverBrief } from './contract.ts'
import { leave } from './leave.ts'
import { merge } from './merge.ts'
import { offerHandOver } from './offer-hand-over.ts'
import { owners } from './owners.ts'
import { answerPortfolio, offerPortfolio } from './portfolio.ts'
import { setOwner } from './set-owner.ts'
import { testCentre, type Centre } from './test-centre.ts'
import { view } from './view.ts'

const offer = async (centre: Centre, id: CaseId, more: object = {}) =>
  await centre.work((work) => offerHandOver(work, { id, to: centre.bruno, message: 'À toi.', ...more }), centre.as(centre.anna))
type As = 'accepted' | 'declined' | 'withdrawn'
const answer = (centre: Centre, id: Awaited<ReturnType<typeof offer>>['id'], said: As | [As, string]) => {
  const [as, why] = typeof said === 'string' ? [said, ''] : said
  const by = centre.as(as === 'withdrawn' ? centre.anna : centre.bruno)
  return centre.work((work) => answerHandOver(work, { id, as, answer: why }), by)
}

test('a hand-over carries its brief and its term, and is not declined without saying why', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const line = { text: 'Rappeler jeudi.', at: null, from: null }
  const brief: HandOverBrief = { language: 'fr', next: [line], story: [], promises: [], tasks: [], deadlines: [], tone: [] }
  const due_at = centre.clock.now().add({ hours: 4 }).toString()
  const offered = await offer(centre, id, { brief, due_at })
  const shown = (await centre.work((work) => view(work, { id }))).hand_over
  assert.deepEqual([shown?.brief, shown?.due_at], [brief, due_at])
  await assert.rejects(answer(centre, offered.id, ['declined', ' ']), /reason_needed/)
  const declined = await answer(centre, offered.id, ['declined', 'Je suis en formation.'])
  assert.deepEqual([declined.ended_as, declined.answer], ['declined', 'Je suis en formation.'])
  assert.equal((await centre.work((work) => view(work, { id }))).owner.name, 'Anna')
  await assert.rejects(
    centre.work((work) => work.sql.run`
      update cases.hand_over set answer = '' where tenant_id = ${work.tenant} and id = ${offered.id}`),
    /declining_needs_a_reason/,
  ) // prettier-ignore
  await assert.rejects(offer(centre, id, { due_at: '2020-01-01T00:00:00Z' }), /due_past/)
})

test('whoever stands in for an absent receiver may not accept in their place', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const offered = await offer(centre, id)
  const until = centre.clock.now().add({ hours: 48 }).toString()
  await centre.work((work) => staff.goAway(work, { person_id: centre.bruno, until, reason: 'sickness', deputy_id: centre.chloe }))
  await assert.rejects(
    centre.work((work) => answerHandOver(work, { id: offered.id, as: 'accepted', answer: '' }), centre.as(centre.chloe)),
    (error: { details: { to: { name: string } } }) => error.details.to.name === 'Bruno',
  )
  assert.equal((await centre.work((work) => view(work, { id }))).owner.name, 'Anna')
})

test('whatever happens to the case meanwhile ends the offer, and the offer says what', async () => {
  const centre = await testCentre()
  const meanwhile: [string, (id: CaseId) => Promise<unknown>][] = [
    ['taken', (id) => centre.work((work) => setOwner(work, { id, owner: centre.chloe }), centre.as(centre.chloe))],
    ['assigned', (id) => centre.work((work) => setOwner(work, { id, owner: centre.chloe }))],
    ['closed', (id) => centre.work((work) => close(work, { id }))],
    ['merged', async (id) => {
      const { case: other } = await centre.arrive()
      await centre.work((work) => merge(work, { id: other, merged: id }))
    }],
    ['giver_left', () => centre.work((work) => leave(work, { person: centre.anna, successor: centre.chloe }))],
  ] // prettier-ignore
  for (const [by, happens] of meanwhile) {
    const { case: id } = await centre.arrive()
    const offered = await offer(centre, id)
    await happens(id)
    await assert.rejects(answer(centre, offered.id, 'accepted'), /over/, by)
    const told = (await centre.heard(handOverEnded)).filter(({ hand_over_id }) => hand_over_id === offered.id)
    assert.deepEqual(told.map(({ as, overtaken_by }) => [as, overtaken_by]), [['overtaken', by]]) // prettier-ignore
  }
})

test('a receiver who leaves leaves the case with its giver', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  await offer(centre, id)
  await centre.work((work) => leave(work, { person: centre.bruno, successor: centre.chloe }))
  const shown = await centre.work((work) => view(work, { id }))
  assert.deepEqual([shown.owner.name, shown.hand_over], ['Anna', null])
  assert.equal((await centre.heard(handOverEnded))[0]?.overtaken_by, 'receiver_left')
})

test('many cases are offered at once or none is, and answered as a whole or one by one', async () => {
  const centre = await testCentre()
  const ids = [await centre.arrive(), await centre.arrive(), await centre.arrive(), await centre.arrive()].map(
    (filed) => filed.case,
  )
  const portfolio_id = newId(centre.clock.now())
  const all = (cases: CaseId[]) =>
    centre.work(
      (work) => offerPortfolio(work, { portfolio_id, to: centre.bruno, message: '', cases: cases.map((id) => ({ id })) }),
      centre.as(centre.anna),
    )
  await centre.work((work) => close(work, { id: ids[3]! }))
  await assert.rejects(all(ids), (error: { details: { cases: { id: string; why: string }[] } }) => {
    assert.deepEqual(error.details.cases.map(({ id, why }) => [id, why]), [[ids[3], 'case.is_closed']]) // prettier-ignore
    return true
  })
  assert.equal((await centre.work((work) => view(work, { id: ids[0]! }))).hand_over, null)
  const offered = await all(ids.slice(0, 3))
  assert.deepEqual(offered.map((each) => each.portfolio_id), [portfolio_id, portfolio_id, portfolio_id]) // prettier-ignore
  await answer(centre, offered[0]!.id, ['declined', 'Je ne connais pas ce client.'])
  const rest = await centre.work(
    (work) => answerPortfolio(work, { portfolio_id, as: 'accepted', answer: '' }),
    centre.as(centre.bruno),
  )
  assert.equal(rest.answered, 2)
  const names = await Promise.all(
    offered.map(async ({ case_id }) => (await centre.work((work) => view(work, { id: case_id }))).owner.name),
  )
  assert.deepEqual(names, ['Anna', 'Bruno', 'Bruno'])
})

test('of an acceptance, a withdrawal and fifty who take the case at the same moment, one happens first and the past has one answer', async () => {
  const centre = await testCentre()
  for (let n = 0; n < 4; n++) {
    const { case: id } = await centre.arrive()
    const offered = await offer(centre, id)
    const takers = Array.from({ length: n === 0 ? 50 : 4 }, (_, i) => (i % 2 ? centre.bruno : centre.chloe))
    const results = await Promise.allSettled([
      answer(centre, offered.id, 'accepted'),
      answer(centre, offered.id, 'withdrawn'),
      ...takers.map((owner) =>
        centre.work((work) => setOwner(work, { id, owner, expected_owner: centre.anna }), centre.as(owner)),
      ),
    ])
    const [accepted, withdrawn, ...taken] = results.map(({ status }) => status === 'fulfilled')
    assert.ok(!(accepted && withdrawn), 'taken and taken back')
    assert.equal(Number(accepted) + taken.filter(Boolean).length, 1, 'exactly one became the owner')
    const told = (await centre.heard(handOverEnded)).filter(({ hand_over_id }) => hand_over_id === offered.id)
    assert.equal(told.length, 1)
    const history = (await centre.work((work) => owners(work, { id }))).items
    assert.deepEqual(history.slice(1).map(({ since }) => since), history.slice(0, -1).map(({ until }) => until)) // prettier-ignore
  }
})

test('every instant since a case was opened has one answer, and before it there is none', async () => {
  const centre = await testCentre()
  const opened = centre.clock.now()
  const { case: id } = await centre.arrive()
  const at = async (instant: Temporal.Instant) =>
    (await centre.work((work) => owners(work, { id, at: instant.toString() }))).items.map(({ owner }) => owner.name)
  assert.deepEqual(await at(opened.subtract({ nanoseconds: 1_000 })), [])
  assert.deepEqual(await at(opened), ['Anna'])
  await centre.work((work) => setOwner(work, { id, owner: centre.bruno })) // at the very instant
  await centre.work((work) => setOwner(work, { id, owner: centre.chloe }))
  assert.deepEqual(await at(opened), ['Chloe'])
  centre.clock.advance({ hours: -3 }) // the machine's clock is put back
  await centre.work((work) => setOwner(work, { id, owner: centre.anna }))
  assert.deepEqual(await at(opened.add({ hours: 5 })), ['Anna'])
  await centre.work((work) => close(work, { id }))
  assert.deepEqual(await at(opened.add({ hours: 500 })), ['Anna'])
})
