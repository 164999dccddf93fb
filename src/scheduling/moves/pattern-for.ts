// The pattern somebody's hours follow: the one that is named, else the first they fit.
import type { Pattern, PatternId } from '../contract.ts'
import { minutesOf, weekdays } from '../contract/moments.ts'
import { lengthMin } from '../rules/drawn.ts'

type Kept = { id: PatternId; terms: Pattern }
type Where = { zone: string; wished?: PatternId | undefined }

export function patternFor(
  patterns: readonly Kept[],
  hours: { starts_at: string; ends_at: string },
  { zone, wished }: Where,
): Kept | undefined {
  if (wished) return patterns.find(({ id }) => id === wished)
  const start = Temporal.Instant.from(hours.starts_at).toZonedDateTimeISO(zone)
  const minute = start.hour * 60 + start.minute
  const day = weekdays[start.dayOfWeek - 1]!
  return patterns.find(({ terms }) => {
    const begins = minute >= minutesOf(terms.start.from) && minute <= minutesOf(terms.start.to)
    const paid_h = (lengthMin(hours) - (terms.lunch === 'none' ? 0 : terms.lunch.minutes)) / 60
    return begins && paid_h >= terms.hours.from && paid_h <= terms.hours.to && (terms.days?.includes(day) ?? true)
  })
}
