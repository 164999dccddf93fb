import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import * as commitments from '#commitments'
import { Refused } from '#base/work'
import { becameCalm, becameUnhappy } from './contract.ts'
import { testDay } from './test-day.ts'
import { calm } from './unhappy/calm.ts'
import { listUnhappy, unhappinessOf } from './unhappy/list.ts'

const refusedAs = (code: string) => (error: unknown) => error instanceof Refused && error.refusal.code === code

test('whoever says in words that they are unhappy stands in the list, with their own words', async () => {
  const day = await testDay()
  const filed = await day.write('C’est inadmissible. J’attends depuis trois semaines.')
  await day.write('Bonjour, quels sont vos horaires ?', {
    from: { name: 'Léo', address: 'leo@client.example' },
    identity: { kind: 'email', value: 'leo@client.example' },
  })
  await day.heardAll()
  const { items } = await day.work((work) => listUnhappy(work, { owner: 'me', limit: 10 }), day.as(day.anna))
  assert.deepEqual(
    items.map(({ case: of, mood }) => [of.id, mood]),
    [[filed.case, 'unhappy']],
  )
  assert.equal(items[0]?.signals[0]?.words, 'C’est inadmissible.')
  assert.equal((await day.heard(becameUnhappy)).length, 1)
})

test('what was heard twice counts once', async () => {
  const day = await testDay()
  const filed = await day.write('Je suis furieux.')
  await day.heardAll()
  await day.work((work) => work.sql.run`delete from base.cursor where tenant_id = ${work.tenant}`)
  await day.heardAll()
  const found = await day.work((work) => unhappinessOf(work, { case: filed.case }))
  assert.equal(found.signals.length, 1)
})

test('a broken promise, three letters without an answer and having to come back all speak for it', async () => {
  const day = await testDay()
  const first = await day.write('Bonjour, où en est ma commande ?')
  const of = first.case
  const again = { answers: first.conversation }
  await day.promised(of, 2)
  for (let letter = 0; letter < 2; letter++) {
    day.clock.advance({ hours: 5 })
    await day.write('Je reviens vers vous.', again)
  }
  await day.work(async (work) => {
    const [promise] = await commitments.promisesOf(work, [of])
    await commitments.keep(work, { id: promise!.id })
  })
  await day.work((work) => cases.close(work, { id: of }))
  await day.write('Une question encore.', again)
  await day.heardAll()
  const found = await day.work((work) => unhappinessOf(work, { case: of }))
  assert.deepEqual(found.signals.map(({ kind }) => kind).toSorted(), ['promise_broken', 'reopened', 'wrote_again'])
  assert.equal(found.mood, 'very_unhappy')
})

test('somebody judges otherwise, says why, and what was before no longer counts; what comes later does', async () => {
  const day = await testDay()
  const filed = await day.write('Je suis très déçue.')
  await day.heardAll()
  const done = await day.work(
    (work) => calm(work, { case: filed.case, because: 'Appelée : c’était une plaisanterie' }),
    day.as(day.anna),
  )
  assert.deepEqual([done.mood, done.signals, done.calmed?.by?.name], ['calm', [], 'Anna'])
  assert.deepEqual((await day.work((work) => listUnhappy(work, { limit: 10 }))).items, [])
  assert.deepEqual(
    (await day.heard(becameCalm)).map(({ because }) => because),
    ['Appelée : c’était une plaisanterie'],
  )
  await assert.rejects(
    day.work((work) => calm(work, { case: filed.case, because: 'x' })),
    refusedAs('unhappy.not'),
  )
  day.clock.advance({ hours: 1 })
  await day.write('C’est scandaleux.', { answers: filed.conversation })
  await day.heardAll()
  assert.equal((await day.work((work) => listUnhappy(work, { limit: 10 }))).items.length, 1)
})

test('it fades by itself, and follows whoever answers for the case', async () => {
  const day = await testDay()
  const filed = await day.write('C’est inadmissible.')
  await day.heardAll()
  await day.work((work) => cases.setOwner(work, { id: filed.case, owner: day.bruno }), day.as(day.bruno))
  await day.heardAll()
  const of = async (person: typeof day.anna) =>
    (await day.work((work) => listUnhappy(work, { owner: person, limit: 10 }))).items.length
  assert.deepEqual([await of(day.anna), await of(day.bruno)], [0, 1])
  day.clock.advance({ hours: 24 * 4 })
  assert.equal(await of(day.bruno), 0)
})
