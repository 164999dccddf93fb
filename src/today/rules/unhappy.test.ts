import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coldAt, counting, moodOf, scoreOf, type Signal } from './mood.ts'
import { saidUnhappy } from './said-unhappy.ts'
import { timesWithoutAnswer } from './wrote-again.ts'

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)
const MONDAY = at('2026-11-23T09:00:00Z')

const unhappy: readonly [string, number][] = [
  ['Bonjour, je suis très déçue de votre service.', 3],
  ['C’est inadmissible, je vais saisir mon avocat.', 4],
  ['Je n’ai toujours pas reçu mon colis.', 2],
  ['Je ne suis pas du tout satisfait de la réparation', 3],
  ['CELA FAIT TROIS SEMAINES QUE J’ATTENDS, C’EST SCANDALEUX', 5],
  ['C’est ma troisième relance et toujours aucune réponse de votre part !!!', 3],
  ['Merci beaucoup mais je reste mécontent du délai.', 3],
  ['Vous vous moquez du monde. Je porterai plainte. Service lamentable.', 5],
  ['This is unacceptable.', 4],
  ['I am still waiting for a refund', 2],
  ['We are not happy with the delivery, and I have had no reply since Monday.', 3],
  ["I'm really frustrated: this is the third time I write.", 3],
  ['Worst customer service ever, I want to make a formal complaint', 4],
]
for (const [text, weight] of unhappy)
  test(`unhappy (${weight}): ${text}`, () => {
    const heard = saidUnhappy(text)
    assert.equal(heard?.kind, 'said')
    assert.equal(heard?.weight, weight)
  })

const calm: readonly string[] = [
  'Bonjour, où en est ma commande ? Merci d’avance.',
  'Je ne suis pas en colère, juste curieux.',
  'Rien de catastrophique, prenez votre temps.',
  'Je ne suis pas mécontente du tout.',
  '> C’est inadmissible\nJe vous joins la facture.',
  'Mon avocat vous enverra le contrat signé.',
  'Pouvez-vous changer la date du rendez-vous ?',
  'J’espère ne pas vous décevoir avec ma demande',
  'I am not angry at all, just asking.',
  'Nothing terrible, no rush.',
  'Could you tell me when it ships? Thanks in advance.',
  'Please cancel my appointment on Friday.',
  'La pause de midi me convient. Le son est nul sur la première piste ?',
]
for (const text of calm) test(`calm: ${text.replaceAll('\n', ' ')}`, () => assert.equal(saidUnhappy(text), null))

test('heartfelt thanks calm, thanks by habit do not', () => {
  assert.equal(saidUnhappy('Merci beaucoup, le problème est résolu !')?.kind, 'thanked')
  assert.equal(saidUnhappy('Thank you so much, all sorted.')?.kind, 'thanked')
  assert.equal(saidUnhappy('Merci de votre réponse.'), null)
  assert.equal(saidUnhappy('Je ne suis vraiment pas ravi'), null)
})

test('the words that are shown are the sentence they stand in', () => {
  const heard = saidUnhappy('Bonjour Madame. Ma commande est arrivée cassée, je suis furieux de ce colis. Cordialement, Paul')
  assert.equal(heard?.words, 'Ma commande est arrivée cassée, je suis furieux de ce colis.')
})

test('a long text is read in no time, whatever stands in it', () => {
  const long = `${'pas '.repeat(4_000)}mécontent ${'a'.repeat(9_000)}`
  assert.equal(saidUnhappy(long), null)
})

const broke = (when: Temporal.Instant, weight = 3): Signal => ({ kind: 'promise_broken', at: when, weight })

test('what made somebody unhappy fades: half of it is left after three days', () => {
  assert.equal(scoreOf([broke(MONDAY, 4)], MONDAY.add({ hours: 72 })), 2)
  const cold = coldAt([broke(MONDAY, 4)])!
  assert.equal(cold.toString(), MONDAY.add({ hours: 72 }).toString(), 'and then they count as calm')
  assert.equal(moodOf(scoreOf([broke(MONDAY, 4)], MONDAY.add({ hours: 71 }))), 'unhappy')
})

test('whoever is unhappier now is so at any later moment, so one moment orders them', () => {
  const one = [broke(MONDAY, 6)]
  const other = [broke(MONDAY.add({ hours: 30 }), 3), broke(MONDAY.add({ hours: 40 }), 2)]
  for (const hours of [40, 60, 100, 200]) {
    const now = MONDAY.add({ hours })
    const isOne = scoreOf(one, now) > scoreOf(other, now)
    assert.equal(isOne, Temporal.Instant.compare(coldAt(one)!, coldAt(other)!) > 0, `after ${hours} hours`)
  }
})

test('two small things together are more than one', () => {
  const small = broke(MONDAY, 2)
  assert.equal(moodOf(scoreOf([small], MONDAY)), 'calm')
  assert.equal(moodOf(scoreOf([small, small], MONDAY)), 'unhappy')
  assert.equal(moodOf(scoreOf([small, small, small], MONDAY)), 'very_unhappy')
})

test('what was before "it is solved", or before somebody judged otherwise, no longer counts', () => {
  const later = MONDAY.add({ hours: 1 })
  const solved: Signal = { kind: 'solved', at: later, weight: -20 }
  assert.deepEqual(counting([broke(MONDAY), solved], null), [])
  assert.deepEqual(counting([broke(MONDAY)], later), [])
  const again = broke(later.add({ minutes: 1 }))
  assert.deepEqual(counting([broke(MONDAY), solved, again], MONDAY), [again])
})

const wrote = (hours: number, direction: 'in' | 'out' = 'in') => ({ direction, kind: 'message', at: MONDAY.add({ hours }) })

test('lines written in one go are one time, and our answer begins anew', () => {
  const chat = [{ ...wrote(0), at: MONDAY.add({ minutes: 3 }) }, { ...wrote(0), at: MONDAY.add({ minutes: 1 }) }, wrote(0)]
  assert.equal(timesWithoutAnswer(chat), 1)
  assert.equal(timesWithoutAnswer([wrote(50), wrote(26), wrote(2)]), 3)
  assert.equal(timesWithoutAnswer([wrote(50), wrote(26, 'out'), wrote(2)]), 1)
  assert.equal(timesWithoutAnswer([{ ...wrote(51, 'out'), kind: 'notice' }, wrote(50), wrote(26)]), 2, 'a notice is no answer')
})
