// When a date speaks up: so many working days before it.

const MOST_DAYS_BACK = 800 // 250 working days and the longest of closings

/**
 * The day on which to speak of `date`: the `count`th working day before it. With 0, the day itself, or the last working day before it when
 * nobody works that day. Where too few working days lie within two years before, so many calendar days before.
 * @param works is anybody here on that day?
 */
export function reminderDay(
  date: Temporal.PlainDate,
  count: number,
  works: (day: Temporal.PlainDate) => boolean,
): Temporal.PlainDate {
  let left = count
  let day = date
  for (let back = 0; back <= MOST_DAYS_BACK; back++) {
    if (left === 0 && works(day)) return day
    day = day.subtract({ days: 1 })
    if (left > 0 && works(day)) left--
  }
  return date.subtract({ days: count })
}
