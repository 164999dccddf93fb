// What the figures speak of lives in the address, so that it can be sent to a colleague. Whatever stands there is looked at first.
import type { PersonId } from '#base/contract'
import { outcomes, type PromiseOutcome, type Step } from '../../contract.ts'

export const periods = ['weeks4', 'weeks12', 'year'] as const
export type PeriodName = (typeof periods)[number]
export type Looking = {
  period: PeriodName
  whose: string // 'all', 'me' or a team
  brand: string | null
  show: { outcome: PromiseOutcome; from: string; until: string; owner: PersonId | null; brand: string | null } | null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const idOr = <Else>(value: unknown, otherwise: Else): string | Else =>
  typeof value === 'string' && UUID.test(value) ? value : otherwise

export function readLooking(kept: Record<string, unknown>): Looking {
  const period = periods.find((each) => each === kept['period']) ?? 'weeks12'
  const outcome = outcomes.find((each) => each === kept['show'])
  const [from, until] = [kept['from'], kept['until']].map(momentOf)
  return {
    period,
    whose: kept['whose'] === 'me' ? 'me' : idOr(kept['whose'], 'all'),
    brand: idOr(kept['brand'], null),
    show:
      outcome && from && until
        ? { outcome, from, until, owner: idOr(kept['of'], null) as PersonId | null, brand: idOr(kept['in'], null) }
        : null, // shaped as an id; the server knows whether it is one
  }
}

const momentOf = (value: unknown): string | null =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : null

export const addressOf = ({ period, whose, brand, show }: Looking): Record<string, string> => ({
  period,
  ...(whose === 'all' ? {} : { whose }),
  ...(brand ? { brand } : {}),
  ...(show
    ? {
        show: show.outcome,
        from: show.from,
        until: show.until,
        ...(show.owner ? { of: show.owner } : {}),
        ...(show.brand ? { in: show.brand } : {}),
      }
    : {}),
})

/** Whole days of the reader, the last one today. */
export function spanOf(period: PeriodName, now: number): { from: string; until: string; step: Step } {
  const end = new Date(now)
  end.setHours(24, 0, 0, 0)
  const start = new Date(end)
  if (period === 'year') start.setMonth(start.getMonth() - 12)
  else start.setDate(start.getDate() - (period === 'weeks4' ? 28 : 84))
  return {
    from: start.toISOString(),
    until: end.toISOString(),
    step: period === 'year' ? 'month' : period === 'weeks4' ? 'day' : 'week',
  }
}
