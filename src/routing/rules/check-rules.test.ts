import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { QueueInput, Rulebook } from '../contract/rulebook.ts'
import type { RulesHouse } from '../contract/rulebook-endpoints.ts'
import { checkRules } from './check-rules.ts'
import { aBook, aHouse, aPerson } from './test-house.ts'

const people = [
  aPerson('Ana', { teams: ['Lille'], skills: { Facturation: 3 } }),
  aPerson('Bob', { teams: ['Lille'], skills: { Facturation: 2 } }),
]
const found = (book: Rulebook, house: RulesHouse = aHouse(people)): string[] => checkRules(book, house).map(({ id }) => id)
const ofQueue = (queue: Omit<QueueInput, 'key'>): string[] => found(aBook({ key: 'q', ...queue }))

test('rules that hold are told nothing', () => {
  assert.deepEqual(found(aBook({ key: 'calls', takes: { channels: ['phone'] } }, { key: 'all' })), [])
})

test('a queue behind one that takes everything is reached by nothing, unless work overflows into it', () => {
  assert.deepEqual(found(aBook({ key: 'all' }, { key: 'calls', takes: { channels: ['phone'] } })), ['queue_unreachable'])
  assert.deepEqual(found(aBook({ key: 'all', overflow: [{ when: { after_s: 60 }, to: 'calls' }] }, { key: 'calls', takes: { channels: ['phone'] } })), []) // prettier-ignore
  assert.deepEqual(found(aBook({ key: 'night', takes: { when: 'closed' } }, { key: 'all' })), [])
})

test('a need nobody meets at last is pointed out, one that gives way is not', () => {
  assert.deepEqual(ofQueue({ who: { skills: [{ skill: 'Facturation', level: 5 }] } }), ['nobody_capable'])
  assert.deepEqual(ofQueue({ who: { skills: [{ skill: 'Facturation', level: 5, relax: [{ after_s: 90, level: 2 }] }] } }), [])
  assert.deepEqual(ofQueue({ who: { skills: [{ skill: 'Technique', level: 1, strength: 'should' }] } }), ['skill_nobody_has'])
})

test('a wait that rests on one person and never gives way is pointed out', () => {
  const only = { skills: [{ skill: 'Facturation', level: 3 }] }
  assert.deepEqual(ofQueue({ who: only }), ['waits_for_one'])
  assert.deepEqual(ofQueue({ who: only, call_back: { after_s: 60 } }), [])
})

test('a queue for the named with nobody named cannot be published', () => {
  const [check] = checkRules(aBook({ key: 'q', who: { people: 'named' } }), aHouse(people))
  assert.deepEqual([check?.id, check?.weight, check?.at], ['nobody_named', 'wrong', { queue: 'q', part: 'who' }])
  assert.match(check!.mend.fr, /Qui fait quoi/)
})

test('an overflow goes to a queue there is, and not in a circle', () => {
  assert.deepEqual(ofQueue({ overflow: [{ when: { after_s: 9 }, to: 'nowhere' }] }), ['overflow_nowhere'])
  const to = (key: string) => ({ overflow: [{ when: { after_s: 60 }, to: key }] })
  const circle = aBook({ key: 'a', ...to('b') }, { key: 'b', closed: { does: 'overflow', to: 'c' } }, { key: 'c', ...to('a') })
  const told = checkRules(circle, aHouse(people)).filter(({ id }) => id === 'overflow_in_circle')
  assert.equal(told.length, 1, 'said once')
  assert.match(told[0]!.en, /a → b → c → a/)
})

test('a ring without people, and a first ring that comes late, are pointed out', () => {
  assert.deepEqual(ofQueue({ who: { rings: [{ after_s: 0 }, { after_s: 60, teams: ['Lyon'] }] } }), ['ring_empty'])
  assert.deepEqual(ofQueue({ who: { rings: [{ after_s: 30 }] } }), ['ring_late'])
})

test('what the house no longer has cannot be spoken of', () => {
  assert.deepEqual(ofQueue({ takes: { reasons: ['none', 'Facture'] } }), [])
  assert.deepEqual(ofQueue({ takes: { reasons: ['Perdu'] } }), ['unknown_name'])
  assert.deepEqual(ofQueue({ hours: { kind: 'calendar', calendar: 'Perdu' } }), ['unknown_name'])
})

test('work heavier than any seat is never offered, and said so', () => {
  const heavy = { ...aBook({ key: 'q', takes: { channels: ['phone'] } }), seat_units: 50 }
  assert.deepEqual(found(heavy), ['channel_too_heavy'])
})

test('an hour at which everybody who can is away is found, where the queue is open then', () => {
  const away = [
    { person: 'Ana', from: '2026-11-23T07:00:00Z', until: '2026-11-23T12:00:00Z' },
    { person: 'Bob', from: '2026-11-23T09:00:00Z', until: '2026-11-24T17:00:00Z' },
  ]
  const week = (weekday: number) => ({
    kind: 'weekly' as const,
    zone: 'Europe/Paris',
    ranges: [{ weekday, opens_minute: 660, closes_minute: 1_080 }],
  })
  const [check] = checkRules(aBook({ key: 'q', hours: week(1) }), aHouse(people, { away }))
  assert.equal(check?.id, 'nobody_at_that_hour')
  assert.match(check.fr, /lundi 23 novembre à 11\u00a0h/)
  assert.deepEqual(found(aBook({ key: 'q', hours: week(2) }), aHouse(people, { away })), [], 'Ana is back on Tuesday')
})
