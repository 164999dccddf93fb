// How far a rehearsal can be believed on a real month, call by call: `node bench/rehearsal-scores.ts FILE [--days]`, FILE in the layout of the
// Technion's bank. What is learnt comes from other days than those that are judged, where it says so; docs/rehearsal-scores.md tells the rest.
import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { rehearse } from '../src/rehearsal/engine/index.ts'
import { scenarioShape, type Figures } from '../src/rehearsal/contract.ts'
import { layouts } from '../src/rehearsal/traffic-files/columns.ts'
import { readCalls, type Call } from '../src/rehearsal/traffic-files/read-calls.ts'
import { readingShape, toScenario, type Reading } from '../src/rehearsal/traffic-files/to-scenario.ts'
import { happenedByHour, whatHappened, type Happened } from '../src/rehearsal/traffic-files/what-happened.ts'

const [file, flag] = process.argv.slice(2)
const columns = layouts['technion']
if (!file || !columns) throw new Error('node bench/rehearsal-scores.ts FILE [--days]')
const { calls, rows, odd } = readCalls(readFileSync(file, 'utf8'), columns)
const days = [...new Set(calls.map(({ day }) => day))].toSorted()
const half = (rest: number) => days.filter((_, place) => place % 2 === rest)
type Wanted = z.input<typeof readingShape>

console.log(`${rows} rows, ${calls.length} contacts, ${days.length} days; odd rows`, odd)
compare('the month', {})
compare('even days, learnt from odd', { only: half(1), learn_from: half(0), handling: 'drawn' })
compare('the same, silences of 5 min', {
  only: half(1),
  learn_from: half(0),
  handling: 'drawn',
  presence: { proof: 'none', silence_s: 300 },
})
compare('the same, no absence at all', {
  only: half(1),
  learn_from: half(0),
  handling: 'drawn',
  presence: { proof: 'none', silence_s: 86_400, last_share: 1 },
})
byHour()
if (flag === '--days') dayByDay()

function played(wanted: Wanted, replications = 20) {
  const { really, ...parts } = toScenario(calls, columns!, readingShape.parse(wanted) as Reading) // said above; its own shape's answer
  const { traffic, staff, queues, days: length } = parts
  const scenario = scenarioShape.parse({ traffic, staff, queues, days: length, replications })
  return { really, today: rehearse({ ...scenario, traffic }).today }
}

function compare(title: string, wanted: Wanted) {
  const { really, today } = played(wanted)
  console.log(`\n${title}`)
  console.table(side(today.whole, really))
}

function side(figures: Figures, really: Happened) {
  const line = (name: keyof Figures, truth: number, scale = 1) => {
    const { mean, low, high } = figures[name] ?? { mean: null, low: null, high: null }
    const round = (value: number | null) => (value === null ? null : Number((value * scale).toPrecision(4)))
    return { really: round(truth), rehearsed: round(mean), low: round(low), high: round(high) }
  }
  return {
    answered: line('answered', really.answered),
    'given up, %': line('abandoned', really.gave_up_share, 100),
    'mean wait of the answered, s': line('wait_mean', really.wait_answered_s),
    'mean wait of who gave up, s': line('abandoned_wait_mean', really.wait_gave_up_s),
    'handling, s': line('handling_mean', really.handling_s),
    'answered in 20 s, %': line('service_level', really.answered_within_share, 100),
  }
}

function byHour() {
  const { today } = played({})
  const truth = happenedByHour(calls)
  console.log('\nthe month by hour')
  console.table(
    today.hours
      .filter(({ hour }) => (truth[hour]?.offered ?? 0) > 100)
      .map(({ hour, figures }) => ({
        hour,
        offered: truth[hour]?.offered,
        'wait, really': Math.round(truth[hour]?.wait_answered_s ?? 0),
        'wait, rehearsed': Math.round(figures.wait_mean?.mean ?? 0),
        'given up %, really': (100 * (truth[hour]?.gave_up_share ?? 0)).toFixed(1),
        'given up %, rehearsed': (100 * (figures.abandoned?.mean ?? 0)).toFixed(1),
      })),
  )
}

// Each day with what all the others taught.
function dayByDay() {
  const pairs = days.flatMap((day) => {
    const own: Call[] = calls.filter((call) => call.day === day)
    if (whatHappened(own).offered < 400) return []
    const { really, today } = played(
      { from: day, to: day, learn_from: days.filter((other) => other !== day), handling: 'drawn' },
      5,
    )
    return [
      {
        day,
        wait: [really.wait_answered_s, today.whole.wait_mean?.mean ?? 0],
        lost: [really.gave_up_share, today.whole.abandoned?.mean ?? 0],
      } as const,
    ]
  })
  console.table(
    pairs.map(({ day, wait, lost }) => ({
      day,
      really: Math.round(wait[0]!),
      rehearsed: Math.round(wait[1]!),
      lost: (100 * lost[0]!).toFixed(1),
      'lost, rehearsed': (100 * lost[1]!).toFixed(1),
    })),
  )
  for (const what of ['wait', 'lost'] as const) {
    const both = pairs.map((pair) => [pair[what][0]!, pair[what][1]!] as const) // two each
    console.log(
      what,
      'correlation',
      correlation(both).toFixed(3),
      'mean error',
      (both.reduce((sum, [a, b]) => sum + Math.abs(a - b), 0) / both.length).toPrecision(3),
    )
  }
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (place: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[place], 0) / pairs.length
  const [a, b] = [mean(0), mean(1)]
  const sum = (of: (x: number, y: number) => number) => pairs.reduce((total, [x, y]) => total + of(x - a, y - b), 0)
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y))
}
