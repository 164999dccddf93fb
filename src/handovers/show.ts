// Hand-overs as they are listed: with names, and the first line of the brief.
import * as cases from '#cases'
import * as customers from '#customers'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import type { Baton, Brief } from './contract.ts'
import type { BatonRow } from './store/baton.ts'
import { latestBriefs } from './store/brief.ts'

export async function show(work: Work, rows: readonly BatonRow[]): Promise<Baton[]> {
  const facts = await cases.facts(work, rows.map(({ case_id }) => case_id)) // prettier-ignore
  const about = [...facts.values()].flatMap(({ customer_id }) => customer_id ?? [])
  const [people, known, briefs] = await Promise.all([
    staff.find(work, rows.flatMap((row) => [row.from_id, row.to_id, ...row.escalated_to, ...(row.ended_by ? [row.ended_by] : [])])),
    customers.find(work, about),
    latestBriefs(work, rows.map(({ id }) => id)),
  ]) // prettier-ignore
  const person = (id: PersonId) => ({ id, name: people.get(id)?.name ?? '' })
  const brief = new Map(briefs.map((each) => [each.baton_id, each.brief]))
  return rows.map((row) => {
    const of = facts.get(row.case_id)
    return {
      id: row.id,
      case: { id: row.case_id, number: of?.number ?? 0, subject: of?.subject ?? '', closed: Boolean(of?.closed_at) },
      customer: customerOf(known, of?.customer_id ?? null),
      from: person(row.from_id),
      to: person(row.to_id),
      portfolio: row.portfolio_id,
      message: row.message,
      escalated_to: row.escalated_to.map(person),
      ended_as: row.ended_as,
      ended_by: row.ended_by && person(row.ended_by),
      answer: row.answer,
      next: firstOf(brief.get(row.id)),
      version: row.version,
      ...momentsOf(row),
    }
  })
}

const firstOf = (brief: Brief | undefined): string => brief?.next[0]?.text ?? ''

function customerOf(known: Map<CustomerId, { id: CustomerId; name: string }>, id: CustomerId | null): Baton['customer'] {
  const found = id && known.get(id)
  return found ? { id: found.id, name: found.name } : null
}

const at = (moment: Temporal.Instant | null): string | null => moment?.toString() ?? null
const momentsOf = (row: BatonRow) => ({
  offered_at: row.offered_at.toString(),
  answer_by: row.answer_by.toString(),
  remind_at: at(row.remind_at),
  reminded_at: at(row.reminded_at),
  escalated_at: at(row.escalated_at),
  ended_at: at(row.ended_at),
})
