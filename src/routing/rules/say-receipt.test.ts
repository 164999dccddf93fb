import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '#base/contract'
import type { ReceiptShown } from '../contract/items.ts'
import type { ItemId } from '../contract/words.ts'
import { sayLength } from './say-length.ts'
import { sayReceipt } from './say-receipt.ts'
import { sayWhyNot } from './say-why-not.ts'

const person = (name: string) => ({ id: name as PersonId, name }) // a name serves as an id here
const candidate = (name: string, parts: Record<string, number>): ReceiptShown['candidates'][number] => ({
  person: person(name),
  score: 0,
  parts: Object.entries(parts).map(([code, points]) => ({ code, points })),
})
const receipt = (of: Partial<ReceiptShown> = {}): ReceiptShown => ({
  id: 'r',
  item_id: 'i' as ItemId, // no test looks at it
  at: '2026-11-22T09:00:00Z',
  queue: { key: 'q', name: 'Facturation' },
  rule: 'idle',
  facts: { occasion: 'item', more_candidates: 2 },
  candidates: [candidate('Karim', { free_for_s: 720, handled: 3 }), candidate('Léa', { free_for_s: 180, handled: 5 })],
  others: [
    { why: 'busy', skill: null, count: 1 },
    { why: 'lacks_ability', skill: 'anglais', count: 6 },
  ],
  chosen: [person('Karim')],
  runner_up: person('Léa'),
  meant: { should: 0, skill: 0, in_hand: 0, handled: 2, free_for_s: -540 },
  ended_as: null,
  ...of,
})

test('whoever is asked reads why in plain words, and among how many', () => {
  const { why, rule } = sayReceipt(receipt())
  assert.equal(why.en, 'You have been free the longest (12\u00a0min) among 4 who can (anglais).')
  assert.equal(why.fr, 'Vous êtes libre depuis le plus longtemps (12\u00a0min) parmi 4 personnes capables (anglais).')
  assert.match(rule.en, /^Karim had been free the longest/)
})

test('the owner of a case reads that they answer for it, and not how long they were free', () => {
  const { why, rule } = sayReceipt(receipt({ rule: 'owner' }))
  assert.deepEqual([why.en, rule.en], ['You answer for this case.', 'Karim answers for this case.'])
})

test('the bars compare what decided: the chosen is whole, the others their share of it', () => {
  assert.deepEqual(
    sayReceipt(receipt()).candidates.map(({ person: { name }, chosen, bar, compared }) => [name, chosen, bar, compared.en]),
    [['Karim', true, 1, 'free for 12\u00a0min'], ['Léa', false, 0.25, 'free for 3\u00a0min']],
  ) // prettier-ignore
  const handled = sayReceipt(receipt({ rule: 'handled' })).candidates
  assert.deepEqual(
    handled.map(({ bar, compared }) => [bar, compared.fr]),
    [
      [0.6, '3 ce jour-là'],
      [1, '5 ce jour-là'],
    ],
  )
})

test('where nothing was measured there is nothing to compare', () => {
  const asked = sayReceipt(receipt({ rule: 'owner' })).candidates
  assert.deepEqual(asked.map(({ bar }) => bar), [null, null]) // prettier-ignore
})

test('who was not asked is counted with the reason, the most first', () => {
  const { others, more } = sayReceipt(receipt())
  assert.deepEqual(others.map(({ count, why }) => [count, why.en]), [[6, 'without the level asked for: anglais'], [1, 'busy with something else']]) // prettier-ignore
  assert.equal(more?.en, 'and 2 more')
})

test('the runner-up is told with what choosing them would have changed', () => {
  assert.equal(sayReceipt(receipt()).runner_up?.en, 'Without Karim, Léa: 2 more taken that day and free for 9\u00a0min less.')
  assert.equal(
    sayReceipt(receipt()).runner_up?.fr,
    'Sans Karim, Léa\u202f: 2 demandes prises de plus et libre depuis 9\u00a0min de moins.',
  )
  assert.equal(sayReceipt(receipt({ meant: {} })).runner_up?.en, 'Without Karim, Léa: no other difference.')
  assert.equal(sayReceipt(receipt({ runner_up: null, meant: null })).runner_up, null)
})

test('a code of a newer engine is said all the same', () => {
  const strange = sayReceipt(
    receipt({ rule: 'moon', others: [{ why: 'tide', skill: null, count: 1 }], candidates: [], facts: {} }),
  )
  assert.match(strange.why.en, /rules of the queue/)
  assert.match(strange.rule.fr, /Karim/)
  assert.equal(strange.others[0]?.why.en, 'for another reason')
})

test('every reason of the engine has words of its own in both languages', () => {
  const reasons = [
    'off', 'paused', 'busy', 'wrapping', 'on_break', 'not_channel', 'declined', 'excluded', 'not_in_queue', 'outside_ring', 'lacks_degree',
    'lacks_ability', 'kept_free', 'persons_first',
  ] // prettier-ignore
  const all = reasons.map((why) => sayWhyNot({ why, skill: null }))
  assert.equal(new Set(all.map(({ fr }) => fr)).size, reasons.length)
  assert.ok(all.every(({ fr, en }) => fr !== en && !fr.includes('autre raison')))
})

test('an ability is said by its name, a language in each language, and no id is ever shown', () => {
  const lacks = (skill: string) => sayWhyNot({ why: 'lacks_ability', skill })
  assert.deepEqual(lacks('language en'), {
    fr: 'sans le niveau demandé\u202f: anglais',
    en: 'without the level asked for: English',
  })
  assert.equal(lacks('Garantie').en, 'without the level asked for: Garantie')
  for (const kind of ['skill', 'brand', 'team']) assert.doesNotMatch(lacks(`${kind} 01a20000-0000`).en, /01a2/)
})

test('lengths are said as one would say them', () => {
  const lengths = [0, 45, 89, 90, 150, 3_600, 3_900, 200_000].map((seconds) => sayLength(seconds).fr.replaceAll('\u00a0', ' '))
  assert.deepEqual(lengths, ['0 s', '45 s', '89 s', '2 min', '3 min', '1 h', '1 h 05', '2 j'])
})
