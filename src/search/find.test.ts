import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#base/id'
import { testHouse, type TestHouse } from '#base/test-database'
import type { Question } from './contract.ts'
import { append, find, put, remove } from './index.ts'

const written = [
  [
    'livraison',
    'Retard de livraison',
    'Bonjour, ma commande G-2026-000123 n’est toujours pas arrivée. Pouvez-vous me rappeler au 06 12 34 56 78 ?',
  ],
  [
    'remboursement',
    'Demande de remboursement',
    'J’attends le remboursement de ma cafetière depuis trois semaines. Marie Lefèvre, marie.lefevre@example.fr',
  ],
  ['invoice', 'Invoice address', 'Hello, the address on my invoices is wrong, please correct it before the next delivery.'],
  ['contrat', 'Résiliation', 'Je souhaite résilier mon contrat d’assurance à l’échéance. Cordialement, Anaïs Çelik'],
] as const

async function library(house: TestHouse): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  const documents = written.map(([name, title, text]) => {
    const id = newId<'document'>(house.clock.now())
    names.set(id, name)
    return { kind: 'case' as const, id, title, text, at: house.clock.now() }
  })
  await house.work((work) => put(work, documents))
  return names
}

const asking =
  (house: TestHouse, names: Map<string, string>) =>
  async (words: string, more: Partial<Question> = {}) =>
    (await house.work((work) => find(work, { words, limit: 10, ...more }))).map((hit) => names.get(hit.id) ?? hit.id)

const questions: [sentence: string, words: string, expected: string][] = [
  ['by a word', 'cafetière ', 'remboursement'],
  ['without its accents', 'cafetiere ', 'remboursement'],
  ['in capitals', 'RÉSILIATION ', 'contrat'],
  ['in another form, French', 'rembourser ', 'remboursement'],
  ['in another form, English', 'deliveries ', 'invoice'],
  ['with a letter missing', 'asurance ', 'contrat'],
  ['with a letter wrong', 'comnande ', 'livraison'],
  ['with two letters swapped', 'livriason ', 'livraison'],
  ['spelled as it sounds', 'resiliassion ', 'contrat'],
  ['while the last word is being typed', 'retard de livrai', 'livraison'],
  ['by the first letters of a word', 'ech', 'contrat'],
  ['by a case number', 'G-2026-000123', 'livraison'],
  ['by a case number without its dashes', 'g2026000123', 'livraison'],
  ['by an email address', 'marie.lefevre@example.fr', 'remboursement'],
  ['by the beginning of an email address', 'marie.lefevre@exa', 'remboursement'],
  ['by a telephone number', '0612345678', 'livraison'],
  ['by a telephone number with its country', '+33 6 12 34 56 78', 'livraison'],
  ['by a name without its cedilla', 'celik', 'contrat'],
  ['by a quoted phrase', '"contrat d’assurance"', 'contrat'],
  ['by a sentence of which not every word is there', 'comment résilier mon contrat de téléphone mobile', 'contrat'],
]
for (const [sentence, words, expected] of questions)
  test(`a dossier is found ${sentence}`, async () => {
    const house = await testHouse()
    const ask = asking(house, await library(house))
    assert.equal((await ask(words))[0], expected)
  })

test('a phrase whose words stand apart is not found', async () => {
  const house = await testHouse()
  const ask = asking(house, await library(house))
  assert.deepEqual(await ask('"assurance contrat"'), [])
})

test('nobody finds what another tenant wrote', async () => {
  const [house, other] = [await testHouse(), await testHouse()]
  const names = await library(house)
  assert.deepEqual(await asking(other, names)('cafetière'), [])
  assert.deepEqual(await asking(other, names)('cafetirée'), [])
})

test('a message added to a dossier is found, and the dossier moves to the top', async () => {
  const house = await testHouse()
  const names = await library(house)
  const [id] = [...names].find(([, name]) => name === 'livraison')!
  house.clock.advance({ hours: 1 })
  await house.work((work) => append(work, [{ kind: 'case', id, text: 'Le transporteur annonce un colis égaré.', at: work.now }]))
  assert.deepEqual(await asking(house, names)('égaré '), ['livraison'])
  assert.deepEqual(await asking(house, names)('commande transporteur '), ['livraison'])
})

test('what was put again is found by its new words only, and what was removed no longer', async () => {
  const house = await testHouse()
  const id = newId<'document'>(house.clock.now())
  const document = { kind: 'customer' as const, id, title: 'Paul', text: 'boulanger', at: house.clock.now() }
  await house.work((work) => put(work, document))
  await house.work((work) => put(work, { ...document, text: 'menuisier' }))
  const ask = asking(house, new Map())
  assert.deepEqual(await ask('boulanger '), [])
  assert.deepEqual(await ask('menuisier '), [id])
  await house.work((work) => remove(work, { kind: 'customer', id }))
  assert.deepEqual(await ask('menuisier '), [])
})

test('the piece shown has what was asked, marked', async () => {
  const house = await testHouse()
  await library(house)
  const [hit] = await house.work((work) => find(work, { words: 'cafetiere', limit: 1 }))
  assert.deepEqual(
    hit!.snippet.filter((piece) => piece.found).map((piece) => piece.text),
    ['cafetière'],
  )
})

test('of a word that very many documents have, the latest are found, page after page', async () => {
  const house = await testHouse()
  const documents = Array.from({ length: 400 }, (_, i) => ({
    kind: 'case' as const, id: newId<'document'>(house.clock.now()), title: '', text: 'commande', at: house.clock.now().add({ seconds: i }),
  })) // prettier-ignore
  await house.work((work) => put(work, documents))
  const newest = documents.toReversed().map((each) => each.id)
  const page = async (before?: Temporal.Instant) =>
    await house.work((work) => find(work, { words: 'commande ', limit: 30, order: 'latest', before }))
  const first = await page()
  const second = await page(first.at(-1)!.at)
  assert.deepEqual(
    [...first, ...second].map((hit) => hit.id),
    newest.slice(0, 60),
  )
})

test('a slip that somebody made before finds the right word too, below what is spelled as asked', async () => {
  const house = await testHouse()
  const put1 = async (text: string) => {
    const id = newId<'document'>(house.clock.now())
    await house.work((work) => put(work, { kind: 'case', id, title: '', text, at: house.clock.now() }))
    return id
  }
  for (let i = 0; i < 12; i++) await put1('le remboursement')
  const slip = await put1('le rembuorsement')
  const hits = await house.work((work) => find(work, { words: 'rembuorsement ', limit: 20 }))
  assert.deepEqual([hits[0]?.id, hits.length], [slip, 13])
})
