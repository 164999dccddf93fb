// What stands on the chart besides figures. Pure.
import type { Announcement, ClosedHours, Outlier, Overview } from '../contract.ts'
import type { Closed, Mark, Odd } from './chart/forecast-chart.tsx'

export const eventMarks = (events: readonly Announcement[], key: string): Mark[] =>
  events
    .filter(({ streams }) => streams.length === 0 || streams.some(({ queue, channel }) => `${queue}|${channel}` === key))
    .map(({ from, to, name }) => ({ from: Date.parse(from), to: Date.parse(to), name }))

export const holidayMarks = (holidays: Overview['holidays'], { spoken, zone }: { spoken: 'fr' | 'en'; zone: string }): Mark[] =>
  holidays.map((holiday) => {
    const day = Temporal.PlainDate.from(holiday.day)
    const at = (of: Temporal.PlainDate): number => of.toZonedDateTime(zone).epochMilliseconds
    return { from: at(day), to: at(day.add({ days: 1 })), name: holiday[spoken] }
  })

export const oddMarks = (outliers: readonly Outlier[]): Odd[] =>
  outliers.map(({ from, to, arrived, decided }) => ({
    from: Date.parse(from),
    to: Date.parse(to),
    name: '',
    arrived,
    decided: decided !== null,
  }))

const MOST_OF_A_DAY = 23 * 3_600_000
/** @param by_day only closings that take a whole day: nights would be stripes */
export const closedSpans = (hours: ClosedHours | undefined, by_day: boolean): Closed[] =>
  (hours?.closed ?? [])
    .map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }))
    .filter(({ from, to }) => !by_day || to - from >= MOST_OF_A_DAY)
