// A promise as everybody sees it: with the names of the case, the customer and the people.
import * as cases from '#cases'
import * as customers from '#customers'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseFacts } from '#cases'
import type { PromiseId, Promised } from './contract.ts'
import { stateOf } from './rules/state-of.ts'
import { findPromise, type PromiseRow } from './store/promise.ts'

export const showOne = async (work: Work, id: PromiseId): Promise<Promised> =>
  (await show(work, [(await findPromise(work, id))!]))[0]!

export async function show(work: Work, rows: readonly PromiseRow[]): Promise<Promised[]> {
  const [of, people, known] = await Promise.all([
    cases.facts(work, rows.map((row) => row.case_id)),
    staff.find(work, rows.flatMap(({ owner_id, made_by_id, kept_by_id }) => [owner_id, made_by_id, kept_by_id]).filter((id) => id !== null)),
    customers.find(work, rows.flatMap(({ customer_id }) => customer_id ?? [])),
  ]) // prettier-ignore
  const person = (id: PersonId): { id: PersonId; name: string } => ({ id, name: people.get(id)?.name ?? '' })
  return rows.map((row) => {
    const customer = row.customer_id ? known.get(row.customer_id) : undefined
    return {
      ...moments(row), ...caseOf(of.get(row.case_id)!), id: row.id, customer: customer ? { id: customer.id, name: customer.name } : null, brand_id: row.brand_id,
      what: row.what, day: row.due_day?.toString() ?? null, zone: row.zone, channel: row.channel, owner: person(row.owner_id),
      made_by: row.made_by_id && person(row.made_by_id), kept_by: row.kept_by_id && person(row.kept_by_id), state: stateOf(row),
      moved_to: row.moved_to, moved_because: row.moved_because, untold_because: row.untold_because, withdrawn_because: row.withdrawn_because, version: row.version,
    } // prettier-ignore
  })
}

const caseOf = ({ id, number, subject, closed_at }: CaseFacts) => ({ case: { id, number, subject, closed: closed_at !== null } })

const said = (at: Temporal.Instant | null): string | null => at?.toString() ?? null
const moments = (row: PromiseRow) => ({
  due_at: row.due_at.toString(),
  made_at: row.made_at.toString(),
  due_soon_at: said(row.due_soon_at),
  broken_at: said(row.broken_at),
  kept_at: said(row.kept_at),
  moved_at: said(row.moved_at),
  withdrawn_at: said(row.withdrawn_at),
})
