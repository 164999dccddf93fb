import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#base/id'
import { integer, text, texts } from '#base/sql'
import { testHouse, type TestHouse } from '#base/test-database'
import { append, match, put } from './index.ts'

const WORDS = ['commande', 'colis', 'égaré', 'livraison', 'remboursement', 'facture', 'G-2026-000123', '0612345678', 'cafetière', 'invoice', 'délais', 'délai'] // prettier-ignore
const message = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))

async function written(house: TestHouse, messages: readonly string[], how: 'whole' | 'little by little'): Promise<string> {
  const id = newId<'document'>(house.clock.now())
  const at = house.clock.now()
  const [first = '', ...more] = how === 'whole' ? [messages.join('\n')] : messages
  await house.work((work) => put(work, { kind: 'case', id, title: 'Dossier', text: first, at }))
  for (const each of more) await house.work((work) => append(work, [{ kind: 'case', id, text: each, at }]))
  return id
}
const lexemesOf = (house: TestHouse, id: string) =>
  house.work(async (work) => (await work.sql.one({ all: texts })`
    select tsvector_to_array(vector) as all from search.document where tenant_id = ${work.tenant} and id = ${id}`).all.toSorted()) // prettier-ignore
const countsOf = (house: TestHouse) =>
  house.work((work) => work.sql.many({ word: text, documents: integer })`
    select word, documents from search.word where tenant_id = ${work.tenant} order by word`) // prettier-ignore

test('a dossier that grew message by message has the words of one that was put whole, and is found by the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 5 }), async (messages) => {
      const house = await testHouse()
      const grown = await written(house, messages, 'little by little')
      const whole = await written(house, messages, 'whole')
      assert.deepEqual(await lexemesOf(house, grown), await lexemesOf(house, whole))
      for (const words of [...messages.map((each) => `"${each}"`), ...new Set(messages.flatMap((each) => each.split(' ')))]) {
        const found = await house.work((work) => match(work, { words, kind: 'case', limit: 10 }))
        assert.deepEqual(found.map(({ id }) => id).toSorted(), [grown, whole].toSorted(), words)
      }
    }),
    { numRuns: 15 },
  )
})

test('a word said again in the same dossier, or a message heard twice, is counted once', async () => {
  const house = await testHouse()
  const id = await written(house, ['colis égaré', 'colis retrouvé'], 'little by little')
  const before = await countsOf(house)
  assert.equal(before.find(({ word }) => word === 'colis')?.documents, 1)
  await house.work((work) => append(work, [{ kind: 'case', id, text: 'colis retrouvé', at: work.now }]))
  assert.deepEqual(await countsOf(house), before)
  const { n } = await house.work((work) => work.sql.one({ n: integer })`
    select count(*) as n from search.passage where tenant_id = ${work.tenant} and id = ${id}`) // prettier-ignore
  assert.equal(n, 3, 'the title and two messages')
})

test('what was never put is not added to, and is said to be missing', async () => {
  const house = await testHouse()
  const passage = { kind: 'case' as const, id: newId<'document'>(house.clock.now()), text: 'colis', at: house.clock.now() }
  assert.deepEqual(await house.work((work) => append(work, [passage])), [passage])
  assert.deepEqual(await house.work((work) => match(work, { words: 'colis', limit: 10 })), [])
})
