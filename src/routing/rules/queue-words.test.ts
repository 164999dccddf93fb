import assert from 'node:assert/strict'
import { test } from 'node:test'
import { queueShape, type Queue, type QueueInput } from '../contract/rulebook.ts'
import { namesThemselves } from './names.ts'
import { partWords, queueParts, queueWords } from './queue-words.ts'
import { differenceBetween } from './rulebook-difference.ts'
import { aBook } from './test-house.ts'

const queue = (of: Omit<QueueInput, 'key'> = {}): Queue => queueShape.parse({ key: 'q', ...of })
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ') // prettier-ignore
const said = (of: Omit<QueueInput, 'key'>, language: 'fr' | 'en' = 'fr'): string =>
  plain(queueWords(queue(of), namesThemselves)[language])

test('a queue is said as one sentence, in both languages', () => {
  const billing = {
    takes: { channels: ['phone' as const], reasons: ['Facture'] },
    who: { persons: { contact: null, deputies: null } },
  }
  assert.equal(
    said(billing),
    'Les appels au sujet de « Facture » vont d’abord à la personne qui répond du dossier, pendant 20 s ; ensuite à la personne libre depuis le plus longtemps.',
  )
  assert.equal(
    said(billing, 'en'),
    'Calls about “Facture” go first to whoever answers for the case for 20 s; then to whoever has been free the longest.',
  )
})

test('without persons first the sentence goes straight to whoever is chosen, and says what they must know', () => {
  const nobody = { owner: null, contact: null, deputies: null }
  assert.equal(
    said({
      who: { persons: nobody, strategy: 'ring_all', skills: [{ skill: 'Technique', level: 3 }], language: { strength: 'must' } },
    }),
    'Tout ce qui arrive va à toutes les personnes libres à la fois, parmi celles qui maîtrisent « Technique » (niveau 3 au moins) et parlent la langue du client : la première qui accepte l’emporte.',
  )
})

// A rule that could be changed without a word would be published unread.
const changes: readonly Omit<QueueInput, 'key'>[] = [
  { takes: { channels: ['chat'] } }, { takes: { reasons: ['none'] } }, { takes: { languages: ['en'] } }, { takes: { brands: ['Lumen'] } },
  { takes: { entry_points: ['Support'] } }, { takes: { flags: ['vip'] } }, { takes: { priorities: ['high'] } }, { takes: { degrees: [2] } }, { takes: { when: 'closed' } },
  { who: { persons: { owner: { wait_s: 21 } } } }, { who: { persons: { contact: null } } }, { who: { persons: { deputies: { wait_s: 0 } } } },
  { who: { skills: [{ skill: 'A', level: 1 }] } }, { who: { skills: [{ skill: 'A', level: 1, strength: 'should' }] } },
  { who: { language: { strength: 'must' } } }, { who: { language: { strength: 'any' } } }, { who: { language: { relax_after_s: 60 } } },
  { who: { degree: 2 } }, { who: { people: 'named' } }, { who: { rings: [{ after_s: 0, teams: ['Lille'] }] } }, { who: { strategy: 'round_robin' } },
  { priority: { head_start_min: 5 } }, { priority: { ageing: 2 } }, { priority: { case_min: { urgent: 31 } } }, { priority: { case_min: { low: -5 } } },
  { priority: { earlier_contact_min: 4 } }, { priority: { counter_min: 2 } },
  { pace: { kind: 'instant' } }, { pace: { kind: 'deferred', due_within_s: 60 } }, { pace: { kind: 'deferred', keep_free: 2 } },
  { hours: { kind: 'calendar', calendar: 'Semaine' } }, { hours: { kind: 'calendar', calendar: 'Semaine' }, closed: { does: 'call_back' } },
  { most_waiting: { count: 5 } }, { most_waiting: { count: 5, otherwise: { does: 'call_back' } } }, { overflow: [{ when: { after_s: 60 }, to: 'b' }] },
  { overflow: [{ when: { longer_than: 6 }, to: 'b' }] }, { call_back: { after_s: 60 } }, { lasts_s: 300 },
  { offer: { rings_s: 21 } }, { offer: { auto_accept: true } }, { offer: { declined_for_s: 60 } }, { offer: { away_after: null } }, { offer: { away_after: 3 } },
  { wrap_up: { most_s: 60 } }, { mode: 'pull' }, { accountable: false }, { aim: { within_s: 30 } }, { aim: { share: 0.9 } }, { aim: { formula: 'service_level.answered.1' } },
] // prettier-ignore

for (const change of changes)
  test(`what is changed is said: ${JSON.stringify(change)}`, () => {
    const [before, after] = [queue(), queue(change)]
    for (const language of ['fr', 'en'] as const) {
      const words = (of: Queue) => queueParts.map((part) => partWords(part, of, namesThemselves)[language]).join(' ')
      assert.notEqual(words(after), words(before))
    }
    const told = differenceBetween({ before: aBook({ key: 'q' }), after: aBook({ key: 'q', ...change }), names: namesThemselves })
    assert.ok(told.length > 0, 'and it stands in the difference of the versions')
  })

test('the difference says only the sentences that are other than before', () => {
  const [before, after] = [aBook({ key: 'q' }), aBook({ key: 'q', wrap_up: { most_s: 60 } })]
  const told = differenceBetween({ before, after, names: namesThemselves })
  assert.deepEqual(told.map(({ kind, part, before: was, after: is }) => [kind, part, was, plain(is!.fr)]), [
    ['changed', 'offer', null, 'Ensuite, jusqu’à 60 s de clôture.'],
  ]) // prettier-ignore
})

test('a queue that moves is said to move, and not those that make room for it', () => {
  const keys = (...all: string[]) => aBook(...all.map((key) => ({ key, takes: { flags: [key] } })))
  const told = differenceBetween({ before: keys('a', 'b', 'c', 'd'), after: keys('d', 'a', 'b', 'e'), names: namesThemselves })
  assert.deepEqual(told.map(({ kind, queue: of }) => `${kind} ${of?.key}`), ['added e', 'removed c', 'moved d']) // prettier-ignore
})

test('what a channel lets in is compared too', () => {
  const calm = {
    ...aBook({ key: 'q' }),
    channels: [{ channel: 'email' as const, units: 33, most: 3, meanwhile: [], gives_way: false }],
  }
  const [told] = differenceBetween({ before: aBook({ key: 'q' }), after: calm, names: namesThemselves })
  assert.equal(plain(told!.after!.fr), 'Pendant un courriel : rien d’autre.')
})

test('a new queue is published with all it does otherwise than a usual one: nothing of it is in force unread', () => {
  const night = { key: 'n', mode: 'pull' as const, closed: { does: 'refuse' as const }, hours: { kind: 'weekly' as const, ranges: [{ weekday: 3, opens_minute: 0, closes_minute: 60 }] } } // prettier-ignore
  const told = differenceBetween({ before: aBook({ key: 'a' }), after: aBook({ key: 'a' }, night), names: namesThemselves })
  assert.deepEqual([told[0]?.kind, told[0]?.part], ['added', 'queue'])
  assert.match(told.slice(1).map(({ after }) => after?.fr ?? '').join(' '), /d’elles-mêmes|demand/) // prettier-ignore
  assert.match(told.slice(1).map(({ after }) => after?.en ?? '').join(' '), /Wednesday/) // prettier-ignore
  assert.ok(told.every(({ before, queue: of }) => before === null && of?.key === 'n'))
})
