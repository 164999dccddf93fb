// A day and an hour of the place, and the instant they are. Pure.
export type Local = { day: string; time: string } // '2026-11-21', '09:15'

export function localOf(at: number, zone: string): Local {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return { day: local.toPlainDate().toString(), time: local.toPlainTime().toString().slice(0, 5) }
}

/** null: not a day and an hour. */
export function instantOf({ day, time }: Local, zone: string): number | null {
  if (!/^\d{1,2}[:h]\d{2}$/.test(time.trim())) return null
  const [hour = 0, minute = 0] = time.trim().split(/[:h]/).map(Number)
  try {
    if (hour === 24 && minute === 0) return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
    const plainTime = Temporal.PlainTime.from({ hour, minute }, { overflow: 'reject' })
    return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds
  } catch {
    return null
  }
}
