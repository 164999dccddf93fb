import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asksIn } from './asks-in.ts'
import { addressesOf, isBetweenUs } from './between-us.ts'
import { statusOf } from './status.ts'

const now = Temporal.Instant.from('2026-11-22T09:00:00Z')
const out = { direction: 'out', kind: 'message', state: 'handed_over', leaves_at: null, customer_id: null, from_address: 'nous@shop.example', recipients: { to: [{ address: 'Lea@client.example' }], cc: [] } } as const // prettier-ignore
const said = { ...out, direction: 'in', state: 'received', customer_id: 'lea', from_address: 'lea@client.example' } as const
const lea = { customer: 'lea', addresses: new Set(['lea@client.example']), now }

test('a customer reads what they wrote and what was written to them', () => {
  const to = (...addresses: string[]) => ({ ...out, recipients: { to: addresses.map((address) => ({ address })), cc: [] } })
  assert.ok(isBetweenUs(said, lea))
  assert.ok(isBetweenUs(out, lea))
  assert.ok(isBetweenUs(to('usine@x.example', 'lea@client.example'), lea))
  assert.ok(isBetweenUs(to(), lea), 'said where they are')
  assert.ok(!isBetweenUs(to('usine@x.example'), lea))
  assert.ok(!isBetweenUs({ ...said, customer_id: 'marc' }, lea))
  assert.ok(!isBetweenUs({ ...said, customer_id: null }, lea))
  for (const kind of ['spam', 'bounce', 'auto-reply', 'report', 'list', 'acknowledgement'])
    assert.ok(!isBetweenUs({ ...said, kind }, lea), kind)
  assert.ok(!isBetweenUs({ ...out, state: 'cancelled' }, lea))
  assert.ok(!isBetweenUs({ ...out, state: 'queued', leaves_at: now.add({ seconds: 5 }) }, lea))
})

test('naming somebody else’s address for answers does not show what we write to them', () => {
  const asking = { ...said, recipients: { to: [], cc: [], answer_to: [{ address: 'usine@x.example' }] } }
  assert.deepEqual(addressesOf(['Lea@client.example', null], [asking], 'lea'), new Set(['lea@client.example']))
  assert.deepEqual(addressesOf([], [{ ...said, customer_id: 'marc', from_address: 'marc@x.example' }], 'lea'), new Set())
})

test('what we ask is found, and courtesy is not taken for a question', () => {
  assert.deepEqual(asksIn('Bonjour,\nPourriez-vous nous envoyer une photo\nde la lampe ? Merci.'), ['Pourriez-vous nous envoyer une photo', 'de la lampe ?']) // prettier-ignore
  assert.deepEqual(asksIn('Merci de nous confirmer votre adresse.'), ['Merci de nous confirmer votre adresse.'])
  assert.deepEqual(asksIn('Please send us the serial number. Best,'), ['Please send us the serial number.'])
  for (const text of [
    'Votre colis est parti.',
    'How are you today? Your parcel has left.',
    'N’hésitez pas si vous avez une autre question ?',
    '> Où en est-elle ?\nElle part demain.',
    '',
  ])
    assert.equal(asksIn(text), null, text)
  assert.equal(asksIn(`${'Est-ce bien ? '.repeat(50)}`)?.length, 3)
})

test('a request stands where both sides can see that it stands', () => {
  const plain = { closed_at: null, looked: false, promise: null, last: { direction: 'in', text: '' }, now } as const
  const due = (hours: number) => ({ due_at: now.add({ hours }) })
  assert.equal(statusOf(plain), 'received')
  assert.equal(statusOf({ ...plain, looked: true }), 'with_us')
  assert.equal(statusOf({ ...plain, promise: due(1) }), 'promised')
  assert.equal(statusOf({ ...plain, promise: due(-1) }), 'late')
  assert.equal(statusOf({ ...plain, last: { direction: 'out', text: 'C’est fait.' } }), 'answered')
  assert.equal(statusOf({ ...plain, promise: due(1), last: { direction: 'out', text: 'Quelle couleur ?' } }), 'with_you')
  assert.equal(statusOf({ ...plain, closed_at: now }), 'solved')
  assert.equal(statusOf({ ...plain, closed_at: now, promise: due(1) }), 'owed', 'what is promised outlives the request')
})
