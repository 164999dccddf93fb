import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import * as customers from '#customers'
import * as staff from '#staff'
import { Refused } from '#base/refusal'
import type { CaseId } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import { caseClocks } from './case-clocks.ts'
import { clockEscalated, clockRuled, lastForAll, type PolicyDefinition, type PolicyId } from './contract.ts'
import { figures } from './figures.ts'
import { draftHolding, hold } from './holding.ts'
import { addPolicy, giveContract, listClocks, listPolicies, retirePolicy, silent } from './index.ts'
import { take } from './take.ts'
import { testDesk, withClocks, settle, type TestDesk } from './test-desk.ts'

void clockRuled
const LEVEL: PolicyDefinition = {
  name: 'Premium', match: { brands: null, entry_points: null, reasons: null, priorities: null }, by_contract: true, hours: { kind: 'door' },
  targets: { normal: { first_answer: 120, next_answer: 120, resolution: 540 } }, pauses: ['resolution'], warn_percent: 75, silence_minutes: 540, stagnation_minutes: null, ladder: [],
} // prettier-ignore

const panel = (desk: TestDesk, of: CaseId) => desk.work((work) => caseClocks(work, { case: of }), desk.as(desk.anna))
const due = async (desk: TestDesk, of: CaseId, kind: string): Promise<string | null | undefined> =>
  (await panel(desk, of)).clocks.find((clock) => clock.kind === kind)?.due_at

async function worked(desk: TestDesk): Promise<void> {
  await desk.hear()
  await withClocks(desk, settle)
  await desk.hear()
}

test('every house begins with a level for all cases, in plain words, and never loses its last one', async () => {
  const desk = await testDesk()
  const [standard] = (await desk.work(listPolicies)).items
  assert.match(standard!.sentences[0]!.fr, /^Première réponse sous 9.h ouvrées pour tous les dossiers/)
  assert.match(standard!.sentences[0]!.en, /^First answer within 9.h of working time for all cases/)
  await assert.rejects(desk.work((work) => retirePolicy(work, { id: standard!.id })), (error) => error instanceof Refused && error.refusal.code === lastForAll.code) // prettier-ignore
})

test('a contract given to a customer moves the running clock at once, keeps what has elapsed, and the case says why', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  await desk.hear()
  assert.equal(await due(desk, of, 'first_answer'), '2026-11-23T09:00:00Z')
  desk.clock.advance({ minutes: 90 })
  const customer = (await desk.work((work) => cases.facts(work, [of]))).get(of)!.customer_id as CustomerId // who wrote was recognised
  const { id: policy_id } = await desk.work((work) => addPolicy(work, LEVEL))
  await desk.work((work) =>
    giveContract(work, { name: 'Or', holder: { customer }, policy_id, starts_on: '2026-11-01', ends_on: '2026-12-31' }),
  )
  await worked(desk)
  assert.equal(await due(desk, of, 'first_answer'), '2026-11-20T11:00:00Z', 'two hours from when the customer wrote')
  assert.match((await panel(desk, of)).policy!.because.fr, /contrat «.Or.» de Camille Martin \(jusqu’au 2026-12-31\)/)
})

test('a contract holds from its first day to its last, and one of a company for whoever works there', async () => {
  const desk = await testDesk()
  const company = (await desk.work((work) => customers.addCompany(work, { name: 'Duval', domains: ['client.example'] }))).id
  const { id: policy_id } = await desk.work((work) => addPolicy(work, LEVEL))
  await desk.work((work) =>
    giveContract(work, { name: 'Or', holder: { company }, policy_id, starts_on: '2026-11-23', ends_on: '2026-11-23' }),
  )
  const of = await desk.ask()
  const who = (await desk.work((work) => cases.facts(work, [of]))).get(of)!.customer_id as CustomerId // who wrote was recognised
  const card = await desk.work((work) => customers.card(work, { id: who }))
  if (!card.company) await desk.work((work) => customers.edit(work, { id: who, version: card.version, company_id: company }))
  await worked(desk)
  assert.equal((await panel(desk, of)).policy?.name, 'Standard')
  desk.clock.set('2026-11-22T23:00:00Z') // midnight in Paris: the first day begins
  await withClocks(desk, settle)
  assert.equal((await panel(desk, of)).policy?.name, 'Premium')
  desk.clock.set('2026-11-23T23:00:00Z')
  await withClocks(desk, settle)
  assert.equal((await panel(desk, of)).policy?.name, 'Standard')
})

test('the more specific level wins: reason before priority before entry point before brand', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  const { id: reason } = await desk.work((work) => cases.addReason(work, { name: `Réclamation ${desk.brand}` }))
  const add = (name: string, match: Partial<PolicyDefinition['match']>, first_answer: number): Promise<{ id: PolicyId }> =>
    desk.work((work) => addPolicy(work, { ...LEVEL, name, by_contract: false, match: { ...LEVEL.match, ...match }, targets: { normal: { first_answer, next_answer: null, resolution: null } } })) // prettier-ignore
  await add('Marque', { brands: [desk.brand] }, 60)
  await add('Urgent', { priorities: ['urgent'] }, 30)
  await add('Motif', { reasons: [reason] }, 15)
  const edit = async (change: { priority?: 'urgent'; reason_id?: typeof reason }): Promise<void> => {
    const { version } = await desk.work((work) => cases.needCase(work, of, 'case.edit'))
    await desk.work((work) => cases.edit(work, { id: of, version, ...change }))
    await desk.hear()
  }
  await worked(desk)
  assert.equal((await panel(desk, of)).policy?.name, 'Marque')
  await edit({ priority: 'urgent' })
  assert.equal((await panel(desk, of)).policy?.name, 'Urgent')
  await edit({ reason_id: reason })
  assert.equal((await panel(desk, of)).policy?.name, 'Motif')
  assert.equal(await due(desk, of, 'first_answer'), '2026-11-20T09:15:00Z')
})

test('silence runs on whatever the status; a holding message ends it and answers nothing', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  await desk.answer(of) // we wait for the customer
  await desk.hear()
  await desk.until('2026-11-25T09:30:00Z') // three working days
  const list = await desk.work((work) => silent(work, { owner: desk.anna, only: 'too_long', limit: 50 }), desk.as(desk.anna))
  assert.deepEqual(list.items.map((each) => each.case.id), [of]) // prettier-ignore
  const told = await desk.work((work) => staff.noticesById(work, []).then(() => work.sql.many({ kind: { oids: [25], read: String } })`select kind from staff.notice where tenant_id = ${work.tenant} and person_id = ${desk.anna}`)) // prettier-ignore
  assert.ok(told.some(({ kind }) => kind === 'clock.silent'))
  const draft = await desk.work((work) => draftHolding(work, { case: of }), desk.as(desk.anna))
  assert.match(draft.text, /^Bonjour Camille Martin,\n\nVotre demande «.Ma commande.» est toujours en cours/)
  assert.match(draft.text, /jeudi 26 novembre à 18\sh/)
  const sent = await desk.work((work) => hold(work, { case: of, text: draft.text, undo_seconds: 0, promise: { what: 'Vous donner des nouvelles', at: draft.next_at } }), desk.as(desk.anna)) // prettier-ignore
  assert.ok(sent.promise)
  await desk.hear()
  assert.deepEqual((await desk.work((work) => silent(work, { only: 'too_long', limit: 50 }))).items, [])
  const next = await desk.ask()
  await desk.work((work) => hold(work, { case: next, text: draft.text, undo_seconds: 0, promise: null }), desk.as(desk.anna))
  await desk.hear()
  assert.equal((await panel(desk, next)).clocks.find(({ kind }) => kind === 'first_answer')?.state, 'running')
})

test('the ladder climbs to named roles, each step once, and stops for who says "I am on it"', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  await desk.hear()
  await desk.until('2026-11-23T09:00:00Z') // the first answer is late
  const steps = async () => (await desk.heard(clockEscalated)).filter(({ cause }) => cause === 'first_answer')
  assert.deepEqual((await steps()).map(({ step, people }) => ({ step, people })), [{ step: 1, people: [desk.bruno] }]) // prettier-ignore
  await desk.until('2026-11-23T13:00:00Z') // four working hours later
  assert.deepEqual((await steps()).map(({ people }) => people), [[desk.bruno], [desk.chloe]]) // prettier-ignore
  await desk.hear()
  assert.equal((await desk.work((work) => cases.facts(work, [of]))).get(of)?.priority, 'high', 'the second step raises it')
  const taken = await desk.work((work) => take(work, { case: of }), desk.as(desk.chloe))
  assert.ok(
    taken.escalations.filter(({ cause }) => cause === 'first_answer').every(({ taken_by }) => taken_by?.id === desk.chloe),
  )
  await desk.until('2026-11-30T09:00:00Z')
  assert.equal((await steps()).length, 2)
})

test('what looks unwanted has no clock until somebody wants it, and a reopened case is owed a next answer', async () => {
  const desk = await testDesk()
  const spam = await desk.ask({ kind: 'spam' })
  await desk.hear()
  assert.deepEqual((await panel(desk, spam)).clocks, [])
  assert.match((await panel(desk, spam)).none!.fr, /indésirable/)
  desk.clock.advance({ hours: 2 })
  const { version } = await desk.work((work) => cases.needCase(work, spam, 'case.edit'))
  await desk.work((work) => cases.edit(work, { id: spam, version, suspected: false }))
  await desk.hear()
  assert.equal((await panel(desk, spam)).clocks.find(({ kind }) => kind === 'first_answer')?.started_at, '2026-11-20T11:00:00Z')
  const of = await desk.ask()
  await desk.answer(of)
  await desk.work((work) => cases.close(work, { id: of }))
  desk.clock.advance({ hours: 1 })
  await desk.work((work) => cases.reopen(work, { id: of }))
  await desk.hear()
  const owed = (await panel(desk, of)).clocks.filter(({ ended_at }) => ended_at === null).map(({ kind }) => kind)
  assert.deepEqual(owed.toSorted(), ['next_answer', 'resolution'])
})

test('a figure is counted from the very list it opens, and says how', async () => {
  const desk = await testDesk()
  const [kept, missed, over] = [await desk.ask(), await desk.ask(), await desk.ask()]
  await desk.answer(kept)
  await desk.work((work) => cases.close(work, { id: over })) // before anybody was late: counts nowhere
  await desk.hear()
  await desk.until('2026-11-23T09:00:00Z')
  await desk.answer(missed)
  await desk.hear()
  const period = { from: '2026-11-01T00:00:00Z', until: '2026-12-01T00:00:00Z' }
  const [first] = (await desk.work((work) => figures(work, period))).items
  assert.deepEqual({ kept: first!.kept, missed: first!.missed, attained: first!.attained }, { kept: 1, missed: 1, attained: 0.5 })
  assert.equal(first!.formula.id, 'clocks.first_answer_kept.1')
  for (const [state, of] of [['kept', kept], ['missed', missed]] as const) {
    const list = await desk.work((work) => listClocks(work, { ...period, kind: 'first_answer', state, limit: 50 }))
    assert.deepEqual(list.items.map((each) => each.case.id), [of]) // prettier-ignore
  } // prettier-ignore
})

test('a cursor that nobody gave starts the list of clocks over', async () => {
  const desk = await testDesk()
  const cursor = `9999-12-31T23:59:59Z~${'-'.repeat(36)}`
  assert.deepEqual((await desk.work((work) => listClocks(work, { state: 'owed', limit: 3, cursor }))).items, [])
})
