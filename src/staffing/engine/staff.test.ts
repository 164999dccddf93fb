import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { answerShape, erlangReportShape, erlangShape } from '../contract/question.ts'
import { staffShape, type StaffAskInput } from '../contract/staff-ask.ts'
import { staffReportShape, type StaffReport } from '../contract/staff-report.ts'
import { ask } from './ask.ts'
import { emptyState, follow } from './carry.ts'
import { staff } from './staff.ts'

const staffed = (written: StaffAskInput): StaffReport => {
  const told = staff(staffShape.parse(written))
  assert.ok('report' in told, JSON.stringify(told))
  return told.report
}
const calls = { name: 'calls', calls: [30, 50, 60, 35, 20], handling_s: 240 }
const level = [{ share: 0.8, within_s: 20 }]

test('the examples of the instructions run, and answer by their schema', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../../docs/operate/staffing.md'), 'utf8')
  const examples = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text = '']) => JSON.parse(text) as object)
  assert.equal(examples.length, 5)
  for (const written of examples) {
    if (!('queues' in written)) {
      const told = ask(erlangShape.parse(written))
      assert.ok('report' in told, JSON.stringify(told))
      assert.deepEqual(erlangReportShape.parse(JSON.parse(JSON.stringify(told.report))), told.report)
      continue
    }
    const report = staffed(written as StaffAskInput) // parsed by its shape
    assert.deepEqual(staffReportShape.parse(JSON.parse(JSON.stringify(report))), report)
    for (const { kept } of report.skills ?? []) assert.ok(kept)
  }
})

test('an interval by itself is the answer to its question', () => {
  const { queues, total, hours } = staffed({
    interval_min: 15,
    shrinkage: [0.1, 0.2, 0.3, 0.4, 0.5],
    queues: [{ ...calls, targets: level }],
  })
  const third = queues[0]?.intervals[2]
  const alone = ask(erlangShape.parse({ calls: 60, interval_min: 15, handling_s: 240, targets: level, shrinkage: 0.3 }))
  assert.ok('report' in alone && third)
  const { calls_per_hour: _asked, distribution: _none, ...same } = answerShape.parse(alone.report)
  for (const [name, value] of Object.entries(same)) if (name in third) assert.deepEqual(third[name as keyof typeof third], value) // the fields both have
  assert.equal(total[2]?.scheduled, (third.agents ?? 0) / 0.7)
  assert.ok((hours.scheduled ?? 0) > (hours.seated ?? 0))
})

test('the hour the clocks change has four quarters like any other', () => {
  const { total } = staffed({
    interval_min: 15,
    from: '2026-10-25T02:30:00+02:00',
    zone: 'Europe/Paris',
    queues: [{ ...calls, targets: level }],
  })
  assert.deepEqual(total.map(({ at }) => at), ['2026-10-25T00:30:00Z', '2026-10-25T00:45:00Z', '2026-10-25T01:00:00Z', '2026-10-25T01:15:00Z', '2026-10-25T01:30:00Z']) // prettier-ignore
})

test('who waits when an overloaded quarter ends waits in the next, until they have been served', () => {
  const { queues } = staffed({ interval_min: 15, queues: [{ ...calls, agents: 11 }] })
  const intervals = queues[0]?.intervals ?? []
  const asa = intervals.map(({ figures }) => figures.wait_mean ?? Number.NaN)
  const left = intervals.map(({ left_waiting }) => left_waiting ?? Number.NaN)
  assert.equal(queues[0]?.method, 'carried')
  assert.ok(intervals.every(({ stable }) => stable) && intervals.some(({ erlangs }) => erlangs > 11))
  assert.ok(asa[3]! > asa[2]!, 'the fourth quarter could do its own calls, and pays for those before')
  assert.ok(left[0]! < 1 && left[4]! < left[2]!)
})

test('people found interval after interval leave no one less able to be spared', () => {
  const { queues } = staffed({ interval_min: 15, queues: [{ ...calls, patience_s: 200, targets: level, method: 'carried' }] })
  const agents = (queues[0]?.intervals ?? []).map((each) => each.agents ?? 0)
  assert.ok(queues[0]?.intervals.every(({ targets }) => targets.every(({ met }) => met)))
  for (const i of agents.keys()) {
    const fewer = staffed({
      interval_min: 15,
      queues: [{ ...calls, patience_s: 200, agents: agents.map((each, at) => (at === i ? each - 1 : each)), within_s: 20 }],
    })
    assert.ok((fewer.queues[0]?.intervals[i]?.figures.service_level.answered_within_of_offered ?? 1) < 0.8)
  }
})

test('a queue followed through time is the one that uniformisation finds, and comes to rest where the formula says', () => {
  const room = { arrivals_per_s: 0.08, slots: 12, endsPerS: (n: number) => n / 180, patience_s: Number.POSITIVE_INFINITY }
  const { end, over } = follow(room, emptyState, 900)
  const truth = uniformised(room, 900)
  const waiting = (shares: readonly number[]) => shares.reduce((sum, share, n) => sum + share * Math.max(0, n - 12), 0)
  assert.ok(Math.abs(waiting(end) / waiting(truth.end) - 1) < 1e-4)
  assert.ok(Math.abs(waiting(over) / waiting(truth.over) - 1) < 1e-4)
  const settled = staffed({
    interval_min: 1_440,
    queues: [{ name: 'c', calls_per_hour: [200, 200], handling_s: 180, agents: 12, method: 'settled' }],
  })
  const carried = staffed({
    interval_min: 1_440,
    queues: [{ name: 'c', calls_per_hour: [200, 200], handling_s: 180, agents: 12 }],
  })
  const last = (report: StaffReport) => report.queues[0]?.intervals[1]?.figures.wait_mean ?? Number.NaN
  assert.ok(Math.abs(last(carried) / last(settled) - 1) < 0.01)
})

// Jensen's uniformisation: steps of a discrete chain, as many as a Poisson process has in that time.
function uniformised(
  { arrivals_per_s, slots, endsPerS }: { arrivals_per_s: number; slots: number; endsPerS: (n: number) => number },
  seconds: number,
) {
  const states = 200
  const pace = arrivals_per_s + endsPerS(slots)
  let now: number[] = Array.from({ length: states }, (_, n) => (n === 0 ? 1 : 0))
  const end = now.map(Number)
  const over = now.map(Number)
  end.fill(0)
  over.fill(0)
  let weight = Math.exp(-pace * seconds)
  let until = weight
  for (let step = 0; step < pace * seconds + 12 * Math.sqrt(pace * seconds) + 30; step++) {
    for (const [n, share] of now.entries())
      [end[n], over[n]] = [(end[n] ?? 0) + weight * share, (over[n] ?? 0) + ((1 - until) * share) / (pace * seconds)]
    now = now.map((share, n) => {
      const ends = (at: number) => endsPerS(Math.min(at, slots))
      return (
        share * (1 - (arrivals_per_s + ends(n)) / pace) +
        ((now[n - 1] ?? 0) * arrivals_per_s) / pace +
        ((now[n + 1] ?? 0) * ends(n + 1)) / pace
      )
    })
    weight *= (pace * seconds) / (step + 1)
    until += weight
  }
  return { end, over }
}

test('mail uses the time callers leave free, and what is due after the day is not all done in it', () => {
  const mail = { name: 'mail', items: [10, 10, 10, 10, 10], handling_s: 300, due_after_s: 7_200 }
  const own = staffed({ interval_min: 60, queues: [{ ...calls, targets: level }], deferred: [mail] })
  const shared = staffed({ interval_min: 60, queues: [{ ...calls, targets: level }], deferred: [mail], deferred_uses_idle: 0.8 })
  const people = ({ deferred }: StaffReport) => (deferred ?? []).reduce((sum, { agents }) => sum + (agents ?? 0), 0)
  assert.equal(people(shared), 0)
  assert.ok((shared.deferred ?? []).some(({ idle_used_s }) => idle_used_s > 0))
  assert.ok(people(own) >= 4 && people(own) < 5, 'fifty mails of five minutes are 4.2 hours, of which the last two hours’ are due tomorrow') // prettier-ignore
})

test('people who can do both save some of those who can do one', () => {
  const queue = (name: string, per_hour: number) => ({
    name,
    calls_per_hour: per_hour,
    handling_s: 240,
    patience_s: 150,
    targets: level,
  })
  const asked: StaffAskInput = {
    queues: [queue('french', 30), queue('english', 30)],
    groups: [{ name: 'F', queues: ['french'] }, { name: 'E', queues: ['english'] }, { name: 'both', queues: ['french', 'english'], cost_per_hour: 1.05 }],
    simulation: { hours: 10, replications: 6 },
  } // prettier-ignore
  const [both] = staffed(asked).skills ?? []
  const [apart] = staffed({ ...asked, groups: asked.groups?.slice(0, 2) }).skills ?? []
  assert.ok(both?.kept && apart?.kept)
  assert.ok(both.cost_per_hour < apart.cost_per_hour, `${both.cost_per_hour} against ${apart.cost_per_hour}`)
  assert.ok(both.cost_per_hour >= both.least_cost_per_hour)
  assert.deepEqual(staffed(asked).skills, [both], 'the same question has the same answer')
})

const refused: [string, object, RegExp][] = [
  ['nothing', {}, /^queues: write at least one queue/],
  ['lists of different lengths', { queues: [{ ...calls, handling_s: [1, 2], targets: level }] }, /^queues\.0\.handling_s: write 5 values/],
  ['a zone that is none', { zone: 'Mars', queues: [{ ...calls, targets: level }] }, /^zone: there is no zone “Mars”/],
  ['a group of no queue', { queues: [{ ...calls, targets: level }], groups: [{ name: 'g', queues: ['x'] }] }, /^groups\.0\.queues\.0: there is no queue “x”/],
  ['a queue twice', { queues: [{ ...calls, targets: level }, { ...calls, targets: level }] }, /^queues\.1\.name: “calls” is there twice/],
  ['a queue without calls', { queues: [{ name: 'c', handling_s: 9, targets: level }] }, /^queues\.0\.calls: is missing/],
] // prettier-ignore

for (const [what, written, sentence] of refused)
  test(`${what} is told where, and what to write instead`, () => {
    const told = staff(staffShape.parse(written))
    assert.ok('fields' in told, 'it was answered')
    assert.match(told.fields.map(({ path: at, message }) => `${at}: ${message}`).join('\n'), sentence)
  })

test('a month of zeros needs nobody', () => {
  const { hours, total } = staffed({
    queues: [{ name: 'c', calls: Array.from({ length: 1_440 }, () => 0), handling_s: 200, targets: level }],
  })
  assert.deepEqual([hours, total.length], [{ seated: 0, scheduled: 0 }, 1_440])
})

test('who waits when the last call has come is still served, or waits on, while nobody comes any more', () => {
  const { queues } = staffed({ interval_min: 30, queues: [{ name: 'calls', calls: [100, 0, 0, 0, 0], handling_s: 200, agents: 3 }] }) // prettier-ignore
  const left = queues[0]!.intervals.map(({ left_waiting }) => left_waiting ?? 0)
  assert.ok(Math.abs(left[0]! - left[1]! - (3 * 1_800) / 200) < 0.1, 'three people serve one every 200 seconds each')
  assert.ok(left[4]! < 0.1 && left[3]! < left[2]!)
  const busy = queues[0]!.intervals.map(({ figures }) => figures.occupancy ?? 0)
  assert.ok(busy[1]! > 0.999 && busy[4]! < 0.5)
})
