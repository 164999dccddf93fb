// The simulator held against closed formulas: where a formula exists, the rehearsal must find its figure within its own confidence interval.
// Fixed seeds, so that it passes or fails for good: with `GUICHET_VALIDATE=20` twenty times as long, intervals more than four times as narrow.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scenarioShape, type FigureName, type Report, type ScenarioInput } from './contract.ts'
import { rehearse } from './engine/index.ts'
import {
  answeredWithin, anyPatience, chatDesk, erlangA, erlangB, erlangC, fateWithin, letInAnsweredWithin, limitedPlaces, pollaczekKhinchine, sharedStay, waitsByPriority,
  withSlowRetrials,
} from '#queueing/engine' // prettier-ignore

const LONGER = Number(process.env['GUICHET_VALIDATE'] ?? 1)
const SERVICE_S = 200
const queue = { servers: 10, arrivals_per_s: 0.045, service_s: SERVICE_S } // 9 erlangs
const kind = { name: 'calls', arrivals: { per_hour: 162 }, handling: { law: 'exponential', mean_s: SERVICE_S } } as const
const ten = [{ name: 'team', count: 10 }]

function report(written: Partial<ScenarioInput> & Pick<ScenarioInput, 'traffic'>): Report {
  const scenario = scenarioShape.parse({
    staff: ten,
    days: LONGER,
    warm_up_s: 7_200,
    replications: 16,
    confidence: 0.99,
    ...written,
  })
  assert.ok(Array.isArray(scenario.traffic))
  return rehearse({ ...scenario, traffic: scenario.traffic })
}

// The interval must hold the formula's figure, and must be narrow enough to say something.
function agrees(found: Report['today']['whole'], name: FigureName, { is: wanted, within }: { is: number; within: number }) {
  const { mean, low, high } = found[name] ?? assert.fail(`no ${name}`)
  assert.ok(mean !== null && low !== null && high !== null, `${name} has no interval`)
  assert.ok(low <= wanted && wanted <= high, `${name}: ${wanted} is not within ${low} … ${high} (${mean})`)
  assert.ok((high - low) / 2 <= within * Math.max(wanted, 0.01), `${name}: ± ${(high - low) / 2} around ${mean} says too little`)
}

test('everybody waits until served: Erlang C', () => {
  const { whole } = report({ traffic: [kind] }).today
  const state = erlangC(queue)
  agrees(whole, 'wait_mean', { is: state.mean_wait_s, within: 0.32 })
  agrees(whole, 'waited', { is: state.waits, within: 0.16 })
  agrees(whole, 'service_level', { is: answeredWithin(queue, 20), within: 0.16 })
  agrees(whole, 'occupancy', { is: state.occupancy, within: 0.048 })
  agrees(whole, 'waiting_mean', { is: state.mean_waiting, within: 0.32 })
})

test('people give up: Erlang A', () => {
  const { whole } = report({
    traffic: [{ ...kind, arrivals: { per_hour: 198 }, patience: { law: 'exponential', mean_s: 150 } }],
  }).today
  const impatient = { ...queue, arrivals_per_s: 0.055, patience_s: 150 }
  const state = erlangA(impatient)
  agrees(whole, 'abandoned', { is: state.gives_up, within: 0.16 })
  agrees(whole, 'wait_mean', { is: state.mean_wait_answered_s, within: 0.16 })
  agrees(whole, 'abandoned_wait_mean', { is: state.mean_wait_given_up_s, within: 0.16 })
  agrees(whole, 'wait_of_all_mean', { is: state.mean_wait_s, within: 0.16 })
  agrees(whole, 'service_level', { is: fateWithin(impatient, 20).answered, within: 0.16 })
  agrees(whole, 'occupancy', { is: state.occupancy, within: 0.048 })
})

test('patience of another shape: M/M/c+G', () => {
  const shape = 2
  const scale_s = 180
  const patience = { law: 'weibull', shape, scale_s } as const
  const { whole } = report({ traffic: [{ ...kind, arrivals: { per_hour: 198 }, patience }] }).today
  const state = anyPatience({ ...queue, arrivals_per_s: 0.055 }, (t) => Math.exp(-((t / scale_s) ** shape)))
  agrees(whole, 'abandoned', { is: state.gives_up, within: 0.19 })
  agrees(whole, 'wait_of_all_mean', { is: state.mean_wait_s, within: 0.16 })
  agrees(whole, 'waited', { is: state.waits, within: 0.096 })
})

test('whoever finds no room is turned away: M/M/c/K', () => {
  const { whole } = report({
    traffic: [{ ...kind, arrivals: { per_hour: 198 } }],
    queues: [{ name: 'calls', most_waiting: 5 }],
  }).today
  const crowded = { ...queue, arrivals_per_s: 0.055 }
  const state = limitedPlaces(crowded, 15)
  agrees(whole, 'blocked', { is: state.blocked, within: 0.16 })
  agrees(whole, 'wait_mean', { is: state.mean_wait_s, within: 0.16 })
  agrees(whole, 'occupancy', { is: state.occupancy, within: 0.048 })
  agrees(whole, 'service_level', { is: (1 - state.blocked) * letInAnsweredWithin(crowded, 15, 20), within: 0.16 })
})

test('nobody waits: Erlang B, whatever the service looks like', () => {
  const handling = { law: 'lognormal', mean_s: SERVICE_S, cv: 1.5 } as const
  const { whole } = report({ traffic: [{ ...kind, handling }], queues: [{ name: 'calls', most_waiting: 0 }] }).today
  agrees(whole, 'blocked', { is: erlangB(10, 9), within: 0.16 })
})

test('the urgent go first, and nobody is broken off: priorities', () => {
  const half = { ...kind, arrivals: { per_hour: 81 } }
  const traffic = [
    { ...half, name: 'urgent', queue: 'urgent' },
    { ...half, name: 'others', queue: 'others' },
  ]
  const { queues } = report({ traffic, queues: [{ name: 'urgent', priority: 1_000 }, { name: 'others' }] }).today
  const [urgent = 0, others = 0] = waitsByPriority(10, SERVICE_S, [{ arrivals_per_s: 0.0225 }, { arrivals_per_s: 0.0225 }])
  agrees(queues.find(({ name }) => name === 'urgent')?.figures ?? {}, 'wait_mean', { is: urgent, within: 0.24 })
  agrees(queues.find(({ name }) => name === 'others')?.figures ?? {}, 'wait_mean', { is: others, within: 0.48 })
})

test('one server, service always the same: Pollaczek and Khinchine', () => {
  const one = { ...kind, arrivals: { per_hour: 12.6 }, handling: SERVICE_S }
  const { whole } = report({ traffic: [one], staff: [{ name: 'one' }], days: 10 * LONGER }).today
  agrees(whole, 'wait_mean', { is: pollaczekKhinchine({ arrivals_per_s: 0.0035, service_s: SERVICE_S, cv: 0 }), within: 0.24 })
})

test('chats share one adviser: processor sharing, whatever the works look like', () => {
  const chats = {
    ...kind,
    channel: 'chat',
    arrivals: { per_hour: 12.6 },
    handling: { law: 'lognormal', mean_s: SERVICE_S, cv: 1.2 },
  } as const
  const speeds = Array.from({ length: 50 }, (_, n) => 1 / (n + 1))
  const { whole } = report({
    traffic: [chats],
    staff: [{ name: 'one' }],
    channels: { chat: { at_once: 50, speeds } },
    days: 10 * LONGER,
  }).today
  agrees(whole, 'sojourn_mean', { is: sharedStay(SERVICE_S, 0.7), within: 0.15 })
})

test('at most three chats at once, each slower for company: limited processor sharing', () => {
  const chats = { ...kind, channel: 'chat', arrivals: { per_hour: 25 } } as const
  const speeds = [1, 0.8, 0.65]
  const { whole } = report({
    traffic: [chats],
    staff: [{ name: 'one' }],
    channels: { chat: { at_once: 3, speeds } },
    days: 10 * LONGER,
  }).today
  const state = chatDesk({ arrivals_per_s: 25 / 3_600, work_s: SERVICE_S, at_once: 3, speed: (n) => n * (speeds[n - 1] ?? 0) })
  agrees(whole, 'waited', { is: state.waits, within: 0.16 })
  agrees(whole, 'wait_mean', { is: state.mean_wait_s, within: 0.4 })
  agrees(whole, 'sojourn_mean', { is: state.mean_wait_s + state.mean_stay_s, within: 0.24 })
})

test('who is turned away and comes back long after: the limit of slow retrials', () => {
  const back = { probability: 0.6, after: { law: 'exponential', mean_s: 7_200 }, most: 20 } as const
  const { whole } = report({
    traffic: [{ ...kind, arrivals: { per_hour: 198 }, retrial: back }],
    queues: [{ name: 'calls', most_waiting: 0 }],
    days: 2 * LONGER,
    warm_up_s: 43_200,
    finish_s: 0,
  }).today
  const rate = withSlowRetrials(0.055, 0.6, (per_s) => erlangB(10, per_s * SERVICE_S))
  const blocked = erlangB(10, rate * SERVICE_S)
  const { mean } = whole.blocked ?? assert.fail('no figure')
  assert.ok(
    mean !== null && Math.abs(mean / blocked - 1) < 0.05,
    `${mean} for ${blocked}: a limit, which hours come near and minutes do not`,
  )
})
