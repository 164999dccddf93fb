// The forecast of one series: the race, the choice, and everything that is told of it. Pure.
import type { Note, RaceRow, SeriesAnswer } from '../contract/answer.ts'
import type { Ask, MethodId } from '../contract/ask.ts'
import { boundsOf, coverageOf } from './bounds.ts'
import { best, isSimple, judgedBy, lossOf, rowsOf, type JudgedBy } from './choose.ts'
import { combination } from './combine.ts'
import { dateOf } from './day-grid.ts'
import { wape } from './errors.ts'
import { effectsOf } from './effects-told.ts'
import { gapsIn } from './gaps.ts'
import { handlingOf } from './handling.ts'
import { heavyRunner, type HeavyTold } from './heavy.ts'
import { laidOut } from './lay-out.ts'
import { racersOf } from './methods.ts'
import { notesOf } from './notes.ts'
import { outliersIn } from './outliers.ts'
import { knownOf } from './past.ts'
import { patienceOf } from './patience.ts'
import type { Prepared } from './prepare.ts'
import { run, scored, type Runner, type Scored } from './race.ts'
import { clocksOf } from './seen.ts'
import { note, whyChosen, whyNothing, whyUntried } from './sentences.ts'
import { tellDays } from './tell-days.ts'

/** What the methods that run here told of a series: it does not wait for the heavy ones. */
export type RacedHere = { racers: Runner[]; missed: RaceRow[] }

export function racedHere(known: Prepared, ask: Ask): RacedHere {
  const length = known.last - (known.final.past.days[0]?.ordinal ?? known.last) + 1
  const able = racersOf(ask)
  return {
    racers: able.filter(({ least_days }) => length >= least_days).map(({ id, method }) => run(id, method, known)),
    missed: able.filter(({ least_days }) => length < least_days).map(({ id }) => missing(id, 'too_short')),
  }
}

type Raced = RacedHere & { heavy: readonly (HeavyTold | null)[] }

export function tellSeries(known: Prepared, ask: Ask, here: Raced): SeriesAnswer {
  const { racers, missed } = withHeavy(known, ask, here)
  const { all, chosen, by } = decided(known, racers, ask)
  const scoredChosen = known.trials.length > 0 ? chosen : null
  const leads = Math.max(1, (known.ahead.days.at(-1)?.ordinal ?? known.last + 1) - known.last)
  const bounds = boundsOf(known.trials, scoredChosen, leads)
  const handling = handlingOf(known.seen)
  const told = tellDays({ known, told: chosen.final, bounds, handling }, ask)
  const figures = known.laid.past.days.map(({ counts }) => knownOf(counts).total)
  const first = known.final.past.days[0]
  return {
    name: known.name,
    known: {
      from: first?.date ?? null,
      to: dateOf(known.last),
      days: known.days,
      total: figures.reduce((sum, total) => sum + total, 0),
    },
    chosen: chosen.method,
    why: scoredChosen ? reason(scoredChosen, all, by) : whyUntried,
    race: [...rowsOf(all, { by, chosen: chosen.method, trials: known.trials }), ...missed],
    tried_on: {
      origins: known.trials.length,
      horizon_days: Math.max(0, ...known.trials.map(({ came }) => came.length)),
      intervals: chosen.all.intervals,
    },
    coverage: scoredChosen ? coverageOf(known.trials, scoredChosen, ask.quantiles) : [],
    spread: { day_cv: Math.sqrt(bounds.spreads.day[0] ?? 0), dispersion: bounds.spreads.dispersion },
    ...told,
    outliers: outliersTold(known, ask),
    gaps: gapsIn(known.seen, known.laid),
    effects: effectsOf(known),
    notes: notesOf(known, { missed, why: here.heavy.find((each) => each !== null && 'failed' in each)?.failed ?? '' }, ask),
    handling: handling?.said ?? null,
    patience: patienceOf(ask.series.find(({ name }) => name === known.name)?.waits),
  }
}

function withHeavy(known: Prepared, ask: Ask, { racers, missed, heavy }: Raced): RacedHere {
  if (ask.methods !== undefined && !ask.methods.includes('mstl_ets')) return { racers, missed }
  const decomposed = heavyRunner(known, heavy)
  if (decomposed) return { racers: [...racers, decomposed], missed }
  const state = heavy.some((each) => each && 'too_slow' in each)
    ? 'too_slow'
    : heavy.some((each) => each && 'failed' in each)
      ? 'failed'
      : heavy.some((each) => each && 'no_chance' in each)
        ? 'no_chance'
        : 'too_short'
  return { racers, missed: heavy.length > 0 ? [...missed, missing('mstl_ets', state)] : missed }
}

const missing = (method: MethodId, state: RaceRow['state']): RaceRow => ({
  method,
  wape: null,
  bias: null,
  wape_day: null,
  mase: null,
  by_lead: [],
  by_origin: [],
  state,
})

// The combination races too; where nothing could be tried, the mean of the last weeks is told.
function decided(known: Prepared, racers: readonly Runner[], { methods }: Ask): { all: Scored[]; chosen: Scored; by: JudgedBy } {
  const alone = racers.map((runner) => scored(runner, known.trials))
  const by = judgedBy(alone[0]?.all ?? { came: 0, intervals: 0, off: 0, over: 0, deviance: 0 })
  const fallback = alone.find(({ method }) => method === 'mean_weeks') ?? alone[0]
  if (!fallback) throw new Error('the simple methods always race')
  if (known.trials.length === 0) return { all: alone, chosen: fallback, by }
  const together =
    methods === undefined || methods.includes('combination')
      ? combination(alone, (one, without) => lossOf(one, by, without))
      : null
  const all = together ? [...alone, scored(together, known.trials)] : alone
  return { all, chosen: best(all, by) ?? fallback, by }
}

function reason(chosen: Scored, all: readonly Scored[], by: JudgedBy): SeriesAnswer['why'] {
  const simple =
    best(
      all.filter(({ method }) => isSimple(method)),
      by,
    ) ?? chosen
  return whyChosen({ method: chosen.method, wape: wape(chosen.all), simple: simple.method, simple_wape: wape(simple.all), by })
}

// Outliers are looked for in all that was seen, also in what a person has set aside since.
function outliersTold(known: Prepared, ask: Ask): SeriesAnswer['outliers'] {
  const { past } = ask.set_aside.length > 0 ? laidOut(known.seen, { ...ask, set_aside: [] }, known.name) : known.laid
  const clocks = clocksOf(ask.zone)
  const aside = ask.set_aside
    .filter(({ series }) => series === undefined || series === known.name)
    .map(({ from, to }) => ({ from: clocks(from), to: clocks(to) }))
  return outliersIn({ past, seen: known.seen, occurrences: known.final.known.occurrences }).map((outlier) => {
    const [from, to] = [clocks(outlier.from), clocks(outlier.to)]
    return { ...outlier, set_aside: aside.some((span) => span.from < to && from < span.to) }
  })
}

/** A series of which nothing is known: nothing is forecast, and it says so. */
export function unknownSeries({ name, waits }: Ask['series'][number]): SeriesAnswer {
  const notes: Note[] = [note('nothing_known')]
  return {
    name,
    known: { from: null, to: null, days: 0, total: 0 },
    chosen: null,
    why: whyNothing,
    race: [],
    tried_on: { origins: 0, horizon_days: 0, intervals: 0 },
    coverage: [],
    spread: { day_cv: 0, dispersion: 1 },
    intervals: [],
    days: [],
    outliers: [],
    gaps: [],
    effects: [],
    notes,
    handling: null,
    patience: patienceOf(waits),
  }
}
