// Opening hours as a visitor reads them: a usual week.
import type { Hours } from '#calendars/contract'

export type DayShown = { day: number; spans: string[] }

/** Days 1 (Monday) to 7, each with its spans in order, as "09:00–12:30"; a span past midnight ends on the next day's clock. */
export const hoursShown = ({ weekly }: Pick<Hours, 'weekly'>): DayShown[] =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    day,
    spans: weekly
      .filter((range) => range.weekday === day)
      .toSorted((a, b) => a.opens_minute - b.opens_minute)
      .map(({ opens_minute, closes_minute }) => `${onTheClock(opens_minute)}–${onTheClock(closes_minute)}`),
  }))

const two = (number: number): string => String(number).padStart(2, '0')
const onTheClock = (minute: number): string =>
  minute === 1_440 ? '24:00' : `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`
