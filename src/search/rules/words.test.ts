import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { corrections } from './corrections.ts'
import { keysOf, keysSought, mistakes, soundOf } from './near.ts'
import { snippet } from './snippet.ts'
import { stem } from './stem.ts'
import { ALL, tally } from './tally.ts'
import { fold, tokens } from './tokens.ts'

const families = [
  'remboursement remboursements rembourser remboursé remboursée remboursez',
  'livraison livraisons livrer livré livrée livreur',
  'résiliation résilier résilié résilie',
  'annulation annuler annulé annulées',
  'facture factures facturation facturer',
  'vérifier vérification vérifié',
  'connexion connexions connecter connecté connection',
  'reçu recevoir reçois received receive',
  'paiement payer payé paid payment',
  'travail travaux',
  'journal journaux',
  'adresse adresses address addresses adrese',
  'delivery deliveries delivered delivering',
  'cancel cancelled cancellation cancelling',
  'invoice invoices invoiced invoicing',
  'ship shipped shipping shipment',
]
for (const family of families)
  test(`one stem for ${family.split(' ')[0]} and its family`, () => {
    assert.equal(new Set(family.split(' ').map((word) => stem(fold(word)))).size, 1)
  })

test('different words keep different stems', () => {
  const words =
    'facteur facture contrat contact compte comte colis client commande livraison port porte banque carte retard retour panne prix'.split(
      ' ',
    )
  const clash = words.filter((word, i) => words.slice(0, i).some((other) => stem(other) === stem(word)))
  assert.deepEqual(clash, ['porte'], 'a port and a door are the price of one stem for all verb forms')
})

const letters = (...all: string[]) => fc.constantFrom(...all)
const word = fc.string({ unit: letters('a', 'b', 'c', 'e', 'i', 'l', 'r', 's', 't', 'o'), minLength: 4, maxLength: 14 })

test('a stem is never empty and never longer than its word', () => {
  fc.assert(fc.property(word, (text) => assert.ok(stem(text).length > 0 && stem(text).length <= text.length + 1)))
})

test('whatever one slip makes of a word, they are kept under a common key', () => {
  fc.assert(
    fc.property(word, fc.nat(), letters('z', 'a', 'e'), (text, n, letter) => {
      const at = n % (text.length - 1)
      const slips = [
        text.slice(0, at) + text.slice(at + 1),
        text.slice(0, at) + letter + text.slice(at),
        text.slice(0, at) + letter + text.slice(at + 1),
        text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2),
      ]
      const kept = new Set(keysOf('m', text))
      for (const slip of slips) {
        assert.ok(
          keysSought('m', slip).some((key) => kept.has(key)),
          slip,
        )
        assert.ok(mistakes(text, slip, 2) <= 1, slip)
      }
    }),
  )
})

test('mistakes are counted alike in both directions, and none is counted only for the same word', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      assert.equal(mistakes(a, b, 3), mistakes(b, a, 3))
      assert.equal(mistakes(a, b, 3) === 0, a === b)
    }),
  )
})

test('words that sound alike are kept under one sound', () => {
  for (const [a, b] of [
    ['resiliation', 'resiliassion'],
    ['telephone', 'telefone'],
    ['commande', 'comande'],
    ['paquet', 'paket'],
    ['bateau', 'batau'],
  ] as const)
    assert.equal(soundOf(a), soundOf(b), `${a} ${b}`)
})

test('of the words that look alike, the nearest is meant, then the most used', () => {
  const known = ['commande', 'commander', 'commode', 'demande'].map((w, i) => ({ word: w, stem: stem(w), documents: 10 + i }))
  assert.deepEqual(
    corrections('comnande', known).map((each) => each.word),
    ['commande'],
  )
  assert.deepEqual(corrections('zzzzzzzz', known), [])
})

test('text of any kind is cut into words that stand where they are said to stand', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      for (const token of tokens(text)) {
        assert.ok(token.start >= 0 && token.start < token.end && token.end <= text.length && token.position >= 0)
        if (!token.whole) assert.equal(fold(text.slice(token.start, token.end)), token.word)
      }
    }),
    { numRuns: 500 },
  )
})

test('an address, a reference and a telephone are found whole', () => {
  const wholes = (text: string) =>
    tokens(text)
      .filter((token) => token.whole)
      .map((token) => token.word)
  assert.deepEqual(wholes('écrire à Marie.Dupont@Example.fr.'), ['marie.dupont@example.fr'])
  assert.deepEqual(wholes('dossier G-2026-000123 merci'), ['g2026000123'])
  assert.deepEqual(wholes('au 06 12 34 56 78'), ['0612345678', '#612345678'])
  assert.deepEqual(wholes('au +33 6 12 34 56 78'), ['33612345678', '#612345678'])
  assert.deepEqual(wholes('rendez-vous demain'), [])
})

test('the piece shown is a piece of the text, and what is marked was asked', () => {
  const text = fc
    .array(fc.constantFrom('bonjour', 'ma', 'commande', 'n’est', 'pas', 'livrée', '\n', 'Merci.'), { maxLength: 300 })
    .map((all) => all.join(' '))
  fc.assert(
    fc.property(text, (given) => {
      const pieces = snippet(given, { stems: new Set([stem('commande')]), wholes: [], open: [] })
      const shown = pieces.map((piece) => piece.text).join('')
      assert.ok(given.replace(/\s+/g, ' ').includes(shown.replaceAll('…', '').trim()))
      assert.ok(shown.length <= 260)
      for (const piece of pieces) if (piece.found) assert.equal(piece.text, 'commande')
      if (given.includes('commande')) assert.ok(pieces.some((piece) => piece.found))
    }),
  )
})

test('rare words are counted each time, common ones about as often as they are there', () => {
  const documents = Array.from({ length: 1_600 }, (_, i) => ({
    id: i.toString(16).padStart(4, '0'),
    words: new Map([
      ['the', 'the'],
      [`w${i}`, `w${i}`],
    ]),
  }))
  const counts = new Map(
    tally(
      documents,
      new Map([
        ['the', 5_000],
        [ALL, 5_000],
      ]),
    ).map((each) => [each.word, each.more]),
  )
  assert.equal(counts.get('w7'), 1)
  assert.equal(counts.get('the'), 1_600)
  assert.equal(counts.get(ALL), 1_600)
})
