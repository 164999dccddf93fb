import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Option, Step } from '../../contract/moves.ts'
import { withSteps } from '../patch.ts'
import { scenarioOf } from '../scenario.ts'
import { peopleOn, workOf } from '../situation.ts'
import { pressureOn } from './pressure.ts'
import { candidatesFor, ranked, think } from './think.ts'
import { afternoon, HOUR, lunch, NOON, person, queue, stream } from './test-situation.ts'

const byKind = (situation = afternoon()) => new Map(candidatesFor(situation).map((each) => [each.kind, each]))
const minutes = (text: string) => (Date.parse(text) - NOON) / 60_000

test('the pinch is where eight of sixteen are at lunch', () => {
  const { pinch, people } = pressureOn(afternoon())
  assert.deepEqual(people.slice(3, 8), [16, 8, 8, 8, 16])
  assert.deepEqual(pinch && [(pinch.from - NOON) / HOUR, (pinch.to - NOON) / HOUR], [1, 1.75])
})

test('three lunches are moved out of it, as long as they were, and nobody works six hours without one', () => {
  const situation = afternoon()
  const moved = byKind(situation).get('shift_rests')!
  assert.equal(moved.steps.length, 3)
  for (const step of moved.steps) {
    assert.equal(step.does, 'retime')
    if (step.does !== 'retime') continue
    assert.equal(minutes(step.to.to) - minutes(step.to.from), 45)
    assert.ok(minutes(step.to.from) >= 105 || minutes(step.to.to) <= 60, 'out of the pinch')
    const { shift, activities } = withSteps(situation, [step]).people.find(({ id }) => id === step.person.id)!
    assert.ok(activities[0]!.from - shift!.from <= 6 * HOUR && shift!.to - activities[0]!.to <= 6 * HOUR)
  }
})

test('a lunch that can go nowhere lawfully stays where it is', () => {
  const early = { id: 'early', from: NOON - 5.5 * HOUR, to: NOON + 3 * HOUR } // six hours are over at half past twelve
  const people = afternoon().people.map((each, n) => ({
    ...each,
    shift: early,
    activities: n < 8 ? [lunch(NOON + HOUR / 2)] : [],
  }))
  assert.equal(byKind(afternoon({ people })).get('shift_rests'), undefined)
})

test('what can do nothing about the worst stretch is tried on the next: lunches are moved though the evening lacks more', () => {
  const short = { id: 'short', from: NOON - 3 * HOUR, to: NOON + 3 * HOUR } // nobody at all from three to five
  const people = afternoon().people.map((each) => ({ ...each, shift: short, longer_min: 90 }))
  const situation = afternoon({ people })
  assert.equal((pressureOn(situation).pinch!.from - NOON) / HOUR, 3)
  const kinds = byKind(situation)
  assert.ok(kinds.get('ask_overtime')!.steps.every((step) => step.does === 'ask' && minutes(step.from) === 180))
  assert.ok(kinds.get('shift_rests')!.steps.every((step) => step.does === 'retime' && minutes(step.was.from) === 60))
}) // prettier-ignore

test('a lunch that has begun, or begins in a minute, is nobody’s to move', () => {
  const people = afternoon().people.map((each, n) => (n < 8 ? { ...each, activities: [lunch(NOON + 60_000)] } : each))
  assert.equal(byKind(afternoon({ people })).get('shift_rests'), undefined)
})

test('trainings are put off, elections are not', () => {
  const training = (kind: string) => afternoon().people.map((each, n) => (n < 8 ? { ...each, activities: [{ ...lunch(NOON + HOUR), kind, sort: 'neutral' as const }] } : each))
  assert.equal(byKind(afternoon({ people: training('training') })).get('move_training')?.steps.length, 8)
  assert.equal(byKind(afternoon({ people: training('delegation') })).get('move_training'), undefined)
}) // prettier-ignore

test('who writes mail is called in, who could not take calls is not', () => {
  assert.equal(byKind().get('call_mail_in')?.steps.length, 3)
  const people = afternoon().people.map((each) => (each.id.startsWith('writer') ? { ...each, could: ['mail'] } : each))
  assert.equal(byKind(afternoon({ people })).get('call_mail_in'), undefined)
})

test('people of a quiet queue lend a hand, as far as their own can do without them', () => {
  const idle = Array.from({ length: 6 }, (_, n) => person(`idle ${n}`, { queues: { sales: 3 }, could: ['sales', 'calls'] }))
  const more = (each: number) =>
    afternoon({ people: [...afternoon().people, ...idle], queues: [...afternoon().queues, queue('sales', { own: false })], streams: [...afternoon().streams, stream('sales', each)] })
  assert.equal(byKind(more(1)).get('open_overflow')?.steps.length, 5)
  assert.equal(byKind(more(20)).get('open_overflow'), undefined)
  const late = { id: 'late', from: NOON + 1.25 * HOUR, to: NOON + 5 * HOUR } // the pinch begins before their shift: nobody is missed before it
  const coming = { ...more(0), people: [...afternoon().people, ...idle.map((each) => ({ ...each, shift: late, from: late.from }))] }
  assert.equal(byKind(coming).get('open_overflow')?.steps.length, 5)
}) // prettier-ignore

test('nobody is asked to stay longer than law lets them, nor to come when it does not', () => {
  const late = { from: NOON - 4 * HOUR, to: NOON + HOUR }
  const people = afternoon().people.map((each, n) => ({ ...each, activities: [], shift: { id: each.id, ...late }, longer_min: n === 3 ? 45 : n === 4 ? 20 : 0 }))
  const off = person('off', { here: false, shift: null, may_come: { from: NOON, to: NOON + 5 * HOUR } })
  const kinds = byKind(afternoon({ people: [...people, off] }))
  const asks = (kind: 'ask_overtime' | 'call_in') => kinds.get(kind)?.steps.map((step) => step.does === 'ask' && [step.person.id, minutes(step.from), minutes(step.to)])
  assert.deepEqual(asks('ask_overtime'), [['caller 3', 60, 105]])
  assert.deepEqual(asks('call_in'), [['off', 60, 300]])
}) // prettier-ignore

test('who is asked, at whatever second, is asked for quarters of an hour: the plan takes no yes to anything else', () => {
  const now = NOON + 33_145
  const shift = { from: NOON - 4 * HOUR, to: NOON + HOUR }
  const people = afternoon().people.map((each) => ({ ...each, activities: [], shift: { id: each.id, ...shift }, longer_min: 52 }))
  const off = person('off', { here: false, shift: null, may_come: { from: now, to: NOON + 4.6 * HOUR } })
  const kinds = byKind(afternoon({ now, until: NOON + 5 * HOUR + 7_001, people: [...people, off] }))
  const asks = [...(kinds.get('ask_overtime')?.steps ?? []), ...(kinds.get('call_in')?.steps ?? [])].flatMap((step) => (step.does === 'ask' ? [step] : []))
  assert.deepEqual(new Set(asks.map(({ what }) => what)), new Set(['overtime', 'call_in']))
  for (const { from, to } of asks) assert.ok([from, to].every((at) => Date.parse(at) % (15 * 60_000) === 0), `${from} ${to}`)
}) // prettier-ignore

test('chats go on as fast as the targets say: what is simulated is what staffing reckons with, and a limit raised beyond it is shared', () => {
  const chats = stream('calls', 6, { channel: 'chat', at_once: 2, speeds: [1, 0.8] })
  const situation = afternoon({ streams: [...afternoon().streams, chats], chats_at_once: 2 })
  const raised = withSteps(situation, byKind(situation).get('raise_chats')!.steps)
  const { channels, compare } = scenarioOf(situation, raised)
  assert.deepEqual(channels, { chat: { at_once: 2, speeds: [1, 0.8] } })
  assert.deepEqual(compare!.channels, { chat: { at_once: 3, speeds: [1, 0.8, 1.6 / 3] } })
})

test('the menu is worked out on the same contacts, the same each time, the best first, and moving lunches helps', () => {
  const situation = afternoon({ until: NOON + 2 * HOUR })
  const { level_so_far, level_tonight, options } = think(situation)
  assert.equal(level_so_far, 0.8)
  assert.ok(level_tonight!.mean < 0.8)
  const rests = options.find(({ kind }) => kind === 'shift_rests')!
  assert.ok(rests.worth_it && rests.difference.low > 0)
  assert.ok(Math.abs(rests.level_after.mean - rests.level_now - rests.difference.mean) < 1e-9, 'paired')
  const gains = options.filter(({ worth_it }) => worth_it).map(({ difference }) => difference)
  for (const [n, gain] of gains.entries())
    for (const later of gains.slice(n + 1)) assert.ok(gain.mean > later.low - 0.005, 'what comes first is not clearly worse')
  assert.deepEqual(think(situation), { level_so_far, level_tonight, options })
})

test('of what brings about as much, that which costs nobody anything comes first; what brings clearly more comes before', () => {
  const option = (id: string, mean: number, extra_min: number): Option => ({
    id, kind: extra_min > 0 ? 'ask_overtime' : 'raise_chats', steps: [], by: 'simulation', level_now: 0.7, level_after: { mean: 0.7 + mean, low: 0.7, high: 0.9 },
    difference: { mean, low: mean - 0.003, high: mean + 0.003 }, queues: [], cost: { people: 1, rests_moved: 0, extra_min, training_min: 0, deferred_later_min: 0, occupancy: null }, lawful: true, worth_it: mean > 0.002,
  }) // prettier-ignore
  const order = (options: Option[]): string[] => ranked(options).map(({ id }) => id)
  assert.deepEqual(order([option('stay', 0.014, 150), option('chats', 0.013, 0), option('come', 0.01, 240)]), [
    'chats',
    'stay',
    'come',
  ])
  assert.deepEqual(order([option('chats', 0.013, 0), option('stay', 0.04, 150)]), ['stay', 'chats'])
  assert.deepEqual(
    order([option('nothing', 0.001, 0), option('stay', 0.003, 150)]),
    ['stay', 'nothing'],
    'what is not worth it is not, whatever it costs',
  )
})

test('where nobody comes and nobody waits there is no menu, and no figure made up', () => {
  const nothing = { level_so_far: null, level_tonight: null, options: [] }
  assert.deepEqual(think(afternoon({ streams: [], queues: [queue('calls', { so_far: { kept: 0, of: 0 } })] })), nothing)
  assert.deepEqual(think(afternoon({ people: [], queues: [queue('calls', { so_far: { kept: 0, of: 0 } })] })).options, [])
})

const anyStep = fc.record({
  who: fc.integer({ min: 0, max: 18 }),
  later: fc.integer({ min: -60, max: 60 }),
  kind: fc.integer({ min: 0, max: 4 }),
})
test('whatever is done about it, nobody works longer than planned without being asked, and what is moved back is as it was', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 6 }), (wishes) => {
      const situation = afternoon()
      const there = wishes.flatMap(({ who, later }): { step: Step; back: Step }[] => {
        const { id, name, activities } = situation.people[who]!
        const [activity] = activities
        if (!activity) return []
        const span = (by: number) => ({ from: new Date(activity.from + by * 60_000).toISOString(), to: new Date(activity.to + by * 60_000).toISOString() })
        const step = { does: 'retime' as const, person: { id: id as never, name }, shift: 's', activity: activity.id, kind: 'lunch' }
        return [{ step: { ...step, was: span(0), to: span(later) }, back: { ...step, was: span(later), to: span(0) } }]
      })
      const after = withSteps(situation, there.map(({ step }) => step))
      const work = (of: typeof situation) => of.people.map((each) => workOf(each, of).reduce((sum, { from, to }) => sum + to - from, 0))
      assert.deepEqual(work(after), work(situation))
      assert.ok(peopleOn(after, new Set(['calls'])).every((n) => n >= 0 && n <= 16))
      assert.deepEqual(withSteps(after, there.map(({ back }) => back)), situation)
    }),
  )
}) // prettier-ignore
