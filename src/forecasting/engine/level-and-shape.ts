// Two methods that say how much comes on a day, and what shape the day has: one knows only weekdays, the other also the month, the year and
// closings. Pure.
import type { DayFacts } from './day-facts.ts'
import { fitLevels, type Effect, type Levels, type LevelWish, type Seen } from './levels.ts'
import { meanOfSlots, type Method, type Past } from './past.ts'
import { profilesOf, type Profiles } from './profile.ts'
import { barrenWeekdays, orZero } from './simple.ts'

const WEEKDAY_SPREAD = 1
const SHAPE_WEEKS = 20

const weekdayEffects: readonly Effect[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  name: `weekday_${weekday}`,
  of: (facts) => (facts.weekday === weekday ? 1 : 0),
  spread: WEEKDAY_SPREAD,
}))

// Salaries, invoices and statements come out at the turn of the month: the first and last working days are learnt one by one.
const monthEffects: readonly Effect[] = [
  ...[1, 2, 3, 4, 5].map((nth): Effect => ({
    name: `of_month_${nth}`,
    of: ({ of_month }) => (of_month === nth ? 1 : 0),
    spread: 0.06,
  })),
  ...[1, 2, 3].map((nth): Effect => ({
    name: `to_month_end_${nth}`,
    of: ({ to_month_end }) => (to_month_end === nth ? 1 : 0),
    spread: 0.06,
  })),
]
const closingEffects: readonly Effect[] = [
  { name: 'day_after_closing', of: ({ after_closing }) => (after_closing > 0 ? 1 : 0), spread: 0.1 },
  { name: 'day_after_long_closing', of: ({ after_closing }) => (after_closing > 1 ? 1 : 0), spread: 0.1 },
  { name: 'day_before_closing', of: ({ before_closing }) => (before_closing ? 1 : 0), spread: 0.1 },
]
/** Days of the past from which a year's seasons can be told from a trend. */
const A_YEAR_AND_MORE = 420
const seasonEffects: readonly Effect[] = [1, 2, 3].flatMap((turns) =>
  [Math.sin, Math.cos].map((wave, i): Effect => {
    return {
      name: `season_${turns}_${i}`,
      of: ({ ordinal }) => wave((2 * Math.PI * turns * ordinal) / 365.2425),
      spread: 0.1 / turns,
    }
  }),
)

const regressionWish = (days: number): LevelWish => ({
  effects: [...weekdayEffects, ...monthEffects, ...closingEffects, ...(days > A_YEAR_AND_MORE ? seasonEffects : [])],
  memory_weeks: 40,
  level_weeks: 1.5,
})

/** Weekday, turn of the month, season and closings, each held back by how large it may be; times the shape of the weekday. */
export const regression: Method = (past, ahead) => {
  const shaped = shapedOf(past)
  if (!shaped) return nothing(past, ahead)
  return told({ past, ahead, shaped }, fitLevels(shaped.seen, shaped.now, regressionWish(past.days.length)))
}

/** What the regression learnt of days around closings and of the month. */
export function learntEffects(past: Past): Levels['effects'] {
  const shaped = shapedOf(past)
  return shaped ? fitLevels(shaped.seen, shaped.now, regressionWish(past.days.length)).effects : []
}

const memories = [2, 4, 20]
const levels = [1.5, 4, 10]
const wishes: readonly LevelWish[] = memories.flatMap((memory_weeks) =>
  levels.map((level_weeks) => ({ effects: weekdayEffects, memory_weeks, level_weeks })),
)
const TRIED_WEEKS = 6

/** The level of the last weeks times its weekday times the weekday's shape; how far back each looks is what served best within the past. */
export const levelProfile: Method = (past, ahead) => {
  const shaped = shapedOf(past)
  if (!shaped) return nothing(past, ahead)
  return told({ past, ahead, shaped }, fitLevels(shaped.seen, shaped.now, bestWish(shaped.seen, shaped.now)))
}

// From the last weeks, one after the other: which way of looking back told the days of the week after best.
function bestWish(seen: readonly Seen[], now: number): LevelWish {
  const first = seen[0]?.facts.ordinal ?? now
  const starts = Array.from({ length: TRIED_WEEKS }, (_, i) => now - 7 * (i + 1)).filter((start) => start - first >= 14)
  let best = { wish: wishes[4] as LevelWish, loss: Number.POSITIVE_INFINITY } // there are nine
  if (starts.length === 0) return best.wish
  for (const wish of wishes) {
    const loss = starts.reduce((sum, start) => sum + lossFrom(seen, start, wish), 0)
    if (loss < best.loss) best = { wish, loss }
  }
  return best.wish
}

function lossFrom(seen: readonly Seen[], start: number, wish: LevelWish): number {
  const before = seen.filter(({ facts }) => facts.ordinal < start)
  const week = seen.filter(({ facts }) => facts.ordinal >= start && facts.ordinal < start + 7)
  const { of } = fitLevels(before, start, wish)
  return week.reduce((sum, { facts, came, share }) => sum + Math.abs(came - share * of(facts)), 0)
}

type Shaped = { seen: Seen[]; profiles: Profiles; now: number; barren: ReadonlySet<number> }

// The shape of each weekday first from rough levels, then how many came on each day, seen as a share of its weekday's shape.
function shapedOf(whole: Past): Shaped | null {
  const barren = barrenWeekdays(whole)
  const past = { ...whole, days: whole.days.filter(({ weekday }) => !barren.has(weekday)) }
  const last = whole.days.at(-1)
  const mean = meanOfSlots(past, new Float64Array(past.days.length).fill(1))
  const usual = mean.reduce((sum, count) => sum + orZero(count), 0)
  if (!last || usual <= 0) return null
  const now = last.ordinal + 1
  const weights = past.days.map(({ ordinal }) => 0.5 ** ((now - ordinal) / 7 / SHAPE_WEEKS))
  const everyday = mean.map((count) => orZero(count) / usual)
  const rough = past.days.map(({ counts }) => {
    const { came, share } = within(counts, everyday)
    return share > 0 ? came / share / usual : 0
  })
  const profiles = profilesOf(past, { weights, levels: rough })
  const seen = past.days.map((day) => ({ facts: day, ...within(day.counts, profiles(day.weekday)) }))
  return { seen: seen.filter(({ share }) => share > LEAST_SHARE), profiles, now, barren }
}

/** A day of which less is known says nothing of its level. */
const LEAST_SHARE = 0.02

// How many came in what is known of a day, and which share of a day that is.
function within(counts: Float64Array, profile: Float64Array): { came: number; share: number } {
  let [came, share] = [0, 0]
  counts.forEach((count, s) => {
    if (Number.isNaN(count)) return
    came += count
    share += profile[s] ?? 0
  })
  return { came, share: Math.min(1, share) }
}

function told(
  { past, ahead, shaped }: { past: Past; ahead: readonly DayFacts[]; shaped: Shaped },
  levels: Levels,
): Float64Array[] {
  return ahead.map((facts) => {
    if (shaped.barren.has(facts.weekday)) return new Float64Array(past.slots)
    const level = levels.of(facts)
    return shaped.profiles(facts.weekday).map((share) => level * share)
  })
}

const nothing = ({ slots }: Past, ahead: readonly DayFacts[]): Float64Array[] => ahead.map(() => new Float64Array(slots))
