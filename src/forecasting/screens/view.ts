// What of the forecast is looked at: a stream, a span, how closely. Kept in the address.
export type Zoom = 'day' | 'week' | 'month'
export type View = { stream: string | null; zoom: Zoom; day: string } // the day the span holds

export const zooms = ['day', 'week', 'month'] as const
const isDay = (text: unknown): text is string => typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text)

export function readView(search: Record<string, unknown>, today: string): View {
  const { stream, zoom, day } = search
  return {
    stream: typeof stream === 'string' ? stream : null,
    zoom: zooms.find((each) => each === zoom) ?? 'week',
    day: isDay(day) ? day : today,
  }
}

export const todayIn = (zone: string, now: number): string =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().toString()

const STEP = { day: 15, week: 60, month: 60 } as const
export type Span = { first: string; last: string; from: string; to: string; step: 15 | 60 } // days, then instants

/** A day is shown by the quarter of an hour, a week by the hour, five weeks by the day. */
export function spanOf({ zoom, day }: Pick<View, 'zoom' | 'day'>, zone: string): Span {
  const date = Temporal.PlainDate.from(day)
  const monday = date.subtract({ days: date.dayOfWeek - 1 })
  const [first, days] = zoom === 'day' ? [date, 1] : zoom === 'week' ? [monday, 7] : [monday.subtract({ days: 14 }), 42]
  const last = first.add({ days })
  const instant = (of: Temporal.PlainDate): string => of.toZonedDateTime(zone).toInstant().toString()
  return {
    first: String(first),
    last: String(last.subtract({ days: 1 })),
    from: instant(first),
    to: instant(last),
    step: STEP[zoom],
  }
}

export function moved({ zoom, day }: Pick<View, 'zoom' | 'day'>, by: 1 | -1): string {
  const date = Temporal.PlainDate.from(day)
  return String(date.add(zoom === 'day' ? { days: by } : zoom === 'week' ? { days: 7 * by } : { days: 28 * by }))
}
