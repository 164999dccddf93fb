import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FigureName, Report } from '../contract/report.ts'
import type { ScenarioInput } from '../contract/scenario.ts'
import { rehearseTogether } from '../crew/rehearse-together.ts'
import { isReady, readScenario, rehearse } from './index.ts'

function ready(written: ScenarioInput) {
  const read = readScenario(written)
  assert.ok('scenario' in read, 'fields' in read ? JSON.stringify(read.fields) : '')
  assert.ok(isReady(read.scenario))
  return read.scenario
}
const played = (written: ScenarioInput): Report => rehearse(ready(written))
const of = ({ today }: Report, name: FigureName): number => today.whole[name]?.mean ?? Number.NaN
const about = (value: number, wanted: number, off: number): void =>
  assert.ok(Math.abs(value - wanted) <= off, `${value} is not ${wanted} ± ${off}`)

// A list of contacts, one a row: when it came, how long it is served.
const listed = (rows: readonly [number, number][]) => ({
  at_s: rows.map(([at]) => at),
  handling_s: rows.map(([, for_s]) => for_s),
})
const once = { replications: 1, days: 1, seed: 1 }
const busy: ScenarioInput = {
  replications: 6,
  days: 0.25,
  traffic: [
    {
      name: 'calls',
      arrivals: { per_hour: 300 },
      handling: { law: 'lognormal', mean_s: 100, cv: 1 },
      patience: { law: 'exponential', mean_s: 90 },
    },
  ],
  staff: [{ name: 'agents', count: 9, cost_per_hour: 20 }],
}

test('the same seed tells the same story, another seed another', () => {
  assert.deepEqual(played(busy), played(busy))
  assert.notEqual(of(played(busy), 'wait_mean'), of(played({ ...busy, seed: 2 }), 'wait_mean'))
})

test('one thread and three come to the same report, to the last digit, whom it hurts included', async () => {
  const scenario = ready({ ...busy, compare: { staff: [{ name: 'agents', count: 8 }] } })
  const alone = rehearse(scenario)
  assert.ok(alone.most_hurt.length > 0)
  assert.deepEqual(await rehearseTogether(scenario, { threads: 3 }), alone)
})

test('a rehearsal compared with itself differs in nothing, and hurts nobody', () => {
  const { difference, most_hurt } = played({ ...busy, compare: { name: 'the same' } })
  for (const [name, figure] of Object.entries(difference?.whole ?? {})) {
    about(figure?.mean ?? 0, 0, 1e-9)
    about((figure?.high ?? 0) - (figure?.low ?? 0), 0, 1e-6)
    assert.ok(name)
  }
  assert.deepEqual(most_hurt, [])
})

test('with the same contacts on both sides a difference is known better than the two figures it is made of', () => {
  const { today, tomorrow, difference } = played({ ...busy, compare: { staff: [{ name: 'agents', count: 10 }] } })
  const half = (figure: { low: number | null; high: number | null } | undefined) => ((figure?.high ?? 0) - (figure?.low ?? 0)) / 2
  const apart = Math.hypot(half(today.whole.abandoned), half(tomorrow?.whole.abandoned))
  assert.ok((difference?.whole.abandoned?.mean ?? 0) < 0)
  assert.ok(half(difference?.whole.abandoned) < apart, `${half(difference?.whole.abandoned)} against ${apart}`)
})

test('nobody waits longer than they said they would', () => {
  const { today } = played({ ...busy, traffic: [{ name: 'calls', arrivals: { per_hour: 400 }, handling: 100, patience: 60 }] })
  assert.ok((today.whole.abandoned?.mean ?? 0) > 0.05)
  assert.ok((today.whole.wait_max?.mean ?? 99) <= 60)
  about(today.whole.abandoned_wait_mean?.mean ?? 0, 60, 1e-6)
})

test('without room to wait whoever finds nobody free is turned away, and tries again as often as they said', () => {
  const calls = { name: 'calls', arrivals: { per_hour: 400 }, handling: { law: 'exponential' as const, mean_s: 100 } }
  const queues = [{ name: 'calls', most_waiting: 0 }]
  const without = played({ ...busy, queues, traffic: [calls] })
  assert.equal(of(without, 'waited'), 0)
  const again = played({ ...busy, queues, traffic: [{ ...calls, retrial: { probability: 1, after: 300, most: 3 } }] })
  assert.ok(of(again, 'offered') > of(without, 'offered') * 1.1)
  assert.ok(of(again, 'retried') > 0.1)
})

test('two chats at half speed take twice as long, and one left alone is fast again', () => {
  const channels = { chat: { at_once: 2, speeds: [1, 0.5] } }
  const staff = [{ name: 'agent' }]
  const chat = (rows: readonly [number, number][]) =>
    played({ ...once, channels, staff, traffic: [{ name: 'c', channel: 'chat', arrivals: listed(rows) }] })
  about(of(chat([[0, 100], [0, 100]]), 'handling_mean'), 200, 1e-6) // prettier-ignore
  about(of(chat([[0, 100], [0, 50]]), 'handling_mean'), (100 + 150) / 2, 1e-6) // prettier-ignore
})

test('a call interrupts a mail, which goes on where it was', () => {
  const report = played({
    ...once,
    staff: [{ name: 'agent' }],
    traffic: [
      { name: 'mail', channel: 'email', arrivals: listed([[0, 100]]) },
      { name: 'calls', arrivals: listed([[50, 30]]) },
    ],
  })
  const mail = report.today.queues.find(({ name }) => name === 'mail')
  about(mail?.figures.handling_mean?.mean ?? 0, 130, 1e-6)
  about(report.today.queues.find(({ name }) => name === 'calls')?.figures.wait_max?.mean ?? 1, 0, 1e-6)
})

test('who comes before the shift waits for it, a break is a break, and what is in hand at the end of the day is finished', () => {
  const staff = [{ name: 'agent', shifts: [{ from: '08:00', to: '17:00', breaks: [{ at: '12:00', for_s: 3_600 }] }] }]
  const wait = (at_h: number, for_s = 60): Report =>
    played({ ...once, staff, traffic: [{ name: 'calls', arrivals: listed([[at_h * 3_600, for_s]]) }] })
  about(of(wait(7.5), 'wait_max'), 1_800, 1e-6)
  about(of(wait(12.25), 'wait_max'), 2_700, 1e-6)
  about(of(wait(16.99, 600), 'handling_mean'), 600, 1e-6)
  about(of(wait(16.99, 600), 'staffed_hours'), 8 + (16.99 * 3_600 + 600 - 17 * 3_600) / 3_600, 1e-6)
  assert.equal(of(wait(17.5), 'unserved'), 1)
})

test('numbers at work by the hour are as good as shifts', () => {
  const report = played({
    ...once,
    staff: [{ name: 'agents', pattern: { people: [1, 3], from: '08:00' } }],
    traffic: [{ name: 'calls', arrivals: listed([[8.5 * 3_600, 7_200], [8.6 * 3_600, 60]]) }], // prettier-ignore
  })
  about(of(report, 'staffed_hours'), 4 + 0.5, 1e-6) // half an hour of overtime
  about(of(report, 'wait_max'), 0.4 * 3_600, 1e-6)
})

test('whoever has their own person meets fewer people', () => {
  const traffic = [
    {
      name: 'cases',
      arrivals: { per_hour: 60 },
      handling: 120,
      again: { probability: 0.7, after: { law: 'exponential' as const, mean_s: 1_800 } },
    },
  ]
  const staff = [{ name: 'agents', count: 6 }]
  const pool = played({ ...once, traffic, staff })
  const own = played({ ...once, traffic, staff, queues: [{ name: 'cases', persons_first: { owner_s: 600 } }] })
  assert.ok(of(pool, 'people_met') > of(own, 'people_met') + 0.3, `${of(pool, 'people_met')} and ${of(own, 'people_met')}`)
  assert.ok(of(own, 'person_first') > of(pool, 'person_first') + 0.3)
})

test('a call-back keeps its place, and frees the line', () => {
  const rows: [number, number][] = Array.from({ length: 12 }, (_, i) => [i * 10, 300])
  const report = played({
    ...once,
    staff: [{ name: 'agent' }],
    queues: [{ name: 'calls', call_back: { longer_than: 1 } }],
    traffic: [{ name: 'calls', arrivals: listed(rows), patience: 900, call_back: { accepted: 1 } }],
  })
  about(of(report, 'called_back'), 9 / 12, 1e-9)
  assert.equal(of(report, 'answered'), 12)
  assert.equal(of(report, 'abandoned'), 0)
})

test('an offer that rings is answered after it has rung', () => {
  const queues = [{ name: 'calls', rings_s: 5, strategy: 'ring_all' as const }]
  const report = played({ ...once, queues, staff: [{ name: 'agents', count: 3 }], traffic: [{ name: 'calls', arrivals: listed([[0, 60], [100, 60]]) }] }) // prettier-ignore
  about(of(report, 'wait_mean'), 5, 1e-6)
})

test('closed hours turn away or keep, as the queue says', () => {
  const open = [{ from: '09:00', to: '17:00' }]
  const day = (closed: 'wait' | 'refuse') =>
    played({ ...once, queues: [{ name: 'calls', open, closed }], staff: [{ name: 'agent' }], traffic: [{ name: 'calls', arrivals: listed([[8 * 3_600, 60], [10 * 3_600, 60]]) }] }) // prettier-ignore
  assert.equal(of(day('refuse'), 'blocked'), 0.5)
  about(of(day('wait'), 'wait_max'), 3_600, 1e-6)
})

test('the contacts that lose most are named, the worst first', () => {
  const traffic = [{ name: 'calls', arrivals: { ...listed([[0, 100], [10, 100], [20, 100]]), ids: ['Ann', 'Bob', 'Cid'] } }] // prettier-ignore
  const { most_hurt } = played({
    ...once,
    traffic,
    staff: [{ name: 'agents', count: 3 }],
    compare: { staff: [{ name: 'agents' }] },
  })
  assert.deepEqual(
    most_hurt.map(({ id, hurt_s }) => [id, Math.round(hurt_s)]),
    [['Cid', 180], ['Bob', 90]], // prettier-ignore
  )
})

test('a precision that is asked for is reached, or it is said that it was not', () => {
  const reached = played({ ...busy, replications: { figure: 'abandoned', half_width: 0.03, most: 100 } })
  assert.equal(reached.precision_reached, true)
  assert.ok(reached.replications < 100)
  assert.equal(played({ ...busy, replications: { figure: 'abandoned', half_width: 0.0001, most: 12 } }).precision_reached, false)
})

test('more work than people, with nobody who gives up, is called unstable and still ends', () => {
  const { today } = played({
    ...once,
    replications: 2,
    traffic: [{ name: 'calls', arrivals: { per_hour: 120 }, handling: 100 }],
    staff: [{ name: 'agents', count: 3 }],
  })
  assert.deepEqual(today.warnings.map(({ code }) => code), ['unstable']) // prettier-ignore
  assert.ok((today.whole.unserved?.mean ?? 0) > 0)
  const calm = played({
    ...once,
    traffic: [{ name: 'calls', arrivals: { per_hour: 100 }, handling: 100 }],
    staff: [{ name: 'agents', count: 3 }],
  })
  assert.deepEqual(calm.today.warnings, [])
})

test('a busy day is busy for everybody: random busyness spreads the days without making them fuller', () => {
  const spread = (busyness: number) => {
    const report = played({ ...busy, replications: 40, days: 0.1, busyness: { cv: busyness } })
    const { mean, high } = report.today.whole.offered ?? {}
    return { mean: mean ?? 0, half: (high ?? 0) - (mean ?? 0) }
  }
  const [calm, wild] = [spread(0), spread(0.5)]
  assert.ok(wild.half > 3 * calm.half)
  about(wild.mean, calm.mean, 2 * wild.half)
})

test('the centre’s own rulebook decides which queue takes a contact', () => {
  const rulebook = { queues: [{ key: 'french', takes: { languages: ['fr'] } }, { key: 'rest' }] }
  const report = played({
    ...once,
    rulebook,
    staff: [{ name: 'agents', count: 2, languages: { fr: 3 } }],
    traffic: [
      { name: 'in French', arrivals: listed([[0, 60]]), facts: { language: 'fr' } },
      { name: 'others', arrivals: listed([[0, 60], [5, 60]]) }, // prettier-ignore
    ],
  })
  const offered = new Map(report.today.queues.map(({ name, figures }) => [name, figures.offered?.mean]))
  assert.equal(offered.get('french'), 1)
  assert.equal(offered.get('rest'), 2)
})

test('an offer that is answered late, declined or let ring out costs the time it rings, and nobody is lost by it', () => {
  const asked = (answers?: NonNullable<ScenarioInput['staff']>[number]['answers']): Report =>
    played({
      replications: 5,
      days: 40,
      traffic: [{ name: 'calls', arrivals: { per_hour: 1, gaps: 'even' }, handling: 60 }],
      queues: [{ name: 'calls', lapses_s: 30 }],
      staff: [{ name: 'a', count: 2, ...(answers ? { answers } : {}) }],
    })
  assert.equal(of(asked(), 'wait_mean'), 0)
  about(of(asked({ after: 8 }), 'wait_mean'), 8, 1e-6)
  const declining = asked({ after: 8, declines: 0.25 })
  assert.equal(of(declining, 'answered'), of(declining, 'offered'))
  // One in four is asked of the other, one in sixteen comes back when the first may be asked again, a minute after.
  assert.ok(of(declining, 'wait_mean') > 10 && of(declining, 'wait_mean') < 16, String(of(declining, 'wait_mean')))
  assert.ok(of(asked({ after: 8, lapses: 0.25 }), 'wait_mean') > 15, 'an offer nobody answers rings for thirty seconds')
  assert.deepEqual(asked({ after: 8, declines: 0.25 }), declining)
})
