import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decisionsOf, newState, step, type State } from '../engine/index.ts'
import { channelHandle, compile, laneFor, needsOf, pointsOf, type Book, type Compiled } from './compile.ts'
import type { Rulebook, WorkChannel, WorkFacts } from '../contract/rulebook.ts'
import { factsOf } from './person-facts.ts'
import { aBook, aPerson, work } from './test-house.ts'

type Floor = {
  compiled: Compiled
  state: State
  arrive: (at: number, facts: Partial<WorkFacts> & { queue: string; version?: string; owner?: string }) => string[]
}

// The engine on compiled rules, everybody ready; who is offered what arrives.
function floor(books: Rulebook | readonly Book[], ...people: ReturnType<typeof aPerson>[]): Floor {
  const all = 'queues' in books ? [{ version: 'v1', rulebook: books }] : books
  const compiled = compile(all, people.map(factsOf))
  const state = newState(compiled.rules, compiled.agents.map((agent) => ({ ...agent, state: 'ready' as const }))) // prettier-ignore
  const arrive: Floor['arrive'] = (at, { queue, version = 'v1', owner, ...given }) => {
    const facts = work(given)
    const lane = laneFor(compiled, { version, key: queue, channel: facts.channel })!
    const item = { queue: lane, channel: channelHandle(facts.channel), priority: pointsOf(compiled, lane, facts), owner: owner ? compiled.people.indexOf(owner) : -1 } // prettier-ignore
    step(state, { kind: 'arrived', at, item, needs: needsOf(compiled, lane, facts) })
    return offered(compiled, state)
  }
  return { compiled, state, arrive }
}

const offered = (compiled: Compiled, state: State): string[] =>
  decisionsOf(state).flatMap((each) => (each.kind === 'offer' || each.kind === 'give' ? [compiled.people[each.agent]!] : []))

const after = ({ compiled, state }: Floor, at: number): string[] => {
  step(state, { kind: 'tick', at })
  return offered(compiled, state)
}

test('a queue of calls and mails is two to the engine, under one name', () => {
  const { compiled } = floor(aBook({ key: 'all' }), aPerson('Ana'))
  assert.deepEqual(compiled.lanes.map(({ key, deferred }) => [key, deferred]), [['all', false], ['all', true]]) // prettier-ignore
  const lane = (channel: WorkChannel) => laneFor(compiled, { version: 'v1', key: 'all', channel })
  assert.deepEqual([lane('phone'), lane('email')], [0, 1])
  assert.equal(compiled.rules.queues[1]!.deferred?.due_within_s, 86_400)
  assert.equal(laneFor(compiled, { version: 'v1', key: 'gone', channel: 'phone' }), undefined)
})

test('a level that must be there is not offered below it until the wait lets it give way', () => {
  const book = aBook({ key: 'q', who: { skills: [{ skill: 'Technique', level: 4, relax: [{ after_s: 60, level: 2 }] }] } })
  const hall = floor(book, aPerson('Ana', { skills: { Technique: 2 } }))
  assert.deepEqual(hall.arrive(0, { queue: 'q' }), [])
  assert.deepEqual(after(hall, 59), [])
  assert.deepEqual(after(hall, 60), ['Ana'])
})

test('whoever answers for the case is waited for alone, then the others are asked', () => {
  const book = aBook({ key: 'q', who: { persons: { owner: { wait_s: 20 } } }, offer: { rings_s: 20 } })
  const hall = floor(book, aPerson('Ana'), aPerson('Bob'))
  assert.deepEqual(hall.arrive(0, { queue: 'q', owner: 'Bob' }), ['Bob'])
  assert.deepEqual(after(hall, 20), ['Ana'], 'Bob let it ring out')
})

test('a call leaves room for nothing, a mail for a call', () => {
  const hall = floor(aBook({ key: 'q', offer: { auto_accept: true } }), aPerson('Ana'))
  assert.deepEqual(hall.arrive(0, { queue: 'q', channel: 'email' }), ['Ana'])
  assert.deepEqual(hall.arrive(1, { queue: 'q', channel: 'phone' }), ['Ana'], 'the mail is put aside')
  assert.deepEqual(hall.arrive(2, { queue: 'q', channel: 'chat' }), [], 'during a call nothing else')
})

test('three chats fit, and fewer for whoever holds fewer', () => {
  const book = aBook({ key: 'q', offer: { auto_accept: true } })
  const chats = (hall: Floor) => [1, 2, 3, 4].map((at) => hall.arrive(at, { queue: 'q', channel: 'chat' }).length)
  assert.deepEqual(chats(floor(book, aPerson('Ana'))), [1, 1, 1, 0])
  assert.deepEqual(chats(floor(book, aPerson('Ana', { most: { chat: 2 } }))), [1, 1, 0, 0])
})

test('somebody at 0 is never offered a queue; where only the named serve, the others are not either', () => {
  const never = floor(aBook({ key: 'q' }), aPerson('Ana', { queues: { q: 0 } }))
  assert.deepEqual(never.arrive(0, { queue: 'q' }), [])
  const named = floor(aBook({ key: 'q', who: { people: 'named' } }), aPerson('Ana'), aPerson('Bob', { queues: { q: 1 } }))
  assert.deepEqual(named.arrive(0, { queue: 'q' }), ['Bob'])
})

test('rings ask the teams of a site first, and whoever is in several teams is reached by each', () => {
  const book: Rulebook = {
    ...aBook({ key: 'q', who: { rings: [{ after_s: 0, sites: ['north'] }, { after_s: 30 }] } }),
    sites: [{ key: 'north', name: 'Nord', teams: ['Lille'] }],
  }
  const hall = floor(book, aPerson('Ana', { teams: ['Lyon'] }))
  assert.deepEqual(hall.arrive(0, { queue: 'q' }), [])
  assert.deepEqual(after(hall, 30), ['Ana'])
  assert.deepEqual(floor(book, aPerson('Bob', { teams: ['Lyon', 'Lille'] })).arrive(0, { queue: 'q' }), ['Bob'])
})

test('the customer’s language must be spoken, until it is no longer asked', () => {
  const book = aBook({ key: 'q', who: { language: { strength: 'must', relax_after_s: 120 } } })
  const hall = floor(book, aPerson('Ana'), aPerson('Bob', { speaks: { en: 3 } }))
  assert.deepEqual(hall.arrive(0, { queue: 'q', language: 'en' }), ['Bob'])
  const alone = floor(book, aPerson('Ana'), aPerson('Bob', { speaks: { en: 3 }, queues: { q: 0 } }))
  assert.deepEqual(alone.arrive(0, { queue: 'q', language: 'en' }), [])
  assert.deepEqual(after(alone, 120), ['Ana'])
})

test('a degree that was asked for is given, or it waits', () => {
  const hall = floor(aBook({ key: 'q' }), aPerson('Ana'), aPerson('Bob', { degree: 2 }))
  assert.deepEqual(hall.arrive(0, { queue: 'q', degree: 2 }), ['Bob'])
})

test('two versions stand in one state: each piece of work is served by the rules of its own', () => {
  const [now, tried] = [aBook({ key: 'q' }), aBook({ key: 'q', who: { strategy: 'ring_all' } })]
  const hall = floor([{ version: 'now', rulebook: now }, { version: 'tried', rulebook: tried }], aPerson('Ana'), aPerson('Bob')) // prettier-ignore
  assert.equal(hall.arrive(0, { queue: 'q', version: 'tried' }).length, 2, 'all ring under the rules that are tried')
  assert.equal(floor([{ version: 'now', rulebook: now }, { version: 'tried', rulebook: tried }], aPerson('Ana'), aPerson('Bob')).arrive(0, { queue: 'q', version: 'now' }).length, 1) // prettier-ignore
})

test('an urgent case has the head start its queue gives', () => {
  const { compiled } = floor(aBook({ key: 'q', priority: { case_min: { urgent: 45 } } }), aPerson('Ana'))
  assert.equal(pointsOf(compiled, 0, { priority: 'urgent' }), 45)
  assert.equal(pointsOf(compiled, 0, { priority: 'normal' }), 0)
})
