// The shifts somebody may be given on a day: every beginning and length that contract, pattern and law allow.
import { minutesOf } from '../contract/moments.ts'
import type { Law } from '../contract/law.ts'
import type { Pattern } from '../contract/pattern.ts'
import type { Ask } from '../contract/schedule-ask.ts'
import type { WorkContract } from '../contract/work-contract.ts'
import { slotAt, SLOTS_PER_HOUR, weekdayName, type Grid } from './grid.ts'
import { shapeOf, type Pause } from './windows.ts'

export type Option = {
  day: number
  start: number // slots since the beginning of the plan
  end: number
  paid: number // slots that count toward the contract
  pauses: readonly Pause[] // windows since the start of the shift
  late: boolean
  early: boolean
  weekend: boolean
  pattern: string
}

type Who = { contract: WorkContract; law: Law; minor: boolean }
type House = Pick<Ask, 'patterns' | 'late_after' | 'early_before'>

/** Options of each day of the plan, in the order of their beginnings. */
export function optionsOf(grid: Grid, { contract, law, minor }: Who, house: House): Option[][] {
  const patterns = house.patterns.filter(({ name }) => !contract.patterns || contract.patterns.includes(name))
  const most = Math.min(contract.hours_day_most, minor ? law.minors.day_most_h : law.day_most_h)
  return Array.from({ length: grid.days }, (_, day) =>
    patterns
      .filter(({ days }) => !days || days.includes(weekdayName(grid, day)))
      .flatMap((pattern) => optionsOfPattern(grid, { pattern, day, house }, { least: contract.hours_day_least, most }))
      .filter((option) => !minor || !atNight(grid, option, law))
      .filter((option) => pausesSuffice(option, minor ? law.minors : law))
      .toSorted((a, b) => a.start - b.start || a.end - b.end),
  )
}

type Asked = { pattern: Pattern; day: number; house: House }

function optionsOfPattern(
  grid: Grid,
  { pattern, day, house }: Asked,
  { least, most }: { least: number; most: number },
): Option[] {
  const lengths = stepped(pattern.hours.from * 60, pattern.hours.to * 60, pattern.hours.every_min)
  const latest = minutesOf(pattern.start.to)
  const starts = stepped(minutesOf(pattern.start.from), latest, pattern.start.every_min)
  const closes = pattern.ends_by === undefined ? Infinity : slotAt(grid, day, minutesOf(pattern.ends_by))
  return starts.flatMap((minutes) =>
    lengths
      .filter((length) => length / 60 >= least && length / 60 <= most)
      .flatMap((length) => {
        const paid = Math.round((length / 60) * SLOTS_PER_HOUR)
        const shape = shapeOf(pattern, { start_min: minutes, paid })
        const start = slotAt(grid, day, minutes)
        if (!shape || start + shape.span > closes) return []
        const end = start + shape.span
        return [
          { day, start, end, paid, pauses: shape.pauses, pattern: pattern.name, ...kindsOf(grid, { day, start, end }, house) },
        ]
      }),
  )
}

const stepped = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.max(0, Math.floor((to - from) / step + 1e-9) + 1) }, (_, i) => from + i * step)

type Times = { day: number; start: number; end: number }
export const kindsOf = (grid: Grid, { day, start, end }: Times, house: Pick<Ask, 'late_after' | 'early_before'>) => ({
  late: end > slotAt(grid, day, minutesOf(house.late_after)),
  early: start <= slotAt(grid, day, minutesOf(house.early_before)),
  weekend: grid.weekdays[day]! >= 5,
})

function atNight(grid: Grid, { day, start, end }: Option, { minors: { night } }: Law): boolean {
  return start < slotAt(grid, day, minutesOf(night.to)) || end > slotAt(grid, day, minutesOf(night.from))
}

// No more work in one piece than the law allows, wherever in their windows the pauses come to lie.
function pausesSuffice({ start, end, pauses }: Option, rule: { break_after_h: number; break_min: number }): boolean {
  const long = pauses.filter(({ minutes }) => minutes >= rule.break_min).toSorted((a, b) => a.from - b.from)
  const ends = [...long.map(({ to }) => to), end - start]
  const begins = [0, ...long.map(({ from, length }) => from + length)]
  return ends.every((to, i) => to - begins[i]! <= rule.break_after_h * SLOTS_PER_HOUR)
}
