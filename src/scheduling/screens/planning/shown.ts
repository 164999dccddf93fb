// What of the plan is shown, kept in the address.
import { groupings, orders, type Wanted } from './grid/rows.ts'
import type { View } from './grid/timeline.ts'

const views = ['day', 'week', 'month'] as const
export const opens = ['swaps', 'bids', 'wishes'] as const // the pages of the requests
export const onlys = ['all', 'working', 'troubled'] as const

export type Wished = {
  plan?: string
  view?: View
  day?: string // the first day shown
  q?: string
  team?: string
  by?: Wanted['grouping']
  sort?: Wanted['order']
  only?: Wanted['only']
  group?: string // whose coverage stands above
  open?: (typeof opens)[number] // what a notice leads to
}
export type Wish = { [Name in keyof Wished]?: Wished[Name] | undefined }

export function readWished(kept: Record<string, unknown>): Wished {
  const text = (name: string) => (typeof kept[name] === 'string' && kept[name] !== '' ? { [name]: kept[name] } : {})
  const one = (name: string, of: readonly string[]) => (of.includes(String(kept[name])) ? { [name]: kept[name] } : {})
  const day = typeof kept['day'] === 'string' && /^\d{4}-\d\d-\d\d$/.test(kept['day']) ? { day: kept['day'] } : {}
  return {
    ...text('plan'),
    ...one('view', views),
    ...day,
    ...text('q'),
    ...text('team'),
    ...one('by', groupings),
    ...one('sort', orders),
    ...one('only', onlys),
    ...one('open', opens),
    ...(typeof kept['group'] === 'string' ? { group: kept['group'] } : {}), // '' is one: what no queue takes
  }
}

export const wantedOf = ({ q, team, by, sort, only }: Wished): Wanted => ({
  q: q ?? '',
  team: team ?? '',
  grouping: by ?? 'none',
  order: sort ?? 'name',
  only: only ?? 'all',
})

/** The days on screen: one, a week from its Monday, or four weeks; never beyond the plan. */
export function daysShown({ first_day, last_day }: { first_day: string; last_day: string }, { view = 'week', day }: Wished, today: string): string[] {
  const within = (each: string): string => (each < first_day ? first_day : each > last_day ? last_day : each)
  const wanted = Temporal.PlainDate.from(within(day ?? (today >= first_day && today <= last_day ? today : first_day)))
  const begins = view === 'day' ? wanted : wanted.subtract({ days: wanted.dayOfWeek - 1 })
  const start = within(begins.toString())
  const length = view === 'day' ? 1 : view === 'week' ? 7 : 28
  const most = Temporal.PlainDate.from(start).until(last_day).days + 1
  return Array.from({ length: Math.min(length, most) }, (_, at) => Temporal.PlainDate.from(start).add({ days: at }).toString())
} // prettier-ignore

/** The first day of what lies before or after; null where the plan ends. */
export function turned({ first_day, last_day }: { first_day: string; last_day: string }, days: readonly string[], by: -1 | 1): string | null {
  const edge = by === 1 ? days.at(-1) : days[0]
  if (!edge) return null
  const next = Temporal.PlainDate.from(edge).add({ days: by === 1 ? 1 : -1 }).toString()
  return next < first_day || next > last_day ? null : next
} // prettier-ignore
