import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findPromises, readMoment, type Found, type Here } from './find-promises.ts'
import { fold } from './moments/moment.ts'
import { readMoments } from './moments/read-moments.ts'

const PARIS = 'Europe/Paris'
const friday: Here = { now: Temporal.Instant.from('2026-11-20T09:00:00Z'), zone: PARIS } // 10:00 on the clock

const said = ({ when }: Pick<Found, 'when'>, zone = PARIS): string =>
  when.kind === 'moment'
    ? when.at.toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16)
    : when.kind === 'day'
      ? when.day.toString()
      : `${when.count} working days`

const promises: [string, string, string][] = [
  ['Bonjour, je vous rappelle jeudi avant midi. Cordialement', 'jeudi avant midi', '2026-11-26T12:00'],
  ['Nous vous envoyons le devis d’ici la fin de semaine.', 'd’ici la fin de semaine', '2026-11-20'],
  ['Vous recevrez votre colis sous 48 h.', 'sous 48 h', '2026-11-22T10:00'],
  ['You will have it by the 12th.', 'by the 12th', '2026-12-12'],
  ["I'll call you tomorrow before noon.", 'tomorrow before noon', '2026-11-21T12:00'],
  ['Je reviens vers vous lundi à 14h30 au plus tard', 'lundi à 14h30', '2026-11-23T14:30'],
  ['Votre commande sera expédiée le 3 décembre', 'le 3 décembre', '2026-12-03'],
  ['Nous vous remboursons sous 5 jours ouvrés', 'sous 5 jours ouvrés', '5 working days'],
  ['We will get back to you within 2 business days', 'within 2 business days', '2 working days'],
  ['Je ne manquerai pas de vous rappeler demain matin', 'demain matin', '2026-11-21T12:00'],
  ["I'll get back to you before Thursday", 'before Thursday', '2026-11-25'],
  ['J’aurai la réponse avant le 12', 'avant le 12', '2026-12-11'],
  ['Je vous réponds dans l’heure', 'dans l’heure', '2026-11-20T11:00'],
  ["We'll ship it on December 3rd", 'on December 3rd', '2026-12-03'],
  ['I will call you at 3', 'at 3', '2026-11-20T15:00'],
  ['On vous tient au courant entre 14h et 16h demain', 'entre 14h et 16h demain', '2026-11-21T16:00'],
  ['Je vérifie et je vous rappelle cet après-midi', 'cet après-midi', '2026-11-20T18:00'],
  ["I'll send the quote by close of business on Tuesday", 'by close of business on Tuesday', '2026-11-24T18:00'],
  ['Un technicien passera chez vous mardi entre 8h et 12h', 'mardi entre 8h et 12h', '2026-11-24T12:00'],
  ['Nous reviendrons vers vous jeudi ou vendredi', 'vendredi', '2026-11-27'],
  ['Si vous préférez, je vous rappelle lundi', 'lundi', '2026-11-23'],
  ['Je ne sais pas encore, mais je vous réponds demain', 'demain', '2026-11-21'],
]
for (const [text, quote, due] of promises)
  test(`it promises: ${text}`, () => {
    const found = findPromises(text, friday)
    assert.deepEqual(
      found.map((each) => [each.quote, said(each)]),
      [[quote, due]],
    )
    assert.equal(text.slice(found[0]!.start, found[0]!.end), quote)
  })

const promisesNothing = [
  'Pouvez-vous me rappeler jeudi ?', 'Merci de nous renvoyer le formulaire avant jeudi.', 'Je ne peux pas vous rappeler jeudi.',
  'Je serai absente jusqu’à lundi.', 'Votre mail de jeudi est bien arrivé, je vous remercie', 'I will be out of the office on Monday',
  "If you send it by Friday, I'll refund you", 'Je vous ai envoyé le devis jeudi', "We won't be able to call you tomorrow",
  'Si vous nous écrivez avant midi, nous expédions votre colis', 'La commande du 12 sera traitée', 'Notre magasin sera fermé lundi',
  'Nous sommes ouverts du lundi au vendredi de 9h à 18h', 'I called you yesterday at 3 pm', 'Rappelez-moi demain', 'Can I call you tomorrow?',
  'Je n’enverrai pas le colis demain', '> Je vous rappelle jeudi', 'Bonne journée et à lundi', 'Je vous rappelle',
  'Vous pouvez nous joindre demain de 9 h à 12 h', 'Please send us the form by Friday', 'Your order of 12 December was delivered on Monday',
] // prettier-ignore
for (const text of promisesNothing) test(`it promises nothing: ${text}`, () => assert.deepEqual(findPromises(text, friday), []))

test('what is promised begins after the greeting', () => {
  assert.equal(findPromises('Bonjour Madame Martin, je vous rappelle jeudi.', friday)[0]?.what, 'Je vous rappelle jeudi.')
})

test('two promises in one message are two', () => {
  const found = findPromises('Je vous appelle demain à 9 h. Le devis partira lundi.\nBien à vous', friday)
  assert.deepEqual(
    found.map((each) => [each.quote, each.what]),
    [
      ['demain à 9 h', 'Je vous appelle demain à 9 h.'],
      ['lundi', 'Le devis partira lundi.'],
    ],
  )
})

const typed: [string, string][] = [
  ['jeudi avant midi', '2026-11-26T12:00'], ['avant midi jeudi', '2026-11-26T12:00'], ['dans 2 h', '2026-11-20T12:00'], ['12/12', '2026-12-12'],
  ['fin du mois', '2026-11-30'], ['lundi 23', '2026-11-23'], ['tomorrow 3pm', '2026-11-21T15:00'], ['noon on Friday', '2026-11-27T12:00'],
  ['vendredi en huit', '2026-12-04'], ['14h', '2026-11-20T14:00'], ['2026-12-01', '2026-12-01'], ['dans une heure et demie', '2026-11-20T11:30'],
  ['la semaine prochaine', '2026-11-27'], ['ce vendredi', '2026-11-20'], ['next friday', '2026-11-27'], ['31', 'nothing'], ['hier', 'nothing'],
  ['9h', 'nothing'], ['le 31', '2026-12-31'], ['lundi 24', 'nothing'], ['le 29 février', '2028-02-29'], ['demain minuit', '2026-11-22T00:00'],
] // prettier-ignore
for (const [text, due] of typed)
  test(`typed: ${text}`, () => {
    const found = readMoment(text, friday)
    assert.equal(found ? said(found) : 'nothing', due)
  })

test('hours are those of the door: the night the clocks go back, “sous 48 h” is 48 hours and “demain 9 h” nine on the clock', () => {
  const saturday: Here = { now: Temporal.Instant.from('2026-10-24T08:00:00Z'), zone: PARIS }
  assert.equal(said(readMoment('sous 48 h', saturday)!), '2026-10-26T09:00')
  assert.equal(said(readMoment('demain à 9 h', saturday)!), '2026-10-25T09:00')
  const reunion: Here = { now: Temporal.Instant.from('2026-11-20T21:00:00Z'), zone: 'Indian/Reunion' } // already the 21st there
  assert.equal(said(readMoment('demain', reunion)!, 'Indian/Reunion'), '2026-11-22')
})

test('the hour that spring leaves out falls one later; of the two that autumn brings the first is meant', () => {
  const spring = readMoment('demain à 2h30', { now: Temporal.Instant.from('2027-03-27T10:00:00Z'), zone: PARIS })
  assert.equal(said(spring!), '2027-03-28T03:30')
  const autumn = readMoment('demain à 2h30', { now: Temporal.Instant.from('2026-10-24T10:00:00Z'), zone: PARIS })
  assert.equal(autumn?.when.kind === 'moment' && autumn.when.at.toString(), '2026-10-25T00:30:00Z')
})

const zones = ['Europe/Paris', 'America/New_York', 'Indian/Reunion', 'Pacific/Noumea', 'Asia/Kathmandu', 'America/St_Johns']
const anyHere = fc.record({ seconds: fc.integer({ min: 1_767_225_600, max: 1_893_456_000 }), zone: fc.constantFrom(...zones) }).map(
  ({ seconds, zone }): Here => ({ now: Temporal.Instant.fromEpochMilliseconds(seconds * 1_000), zone }),
) // prettier-ignore

test('wherever and whenever it is said, a weekday is one of the next seven days and on that day of the week', () => {
  const names = [
    ['lundi', 'monday'],
    ['mardi', 'tuesday'],
    ['mercredi', 'wednesday'],
    ['jeudi', 'thursday'],
    ['vendredi', 'friday'],
    ['samedi', 'saturday'],
    ['dimanche', 'sunday'],
  ]
  fc.assert(
    fc.property(anyHere, fc.nat(6), fc.boolean(), (here, weekday, french) => {
      const found = readMoment(names[weekday]![french ? 0 : 1]!, here)
      const today = here.now.toZonedDateTimeISO(here.zone).toPlainDate()
      assert.ok(found?.when.kind === 'day')
      assert.equal(found.when.day.dayOfWeek, weekday + 1)
      const ahead = today.until(found.when.day).days
      assert.ok(ahead >= 1 && ahead <= 7, `${ahead} days`)
    }),
  )
})

test('an hour tomorrow is that hour on the clock of the place, whatever the clocks do in between', () => {
  fc.assert(
    fc.property(anyHere, fc.integer({ min: 4, max: 23 }), fc.nat(59), (here, hour, minute) => {
      const found = readMoment(`demain à ${hour}h${String(minute).padStart(2, '0')}`, here)
      assert.ok(found?.when.kind === 'moment')
      const there = found.when.at.toZonedDateTimeISO(here.zone)
      assert.deepEqual([there.hour, there.minute], [hour, minute])
      assert.equal(here.now.toZonedDateTimeISO(here.zone).toPlainDate().until(there.toPlainDate()).days, 1)
    }),
  )
})

test('so many hours are so many hours, in either language', () => {
  fc.assert(
    fc.property(anyHere, fc.integer({ min: 1, max: 400 }), (here, hours) => {
      for (const text of [`sous ${hours} heures`, `within ${hours} hours`]) {
        const found = readMoment(text, here)
        assert.equal(found?.when.kind === 'moment' && here.now.until(found.when.at).total('hours'), hours, text)
      }
    }),
  )
})

test('whatever is written, every moment found is ahead, stands where it says, and none overlaps another', () => {
  const words = fc.constantFrom(
    'je vous rappelle',
    "I'll call",
    'jeudi',
    'avant',
    'midi',
    'le 12',
    '14h',
    'by',
    'the 3rd',
    'sous 48 h',
    'tomorrow',
    '.',
    ',',
    'ou',
    'at 3',
    '\n',
    'été',
    '’',
    '31/12',
    '99/99',
    'demain',
    '😀',
  )
  fc.assert(
    fc.property(
      anyHere,
      fc.oneof(
        fc.array(words, { maxLength: 14 }).map((parts) => parts.join(' ')),
        fc.string({ maxLength: 80, unit: 'grapheme' }),
      ),
      (here, text) => {
        let end = 0
        const today = here.now.toZonedDateTimeISO(here.zone).toPlainDate()
        for (const { start, end: to, when } of readMoments(text, here)) {
          assert.ok(start >= end && to > start && to <= text.length)
          end = to
          if (when.kind === 'moment') assert.ok(Temporal.Instant.compare(when.at, here.now) > 0)
          if (when.kind === 'day') assert.ok(Temporal.PlainDate.compare(when.day, today) >= 0)
        }
        for (const found of findPromises(text, here)) assert.equal(text.slice(found.start, found.end), found.quote)
      },
    ),
    { numRuns: 500 },
  )
})

test('folding a text keeps every place in it', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(fold(text).length, text.length)))
})

test('a long text made to be slow is read to its end', () => {
  const hostile = [
    'je vous '.repeat(2_500),
    'avant '.repeat(3_000),
    `je ${'vous le la '.repeat(1_500)}`,
    '1'.repeat(20_000),
    'lundi 1 '.repeat(2_500),
  ]
  for (const text of hostile)
    assert.deepEqual(findPromises(`${text}\nJe vous rappelle demain`.slice(-20_000), friday).at(-1)?.quote, 'demain')
})
