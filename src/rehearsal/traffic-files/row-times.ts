// The times of one row, made seconds of its own day.
import type { Cells, Columns } from './columns.ts'
import { dayOf, daysBetween, momentOf } from './moments.ts'

export type Stretch = { from_s: number; to_s: number }
export type Times = { day: string; entered_s: number; arrived_s: number; queued: Stretch | null; served: Stretch | null }
export type TimesUnclear = 'day_unreadable' | 'time_unreadable' | 'ends_before_it_begins'

export function timesOf(columns: Columns, cell: Cells): Times | TimesUnclear {
  const arrived = momentOf(cell('arrived') ?? '')
  if (!arrived) return 'time_unreadable'
  const day = arrived.day ?? dayOf(cell('date') ?? '')
  if (!day) return 'day_unreadable'
  const arrived_s = columns.menu_left ? secondIn(day, cell('menu_left') ?? '', arrived.second) : arrived.second
  if (arrived_s === null) return 'time_unreadable'
  const stretch = (from: string | null, to: string | null) =>
    stretchOf(columns, { day, after: arrived_s }, [from ?? '', to ?? ''])
  const queued = columns.queued ? stretch(cell('queued'), cell('queue_left')) : null
  const served = columns.served_from ? stretch(cell('served_from'), cell('served_to')) : null
  if (typeof queued === 'string') return queued
  if (typeof served === 'string') return served
  return { day, entered_s: arrived.second, arrived_s, queued, served }
}

// Two zero times are no time at all; a single one is midnight.
function stretchOf(columns: Columns, { day, after }: { day: string; after: number }, [from, to]: [string, string]) {
  if (columns.nothing.includes(from) && columns.nothing.includes(to)) return null
  const from_s = secondIn(day, from, after)
  const to_s = from_s === null ? null : secondIn(day, to, from_s)
  if (from_s === null || to_s === null) return 'time_unreadable'
  return to_s < from_s ? 'ends_before_it_begins' : { from_s, to_s }
}

// A time of day far below the one before it belongs to the day after (past midnight); a little below is a clock that rounds, and stays.
function secondIn(day: string, written: string, after: number): number | null {
  const moment = momentOf(written)
  if (!moment) return null
  if (moment.day) return moment.second + daysBetween(day, moment.day) * 86_400
  return moment.second + (moment.second < after - 43_200 ? 86_400 : 0)
}
