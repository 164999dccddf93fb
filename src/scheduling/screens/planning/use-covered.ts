// The need of the days on screen and who covers it; with what would be needed on a day that only one in ten exceeds, where staffing knows it.
import { useMemo } from 'react'
import { getRequirements, type Requirements } from '#staffing/contract'
import { useAsk } from '#ui/query'
import { getCoverage, type Plan } from '../../contract/plans.ts'
import { coveredOf, type Covered } from './grid/coverage.ts'

export function useCovered(plan: Plan, days: readonly string[]): Covered | null {
  const window = { id: plan.id, from: days[0] ?? plan.first_day, days: days.length }
  const coverage = useAsk(getCoverage, window, { keepPrevious: true })
  const known = coverage.data?.groups.some(({ need }) => need.some((people) => people > 0)) ?? false
  const span = spanOf(days, plan.zone)
  const surge = useAsk(getRequirements, { ...span, figures: false }, { enabled: known, staleSeconds: 300, keepPrevious: true })
  return useMemo(() => (coverage.data ? withSurge(coveredOf(coverage.data), surge.data) : null), [coverage.data, surge.data])
}

function spanOf(days: readonly string[], zone: string): { from: string; to: string } {
  const midnight = (day: string, after: number): string =>
    Temporal.PlainDate.from(day).add({ days: after }).toZonedDateTime({ timeZone: zone }).toInstant().toString()
  return { from: midnight(days[0] ?? '2026-01-05', 0), to: midnight(days.at(-1) ?? '2026-01-05', 1) }
}

// Only where both count the same intervals: a need is not stretched.
function withSurge(covered: Covered, asked: Requirements | undefined): Covered {
  if (!asked || asked.interval_min * 60_000 !== covered.step) return covered
  const groups = covered.groups.map((group) => {
    const known = asked.groups.find((each) => each.group === group.id)
    const at = known ? (Date.parse(known.from) - covered.from) / covered.step : Number.NaN
    return known && Number.isInteger(at)
      ? { ...group, surge: group.present.map((_, index) => known.need_p90[index - at] ?? 0) }
      : group
  })
  return { ...covered, groups }
}
