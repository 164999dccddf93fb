// A period cut into days, weeks (from Monday, ISO 8601) or months of a zone's calendar. Pure. The first and the last may be shorter.
type Cut = { from: Temporal.Instant; until: Temporal.Instant; step: 'day' | 'week' | 'month'; zone: string }

const lengths = { day: { days: 1 }, week: { weeks: 1 }, month: { months: 1 } } as const
const MOST = 1_200

/** In order, each where the one before ended; refused by its caller when there are too many. */
export function stretches({ from, until, step, zone }: Cut): { from: Temporal.Instant; until: Temporal.Instant }[] {
  const found: { from: Temporal.Instant; until: Temporal.Instant }[] = []
  let start = from
  let edge = firstDay(from.toZonedDateTimeISO(zone).toPlainDate(), step)
  while (Temporal.Instant.compare(start, until) < 0 && found.length < MOST) {
    edge = edge.add(lengths[step])
    const next = edge.toZonedDateTime(zone).toInstant()
    const end = Temporal.Instant.compare(next, until) < 0 ? next : until
    found.push({ from: start, until: end })
    start = end
  }
  return found
}

function firstDay(day: Temporal.PlainDate, step: Cut['step']): Temporal.PlainDate {
  if (step === 'month') return day.with({ day: 1 })
  return step === 'week' ? day.subtract({ days: day.dayOfWeek - 1 }) : day
}
