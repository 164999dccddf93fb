// Forecasts: the error of a week told from twelve weeks, by quarter of an hour, from eight moments of the past; each method, and what is chosen without seeing
// the week. The floor is the mean of the last four weeks. GUICHET_BENCH_CALLS names the file of the bank's calls; without it days are made up.
import { existsSync } from 'node:fs'
import { forecastWithAll } from '#forecasting'
import { askShape, type MethodId, type SeriesAnswer } from '#forecasting/engine'
import { median, type Figure, type Measure, type Settings } from './figures.ts'
import { toldBy } from './world/one-method.ts'
import { callDaysOf, closedUp, FIRST_SLOT, madeUpDays, type CallDay } from './world/call-days.ts'

const TRAINED = 60 // days, twelve weeks of five
const TESTED = 5
const ORIGINS = [60, 70, 80, 90, 100, 110, 120, 130]
/** With --large also from every third day, so that no choice of moments flatters. */
const MANY_ORIGINS = Array.from({ length: 33 }, (_, i) => 60 + 3 * i)
const GOAL = 8.46

export const forecast: Measure = {
  name: 'forecast',
  title: 'forecast',
  run: async ({ say, runs, large }) => {
    const file = process.env.GUICHET_BENCH_CALLS
    const real = file !== undefined && existsSync(file)
    if (!real) say('  no file of calls (GUICHET_BENCH_CALLS): made-up days, the goal is not theirs')
    const days = real ? callDaysOf(file) : madeUpDays()
    const settings: Run = { say, runs, real, origins: ORIGINS }
    const many = { ...settings, origins: MANY_ORIGINS }
    const figures = await raced(days, 'as dated', settings)
    if (real) figures.push(...(await raced(closedUp(days), 'days closed up', settings)))
    if (large) figures.push(...(await raced(days, `as dated, ${MANY_ORIGINS.length} moments`, many)))
    if (large && real) figures.push(...(await raced(closedUp(days), `days closed up, ${MANY_ORIGINS.length} moments`, many)))
    return [...figures, await timed(days, settings)]
  },
}

type Run = Pick<Settings, 'say' | 'runs'> & { real: boolean; origins: readonly number[] }
type Error = { off: number; came: number }

const methods: readonly MethodId[] = ['last_week', 'median_weeks', 'level_profile', 'regression', 'mstl_ets']

async function raced(days: readonly CallDay[], title: string, { say, real, origins }: Run): Promise<Figure[]> {
  say(`  ${title}: the choice, from ${origins.length} moments`)
  const chosen: string[] = []
  const held = { below: [0, 0, 0], intervals: 0 }
  const auto: Error = { off: 0, came: 0 }
  const perOrigin: string[] = []
  for (const origin of origins) {
    const told = await toldFrom(days, origin)
    const error = errorOf(
      new Map(told.intervals.map(({ at, mean }) => [at.slice(0, 16), mean])),
      days.slice(origin, origin + TESTED),
    )
    auto.off += error.off
    auto.came += error.came
    perOrigin.push(percent(error).toFixed(1))
    chosen.push(told.chosen ?? '–')
    for (const day of days.slice(origin, origin + TESTED)) keep(held, told, day)
  }
  const floor = await alone(days, 'mean_weeks', origins)
  const shares = held.below.map((below) => `${((100 * below) / held.intervals).toFixed(0)} %`).join(' · ')
  const figures: Figure[] = [
    {
      what: `week ahead, chosen (${title})`,
      value: percent(auto),
      unit: '% WAPE',
      floor,
      ...(real && { goal: { most: GOAL } }),
      note: `${origins.length > 8 ? '' : `by origin ${perOrigin.join(' ')}; `} below p10 · p50 · p90: ${shares}; chosen: ${tallied(chosen)}`,
    },
  ]
  for (const method of methods) {
    say(`  ${title}: ${method}`)
    figures.push({ what: `${method} alone (${title})`, value: await alone(days, method, origins), unit: '% WAPE', floor })
  }
  return figures
}

// Each method once, from what is written to the week told; and the whole race, every method from eight moments of the past.
async function timed(days: readonly CallDay[], { say, runs }: Run): Promise<Figure> {
  say('  twelve weeks: each method once, and the whole race')
  const origin = ORIGINS[4] ?? 100
  const trained = days.slice(origin - TRAINED, origin)
  const slowest = { method: 'none', seconds: 0 }
  for (const method of ['mean_weeks', ...methods] as const) {
    const seconds = await seconded(runs, () => toldBy(askOf(trained), method))
    if (seconds > slowest.seconds) Object.assign(slowest, { method, seconds })
  }
  const race = await seconded(runs, () => toldFrom(days, origin))
  return {
    what: 'twelve weeks fitted by the slowest method',
    value: slowest.seconds,
    unit: 's',
    goal: { most: 1 },
    note: `${slowest.method}, its thread opened and closed; the whole race: ${race.toFixed(2)} s`,
  }
}

async function seconded(runs: number, work: () => Promise<unknown>): Promise<number> {
  const seconds: number[] = []
  for (let run = 0; run <= runs; run++) {
    const began = performance.now()
    await work()
    if (run > 0) seconds.push((performance.now() - began) / 1_000) // the first compiles
  }
  return median(seconds)
}

const askOf = (days: readonly CallDay[]) =>
  askShape.parse({
    series: [
      {
        name: 'calls',
        rows: days.flatMap(({ date, counts }) => counts.map((n, slot) => ({ at: `${date}T${clock(FIRST_SLOT + slot)}`, n }))),
      },
    ],
    horizon: { days: 14 }, // five working days, whatever lies between
    seconds: 60,
  })
const clock = (slot: number): string =>
  `${String(Math.floor(slot / 4)).padStart(2, '0')}:${String((slot % 4) * 15).padStart(2, '0')}`

async function toldFrom(days: readonly CallDay[], origin: number): Promise<SeriesAnswer> {
  const [answer] = (await forecastWithAll(askOf(days.slice(origin - TRAINED, origin)))).series
  if (!answer) throw new Error('nothing was told')
  return answer
}

async function alone(days: readonly CallDay[], method: MethodId, origins: readonly number[]): Promise<number> {
  const sum: Error = { off: 0, came: 0 }
  for (const origin of origins) {
    const told = await toldBy(askOf(days.slice(origin - TRAINED, origin)), method)
    const { off, came } = errorOf(told, days.slice(origin, origin + TESTED))
    sum.off += off
    sum.came += came
  }
  return percent(sum)
}

function errorOf(means: ReadonlyMap<string, number>, days: readonly CallDay[]): Error {
  let [off, came] = [0, 0]
  for (const { date, counts } of days) {
    counts.forEach((count, slot) => {
      off += Math.abs((means.get(`${date}T${clock(FIRST_SLOT + slot)}`) ?? 0) - count)
      came += count
    })
  }
  return { off, came }
}

function keep(held: { below: number[]; intervals: number }, { intervals }: SeriesAnswer, { date, counts }: CallDay): void {
  const points = new Map(intervals.map((point) => [point.at.slice(0, 16), point]))
  counts.forEach((count, slot) => {
    const point = points.get(`${date}T${clock(FIRST_SLOT + slot)}`)
    if (!point) return
    held.intervals += 1
    ;[point.p10, point.p50, point.p90].forEach((bound, i) => {
      if (count <= (bound ?? 0)) held.below[i] = (held.below[i] ?? 0) + 1
    })
  })
}

const percent = ({ off, came }: Error): number => (100 * off) / came
const tallied = (chosen: readonly string[]): string =>
  [...new Set(chosen)].map((method) => `${method} ${chosen.filter((each) => each === method).length}`).join(', ')
