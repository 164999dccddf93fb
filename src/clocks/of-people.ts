// For a page about several people: how many of each one's clocks are late or run out before a moment, and whose customers heard nothing; and
// what was escalated in their cases and nobody has taken up.
import { scopesFor } from '#access'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { Cause, EscalationId } from './contract.ts'
import { clocksBy, escalatedIn, silentBy } from './store/of-people.ts'

export type ClockCounts = { late: number; due: number; silent: number }

export async function countsOf(
  work: Work,
  people: readonly PersonId[],
  until: Temporal.Instant,
): Promise<Map<PersonId, ClockCounts>> {
  const asked = { people, scopes: scopesFor(work.actor, 'case.read') }
  const [clocks, silent] = await Promise.all([clocksBy(work, { ...asked, until }), silentBy(work, asked)])
  const quiet = new Map(silent.map(({ owner_id, n }) => [owner_id, n]))
  const running = new Map(clocks.map(({ owner_id, late, due }) => [owner_id, { late, due }]))
  return new Map(people.map((id) => [id, { ...(running.get(id) ?? { late: 0, due: 0 }), silent: quiet.get(id) ?? 0 }]))
}

export type Escalated = {
  id: EscalationId
  case_id: CaseId
  owner: { id: PersonId; name: string }
  cause: Cause
  step: number
  at: Temporal.Instant
  told: readonly PersonId[]
}

/** The latest step of each case, the latest first. */
export async function escalatedOf(work: Work, people: readonly PersonId[], most: number): Promise<Escalated[]> {
  const rows = await escalatedIn(work, { people, scopes: scopesFor(work.actor, 'case.read'), most })
  const names = await staff.find(work, rows.map(({ owner_id }) => owner_id)) // prettier-ignore
  return rows.map(({ owner_id, people: told, ...row }) => ({
    ...row,
    told,
    owner: { id: owner_id, name: names.get(owner_id)?.name ?? '' },
  }))
}
