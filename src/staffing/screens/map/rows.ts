// A week of needs as the rows of a heat map. Pure but for how amounts are written.
import type { Language } from '#ui/language'
import type { GroupNeed, Requirements } from '../../contract.ts'
import { clock, dayName, decimal } from '../say.ts'
import type { HeatCell, HeatRow } from './heat-map.tsx'
import type { DayDrawn, Drawn, Moment, Place } from './week.ts'

export type Layer = 'need' | 'scheduled' | 'crowded'
export type Saying = {
  spoken: Language
  cell: (values: { day: string; time: string; people: number }) => string
  closed: (values: { day: string; time: string }) => string
  now: (cell: string) => string
  today: string
  hours: (hours: string) => string
}

export const numberOf = (need: GroupNeed, layer: Layer, i: number): number => {
  if (layer === 'scheduled') return Math.ceil(need.scheduled[i]! - 1e-6)
  return layer === 'crowded' ? need.need_p90[i]! : need.need[i]!
}

/** Times of the clock across: a label at each full hour. */
export function columnsOf(
  { first, last }: Pick<Drawn, 'first' | 'last'>,
  interval_min: number,
  spoken: Language = 'fr',
): { minutes: number[]; labels: (string | null)[] } {
  const minutes = Array.from(
    { length: Math.max(0, Math.round((last - first) / interval_min)) },
    (_, i) => first + i * interval_min,
  )
  return {
    minutes,
    labels: minutes.map((minute) =>
      minute % 60 === 0 ? (spoken === 'fr' ? `${minute / 60} h` : `${String(minute / 60).padStart(2, '0')}:00`) : null,
    ),
  }
}

type Shown = { needs: Requirements; drawn: Drawn; layer: Layer; say: Saying; now: Moment }

export function weekRows(need: GroupNeed, shown: Shown): HeatRow[] {
  const { drawn, layer } = shown
  const bounds = boundsOf(drawn.days.flatMap(({ places }) => places.map(({ i }) => numberOf(need, layer, i))))
  return drawn.days.map((day) =>
    rowOf(need, day, {
      ...shown,
      bounds,
      key: day.day,
      label: dayName(day.day, shown.say.spoken, 'short'),
      isToday: day.day === shown.now.day,
    }),
  )
}

/** All groups on one day; each by its own most, since a group of three matters as much as one of eighty. */
export function groupRows(groups: readonly GroupNeed[], day: DayDrawn, shown: Shown): HeatRow[] {
  return groups.map((need) => {
    const bounds = boundsOf(day.places.map(({ i }) => numberOf(need, shown.layer, i)))
    return rowOf(need, day, { ...shown, bounds, key: need.group, label: need.label || '·', isToday: false })
  })
}

type Bounds = { least: number; most: number }
// Closed hours are no colour at all, so that what is seen lies between the least and the most of the open ones.
function boundsOf(numbers: readonly number[]): Bounds {
  const some = numbers.filter((people) => people > 0)
  return { least: Math.min(...some, Number.MAX_SAFE_INTEGER), most: Math.max(1, ...some) }
}
const heatOf = (people: number, { least, most }: Bounds): number =>
  people === 0 ? 0 : most === least ? 0.5 : 0.08 + (0.92 * (people - least)) / (most - least)

type Row = Shown & { bounds: Bounds; key: string; label: string; isToday: boolean }

function rowOf(need: GroupNeed, day: DayDrawn, row: Row): HeatRow {
  const { drawn, needs, say } = row
  const { minutes } = columnsOf(drawn, needs.interval_min)
  // The hour that comes twice in autumn is shown by the busier of the two.
  const places = new Map<number, Place>()
  for (const place of day.places) {
    const known = places.get(place.minute)
    if (!known || numberOf(need, row.layer, place.i) > numberOf(need, row.layer, known.i)) places.set(place.minute, place)
  }
  const hours = day.places.reduce((sum, { i }) => sum + (numberOf(need, row.layer, i) * needs.interval_min) / 60, 0)
  return {
    key: row.key,
    label: row.label,
    ...(row.isToday && { today: say.today }),
    ...(hours > 0 && { total: say.hours(decimal(hours, say.spoken, 0)) }),
    cells: minutes.map((minute) => {
      const place = places.get(minute)
      return place ? cellOf(need, place, { ...row, day: day.day }) : null
    }),
  }
}

function cellOf(
  need: GroupNeed,
  { i, at, minute }: Place,
  { needs, layer, bounds, say, day, now }: Row & { day: string },
): HeatCell {
  const people = numberOf(need, layer, i)
  const said = { day: dayName(day, say.spoken, 'long'), time: clock(new Date(at), needs.zone, say.spoken) }
  const closed = people === 0 && !need.open[i]
  const isNow = day === now.day && minute <= now.minute && now.minute < minute + needs.interval_min
  const told = closed ? say.closed(said) : say.cell({ ...said, people })
  return {
    text: people > 0 ? String(people) : '',
    said: isNow ? say.now(told) : told,
    ...(isNow && { now: true }),
    heat: heatOf(people, bounds),
    quiet: people === 0,
    mark: need.late_work[i]! > 0,
  }
}

/** The interval of a spot. */
export function placeAt(day: DayDrawn | undefined, minute: number | undefined): Place | undefined {
  return day?.places.find((place) => place.minute === minute)
}
