// Who is offered what, in sentences.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  decisionsOf,
  keptOf,
  newState,
  nextWake,
  NONE,
  rebuild,
  step,
  type Agent,
  type Channel,
  type Item,
  type Queue,
  type State,
} from './index.ts'

const call: Channel = { units: 1, most: 1, while_serving: [] }
const ready = (more: Partial<Agent> = {}): Agent => ({ state: 'ready', queues: [{ queue: 0 }], ...more })
const centre = (queue: Queue, agents: Agent[], channels: Channel[] = [call]): State =>
  newState({ channels, queues: [queue] }, agents)
const comes = (state: State, at: number, item: Partial<Item> = {}): number =>
  step(state, { kind: 'arrived', at, item: { queue: 0, channel: 0, ...item } })
// Whom it was offered to, or given, in the last step.
const asked = (state: State): number[] =>
  decisionsOf(state).flatMap((each) => (each.kind === 'offer' || each.kind === 'give' ? [each.agent] : []))
const told = (state: State): string[] => decisionsOf(state).map(({ kind }) => kind)
const served = (state: State, at: number, item: Partial<Item> = {}): number => {
  const handle = comes(state, at, item)
  const agent = asked(state)[0]!
  step(state, { kind: 'accepted', at, item: handle, agent })
  return handle
}

test('whoever has been free the longest is offered the next call', () => {
  const state = centre({}, [ready(), ready()])
  const first = served(state, 0)
  step(state, { kind: 'finished', at: 10, item: first })
  comes(state, 11)
  assert.deepEqual(asked(state), [1])
})

test('the owner is waited for, even while busy, and after their time everybody is asked', () => {
  const state = centre({ persons: { owner: { wait_s: 20 } } }, [ready(), ready()])
  served(state, 0, { owner: 0 })
  const second = comes(state, 5, { owner: 0 })
  assert.deepEqual(asked(state), [])
  assert.equal(nextWake(state), 25)
  step(state, { kind: 'tick', at: 25 })
  assert.deepEqual(told(state), ['to_pool', 'offer'])
  assert.deepEqual(asked(state), [1])
  assert.equal(decisionsOf(state).at(-1)!.kind === 'offer' && second, 1)
})

test('an owner who is away is not waited for', () => {
  const state = centre({ persons: { owner: { wait_s: 20 } } }, [ready({ state: 'off' }), ready()])
  comes(state, 0, { owner: 0 })
  assert.deepEqual(asked(state), [1])
})

test('an owner who goes away while they are waited for lets everybody else be asked at once', () => {
  const state = centre({ persons: { owner: { wait_s: 60 } } }, [ready(), ready()])
  served(state, 0, { owner: 0 })
  comes(state, 1, { owner: 0 })
  step(state, { kind: 'agent', at: 2, agent: 0, change: { state: 'off' } })
  assert.deepEqual(asked(state), [1])
})

test('what somebody declined comes back to its place, before what came later, and is not offered to them again at once', () => {
  const state = centre({ offer: { declined_for_s: 30 } }, [ready()])
  const first = comes(state, 0)
  comes(state, 1)
  step(state, { kind: 'declined', at: 2, item: first, agent: 0 })
  assert.deepEqual(decisionsOf(state).map((each) => ('item' in each ? [each.kind, each.item] : [])), [['withdraw', first], ['offer', first + 1]]) // prettier-ignore
  step(state, { kind: 'agent', at: 3, agent: 0, change: { capacity: 2 } })
  step(state, { kind: 'left', at: 40, item: first + 1 })
  assert.deepEqual(
    decisionsOf(state).flatMap((each) => (each.kind === 'offer' ? [each.item] : [])),
    [first],
  )
})

test('a call-back keeps the place it had', () => {
  const state = centre({}, [ready()])
  const busy = served(state, 100)
  comes(state, 110)
  const callBack = comes(state, 120, { place_at: 50 })
  step(state, { kind: 'finished', at: 130, item: busy })
  assert.deepEqual(decisionsOf(state).map((each) => 'item' in each && each.item), [callBack]) // prettier-ignore
})

test('rings widen as the wait grows, and a needed level gives way', () => {
  const rings = [{ after_s: 0, teams: [0] }, { after_s: 10, teams: [1] }] // prettier-ignore
  const needs = [{ ability: 0, level: 3, must: true, relax: [{ after_s: 30, level: 1 }] }]
  const state = centre({ rings, needs }, [
    ready({ team: 1, abilities: [{ ability: 0, level: 2 }] }),
    ready({ team: 1, abilities: [{ ability: 0, level: 3 }], state: 'off' }),
  ])
  comes(state, 0)
  assert.deepEqual(asked(state), [])
  step(state, { kind: 'tick', at: 10 })
  assert.deepEqual(told(state), ['widen'])
  step(state, { kind: 'tick', at: 30 })
  assert.deepEqual(told(state), ['widen', 'offer'])
})

test('an email gives way to a call and is taken up again after it', () => {
  const email: Channel = { units: 1, most: 1, while_serving: ['no', 'no'], instant: false }
  const phone: Channel = { units: 1, most: 1, while_serving: ['no', 'interrupts'] }
  const state = centre({ offer: { auto_accept: true } }, [ready()], [phone, email])
  const mail = comes(state, 0, { channel: 1 })
  const phoned = comes(state, 1)
  assert.deepEqual(told(state), ['give', 'put_aside'])
  step(state, { kind: 'finished', at: 9, item: phoned })
  assert.deepEqual(decisionsOf(state), [{ kind: 'resume', item: mail, agent: 0 }])
})

test('nobody is asked two things at once, but for a call while a mail rings; the second mail comes when the first is answered', () => {
  const email: Channel = { units: 1, most: 3, while_serving: ['no', 'beside'], instant: false }
  const phone: Channel = { units: 1, most: 1, while_serving: ['no', 'interrupts'] }
  const state = centre({ offer: { rings_s: 60 } }, [ready({ capacity: 3 })], [phone, email])
  const first = comes(state, 0, { channel: 1 })
  assert.deepEqual(told(state), ['offer'])
  comes(state, 1, { channel: 1 })
  assert.deepEqual(told(state), [])
  const phoned = comes(state, 2)
  assert.deepEqual(told(state), ['offer'])
  step(state, { kind: 'left', at: 3, item: phoned })
  step(state, { kind: 'accepted', at: 4, item: first, agent: 0 })
  assert.deepEqual(told(state), ['offer'])
})

test('deferred work goes by its due date, after all instant work, and leaves enough people free', () => {
  const rules = {
    channels: [call, { units: 1, most: 1, while_serving: [], instant: false }],
    queues: [{ deferred: { keep_free: 1 }, offer: { auto_accept: true } }, { offer: { auto_accept: true } }],
  }
  const both = ready({ queues: [{ queue: 0 }, { queue: 1 }] })
  const state = newState(rules, [both, { ...both, state: 'off' }])
  const late = step(state, { kind: 'arrived', at: 0, item: { queue: 0, channel: 1, due_at: 9_000 } })
  const soon = step(state, { kind: 'arrived', at: 1, item: { queue: 0, channel: 1, due_at: 3_000 } })
  assert.deepEqual(told(state), []) // the only one who is free stays free
  step(state, { kind: 'agent', at: 2, agent: 1, change: { state: 'ready' } })
  assert.deepEqual(decisionsOf(state), [{ kind: 'give', item: soon, agent: 1, queue: 0, receipt: undefined }])
  assert.notEqual(late, soon)
})

test('work that was held back is taken up by whoever may have it once somebody else is free for calls again', () => {
  const rules = {
    channels: [call, { units: 1, most: 1, while_serving: [], instant: false }],
    queues: [{ deferred: { keep_free: 1 }, offer: { auto_accept: true } }],
  }
  const state = newState(rules, [ready(), ready({ state: 'paused' })])
  const letter = step(state, { kind: 'arrived', at: 0, item: { queue: 0, channel: 1, not_agents: [1] } })
  assert.deepEqual(told(state), [])
  step(state, { kind: 'agent', at: 9, agent: 1, change: { state: 'ready' } })
  assert.deepEqual(decisionsOf(state), [{ kind: 'give', item: letter, agent: 0, queue: 0, receipt: undefined }])
})

test('all ring together, and whoever accepts first has it', () => {
  const state = centre({ strategy: 'ring_all' }, [ready(), ready(), ready()])
  const item = comes(state, 0)
  assert.deepEqual(asked(state), [0, 1, 2])
  step(state, { kind: 'accepted', at: 3, item, agent: 1 })
  assert.deepEqual(decisionsOf(state).map((each) => each.kind === 'withdraw' && each.why), ['accepted_by_other', 'accepted_by_other']) // prettier-ignore
  step(state, { kind: 'accepted', at: 3, item, agent: 2 })
  assert.deepEqual(told(state), ['ignored'])
})

test('a full queue refuses, a closed one keeps or sends elsewhere', () => {
  const queues: Queue[] = [
    { most_waiting: { count: 1, otherwise: { does: 'refuse' } } },
    { closed: { arrivals: { does: 'overflow', to: 0 } }, opens_closed: true },
    { opens_closed: true },
  ]
  const state = newState({ channels: [call], queues }, [ready({ queues: [{ queue: 2 }] })])
  const sent = step(state, { kind: 'arrived', at: 0, item: { queue: 1, channel: 0 } })
  assert.deepEqual(decisionsOf(state), [{ kind: 'move', item: sent, queue: 0, why: 'closed' }])
  step(state, { kind: 'arrived', at: 1, item: { queue: 0, channel: 0 } })
  assert.deepEqual(told(state), ['refuse'])
  step(state, { kind: 'arrived', at: 2, item: { queue: 2, channel: 0 } })
  assert.deepEqual(told(state), [])
  step(state, { kind: 'opened', at: 3, queue: 2 })
  assert.deepEqual(asked(state), [0])
})

test('having called twice before counts, and so does a wait at the counter', () => {
  const state = centre({ priority: { per_earlier_contact: 3, per_min_waited_before: 1 } }, [ready()])
  const busy = served(state, 0)
  comes(state, 0)
  const again = comes(state, 60, { earlier_contacts: 2, waited_before_s: 120 })
  step(state, { kind: 'finished', at: 90, item: busy })
  assert.deepEqual(decisionsOf(state).map((each) => 'item' in each && each.item), [again]) // prettier-ignore
})

test('nothing is offered that would run over a break', () => {
  const state = centre({ lasts_s: 300 }, [ready({ break_at: 200 }), ready()])
  comes(state, 0)
  assert.deepEqual(asked(state), [1])
  comes(state, 1)
  assert.deepEqual(asked(state), [])
})

test('wrap-up is bounded, and the next is offered after it', () => {
  const state = centre({ wrap_up_s: 30 }, [ready()])
  const first = served(state, 0)
  comes(state, 5)
  step(state, { kind: 'finished', at: 10, item: first })
  assert.deepEqual(told(state), [])
  step(state, { kind: 'tick', at: 40 })
  assert.deepEqual(told(state), ['wrapped', 'offer'])
})

test('a receipt tells who could have had it, what set them apart, and why the others were not asked', () => {
  const rules = { channels: [call], queues: [{ needs: [{ ability: 0, level: 2, must: true }] }] }
  const able = { abilities: [{ ability: 0, level: 2 }] }
  const state = newState(rules, [ready(able), ready(able), ready(), ready({ ...able, state: 'paused' }), ready({ queues: [] })], {
    receipts: true,
  })
  const item = comes(state, 30)
  const [offer] = decisionsOf(state)
  assert.ok(offer?.kind === 'offer' && offer.receipt)
  assert.equal(offer.receipt.by, 'number') // both have been free as long
  assert.deepEqual(offer.receipt.candidates.map(({ agent }) => agent), [0, 1]) // prettier-ignore
  assert.deepEqual(new Set(offer.receipt.others.map(({ why }) => why)), new Set(['lacks_ability', 'paused', 'not_in_queue']))
  assert.deepEqual(offer.receipt.runner_up, { agent: 1, should: 0, skill: 0, in_hand: 0, handled: 0, free_for_s: 0 })
  step(state, { kind: 'accepted', at: 31, item, agent: 0 })
  comes(state, 32)
  comes(state, 33, { priority: 9 })
  step(state, { kind: 'finished', at: 50, item })
  const next = decisionsOf(state)[0]
  assert.ok(next?.kind === 'offer' && next.receipt)
  assert.equal(next.receipt.occasion, 'agent')
  assert.deepEqual(next.receipt.instead.map(({ priority }) => priority), [9]) // prettier-ignore
})

test('under other rules what could not be offered before may be offered now', () => {
  const queue = { needs: [{ ability: 0, level: 1, must: true }] }
  const state = centre(queue, [ready()])
  comes(state, 0)
  const again = rebuild({ channels: [call], queues: [{}] }, keptOf(state))
  assert.deepEqual(asked(again), [0])
  assert.notEqual(asked(again)[0], NONE)
})
