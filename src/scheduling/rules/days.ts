// Days and weeks of a plan as instants: a day of 23 or 25 hours is as long as it is. Pure.
export type Dated = { first_day: Temporal.PlainDate; days: number; zone: string }
export type Span = { from: Temporal.Instant; to: Temporal.Instant }

export const midnight = (day: Temporal.PlainDate, zone: string): Temporal.Instant => day.toZonedDateTime(zone).toInstant()
export const lastDay = ({ first_day, days }: Dated): Temporal.PlainDate => first_day.add({ days: days - 1 })
export const spanOf = ({ first_day, days, zone }: Dated): Span => ({
  from: midnight(first_day, zone),
  to: midnight(first_day.add({ days }), zone),
})
/** The Monday of its week (ISO 8601, and L3121-35 of the Code du travail). */
export const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 })

type Window = { from?: string | undefined; days: number }
/** Days asked for, within the plan; its first ones where none or others are asked for. */
export function windowOf(plan: Dated, { from, days }: Window): Dated {
  const end = plan.first_day.add({ days: plan.days })
  const asked = from ? Temporal.PlainDate.from(from) : plan.first_day
  const outside = Temporal.PlainDate.compare(asked, plan.first_day) < 0 || Temporal.PlainDate.compare(asked, end) >= 0
  const first_day = outside ? plan.first_day : asked
  return { first_day, days: Math.min(days, first_day.until(end).days), zone: plan.zone }
}
