// What was agreed: hours, days and times of the contract, absences; and what the law says of part-time.
import { minutesOf } from '../../contract/moments.ts'
import { weekdays } from '../../contract/moments.ts'
import type { Shift } from '../../contract/plan-shapes.ts'
import type { WorkContract } from '../../contract/work-contract.ts'
import type { Found, Held } from './check.ts'
import { mondayOf, paidHoursOf } from './week.ts'
import { HOUR, type Day } from './worked.ts'

export function agreementTroubles(shifts: readonly Shift[], held: Held): Found[] {
  const { contract, days, who } = held
  const away = days.flatMap((day): Found[] => {
    const found = (who.away ?? []).reduce((sum, { from_ms, to_ms }) => sum + Math.max(0, Math.min(day.to, to_ms) - Math.max(day.from, from_ms)), 0) / HOUR // prettier-ignore
    return found > 0 ? [{ code: 'while_absent', against: 'contract', day: day.date, found, bound: 0 }] : []
  })
  if (!contract) return away
  return [
    ...away,
    ...days.flatMap((day) => dayOfContract(contract, day)),
    ...shifts.filter((shift) => !isAvailable(shift, contract, who.zone)).map(({ day }): Found => ({ code: 'not_available', against: 'contract', day, found: 1, bound: 0 })), // prettier-ignore
    ...[...Map.groupBy(days, ({ date }) => mondayOf(date))].flatMap(([monday, own]) =>
      weekOfContract(held, { contract, monday, own }),
    ),
  ]
}

function dayOfContract({ hours_day_most: most, hours_day_least: least }: WorkContract, { date, paid_ms }: Day): Found[] {
  const found = paid_ms / HOUR
  if (found > most) return [{ code: 'contract_day_too_long', against: 'contract', day: date, found, bound: most }]
  return found < least ? [{ code: 'contract_day_too_short', against: 'contract', day: date, found, bound: least }] : []
}

type Week = { contract: WorkContract; monday: string; own: readonly Day[] }

function weekOfContract({ law, who }: Held, { contract, monday, own }: Week): Found[] {
  const { hours_week, hours_more, hours_less, overtime_most, days_most, days_least } = contract
  const paid = paidHoursOf(own) + (who.credit_h?.[monday] ?? 0)
  const most = hours_week + hours_more + overtime_most
  const found: (Found | false)[] = [
    paid > most && { code: 'contract_hours_more', against: 'contract', day: monday, found: paid, bound: most },
    paid < hours_week - hours_less && isWhole(who, monday) && { code: 'contract_hours_less', against: 'contract', day: monday, found: paid, bound: hours_week - hours_less }, // prettier-ignore
    own.length > days_most && {
      code: 'contract_days_more',
      against: 'contract',
      day: monday,
      found: own.length,
      bound: days_most,
    },
    own.length < days_least && isWhole(who, monday) && { code: 'contract_days_less', against: 'contract', day: monday, found: own.length, bound: days_least }, // prettier-ignore
  ]
  return [...found.filter((each) => each !== false), ...partTime({ law, contract }, { monday, paid })]
}

// Of a week that is only partly in the period nobody can say that it has too few hours.
function isWhole({ from, to }: Held['who'], monday: string): boolean {
  const sunday = Temporal.PlainDate.from(monday).add({ days: 6 }).toString()
  return (from === undefined || monday >= from) && (to === undefined || sunday <= to)
}

// L3123-27: at least 24 hours, unless they asked for fewer; L3123-28: a tenth more, a third by agreement, and L3123-9: never up to full time.
function partTime(
  { law, contract }: Pick<Held, 'law'> & { contract: WorkContract },
  { monday, paid }: { monday: string; paid: number },
): Found[] {
  const { hours_week, asked_short, extra_agreed } = contract
  if (hours_week >= law.full_time_h) return []
  const { extra_most, extra_most_agreed, week_least_h } = law.part_time
  const most = hours_week * (1 + (extra_agreed ? extra_most_agreed : extra_most))
  const reaches = paid >= law.full_time_h
  return [
    ...(paid > most + 1e-9 || reaches ? [{ code: 'extra_hours' as const, against: 'law' as const, day: monday, found: paid, bound: Math.min(most, law.full_time_h) }] : []),
    ...(hours_week < week_least_h && !asked_short ? [{ code: 'contract_too_short' as const, against: 'law' as const, day: monday, found: hours_week, bound: week_least_h }] : []),
  ] // prettier-ignore
}

function isAvailable({ day, starts_at, ends_at }: Shift, { available }: WorkContract, zone: string): boolean {
  if (available.length === 0) return true
  const date = Temporal.PlainDate.from(day)
  const name = weekdays[date.dayOfWeek - 1]! // there are seven
  const at = (minutes: number): number =>
    date.add({ days: Math.floor(minutes / 1_440) }).toZonedDateTime({ timeZone: zone, plainTime: new Temporal.PlainTime(Math.floor((minutes % 1_440) / 60), minutes % 60) }).epochMilliseconds // prettier-ignore
  return available.some(({ days, from, to }) => {
    const [a, b] = [minutesOf(from), minutesOf(to)]
    return (!days || days.includes(name)) && Date.parse(starts_at) >= at(a) && Date.parse(ends_at) <= at(b > a ? b : b + 1_440)
  })
}
