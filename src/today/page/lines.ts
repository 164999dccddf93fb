// Lines made of what other rooms show.
import type { Listed } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import type { Promised } from '#commitments/contract'
import type { Line, LineKind, Said, Unhappy } from '../contract.ts'

export const caseOf = ({ id, number, subject, status }: Listed): NonNullable<Line['case']> => ({
  id,
  number,
  subject,
  closed: status === 'closed',
})

export function caseLine(kind: LineKind, row: Listed, more: Partial<Line> = {}): Line {
  return {
    key: `${kind}:${row.id}`,
    kind,
    id: row.id,
    case: caseOf(row),
    customer: row.customer && { id: row.customer.id as CustomerId, name: row.customer.name },
    person: null,
    what: row.excerpt,
    why: null,
    at: row.last_in_at ?? row.opened_at,
    late: false,
    path: `/cases/${row.id}`,
    version: row.version,
    ...more,
  } // prettier-ignore — a list of cases says the customer's id as a plain text
}

export const promiseLine = ({ id, case: of, customer, what, due_at, version }: Promised, now: Temporal.Instant): Line => ({
  key: `promise:${id}`, kind: 'promise', id, case: of, customer, person: null, what, why: null, at: due_at,
  late: Temporal.Instant.compare(Temporal.Instant.from(due_at), now) <= 0, path: `/cases/${of.id}`, version,
}) // prettier-ignore

export function unhappyLine({ case: of, customer, signals, mood }: Unhappy): Line {
  const strongest = signals.toSorted((a, b) => b.now - a.now)[0]
  return {
    key: `unhappy:${of.id}`, kind: 'unhappy', id: of.id, case: of, customer, person: null, what: strongest?.words ?? '', why: reasonsOf(signals),
    at: signals[0]?.at ?? null, late: mood === 'very_unhappy', path: `/cases/${of.id}`, version: null,
  } // prettier-ignore
}

const MOST_REASONS = 3
function reasonsOf(signals: Unhappy['signals']): Said | null {
  const worst = signals.filter(({ weight }) => weight > 0).toSorted((a, b) => b.now - a.now)
  const reasons = [...new Map(worst.map(({ kind, why }) => [kind, why])).values()].slice(0, MOST_REASONS)
  if (reasons.length === 0) return null
  return { fr: reasons.map(({ fr }) => fr).join(' · '), en: reasons.map(({ en }) => en).join(' · ') }
}
