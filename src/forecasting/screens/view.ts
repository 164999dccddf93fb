// What of the forecast is looked at: a stream, a span, how closely. Kept in the address.
import { steps, type Step } from '../contract.ts'

export const zooms = ['day', 'week', 'month', 'season'] as const // the closest first
export type Zoom = (typeof zooms)[number]
export type View = { stream: string | null; zoom: Zoom; day: string; step: Step | null } // the day the span holds; null: the step of the zoom

/** Whole days are shown, not parts of them. */
export const isByDay = (zoom: Zoom): boolean => zoom === 'month' || zoom === 'season'
const isDay = (text: unknown): text is string => typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text)

export function readView(search: Record<string, unknown>, today: string): View {
  const { stream, zoom, day, step } = search
  return {
    stream: typeof stream === 'string' ? stream : null,
    zoom: zooms.find((each) => each === zoom) ?? 'week',
    day: isDay(day) ? day : today,
    step: steps.find((each) => String(each) === String(step)) ?? null,
  }
}

export const todayIn = (zone: string, now: number): string =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().toString()

const STEP = { day: 15, week: 60, month: 60, season: 60 } as const
const DAYS = { day: 1, week: 7, month: 42, season: 84 } as const
const BEFORE = { day: 0, week: 0, month: 14, season: 56 } as const // of a span, how much lies before this week
export type Span = { first: string; last: string; from: string; to: string; step: Step } // days, then instants

/** The step that is shown: a day by the quarter of an hour and a week by the hour unless somebody wants it closer. */
export const stepOf = ({ zoom, step }: Pick<View, 'zoom' | 'step'>): Step => (isByDay(zoom) ? STEP[zoom] : (step ?? STEP[zoom]))

export function spanOf({ zoom, day, step }: Pick<View, 'zoom' | 'day' | 'step'>, zone: string): Span {
  const date = Temporal.PlainDate.from(day)
  const monday = date.subtract({ days: date.dayOfWeek - 1 })
  const first = zoom === 'day' ? date : monday.subtract({ days: BEFORE[zoom] })
  const last = first.add({ days: DAYS[zoom] })
  const instant = (of: Temporal.PlainDate): string => of.toZonedDateTime(zone).toInstant().toString()
  return {
    first: String(first),
    last: String(last.subtract({ days: 1 })),
    from: instant(first),
    to: instant(last),
    step: stepOf({ zoom, step }),
  }
}

export function moved({ zoom, day }: Pick<View, 'zoom' | 'day'>, by: 1 | -1): string {
  const date = Temporal.PlainDate.from(day)
  return String(date.add({ days: by * { day: 1, week: 7, month: 28, season: 56 }[zoom] }))
}

/** One closer or one wider, about a day. */
export function zoomed(zoom: Zoom, by: 1 | -1): Zoom {
  return zooms[Math.min(zooms.length - 1, Math.max(0, zooms.indexOf(zoom) - by))] ?? zoom
}
