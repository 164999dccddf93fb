import { allow } from '#access'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { Absence, AbsenceFacts, AbsenceId, AbsenceState, PersonId } from './contract.ts'
import { find } from './find.ts'
import { cut } from './page.ts'
import { isSelf, mayApprove, mayManage } from './permit.ts'
import { findAbsence, findAnyAbsence, listAbsences as list, type AbsenceRow } from './store/absence.ts'

type Asked = {
  cursor?: string | undefined
  limit: number
  person?: PersonId | undefined
  from?: string | undefined
  state?: AbsenceState | undefined
}

export async function listAbsences(work: Work, asked: Asked): Promise<{ items: Absence[]; next: string | null }> {
  allow(work, 'staff.read')
  const { cursor, limit, person, state } = asked
  const since = asked.from ? Temporal.Instant.from(asked.from) : work.now
  const page = { cursor, most: limit + 1, person, from: since, state }
  const { items, next } = cut(await list(work, page), limit, ({ id }) => id)
  return { items: await show(work, items), next }
}

export async function getAbsence(work: Work, { id }: { id: AbsenceId }): Promise<Absence> {
  allow(work, 'staff.read')
  const found = await findAbsence(work, id)
  if (!found) throw refuse(notFound, {})
  return (await show(work, [found]))[0]!
}

type Rights = { self: boolean; leads: boolean; approves: boolean }

async function show(work: Work, rows: readonly AbsenceRow[]): Promise<Absence[]> {
  const answerers = rows.flatMap(({ answered_by: by }) => (by && /^[0-9a-f-]{36}$/.test(by) ? [by as PersonId] : [])) // an actor who is a person
  const names = await find(work, answerers)
  const rights = new Map<PersonId, Rights>()
  for (const { person_id: id } of rows) if (!rights.has(id)) rights.set(id, await rightsOver(work, id))
  return rows.map((row) => {
    const by = names.get(row.answered_by as PersonId) // looked up above: no name unless it is one
    return shown(row, rights.get(row.person_id)!, by ? { id: by.id, name: by.name } : null)
  })
}

async function rightsOver(work: Work, person: PersonId): Promise<Rights> {
  const leads = (await mayManage(work, person, 'absence.approve')) || (await mayManage(work, person))
  return { self: isSelf(work, person), leads, approves: leads && (await mayApprove(work, person)) }
}

// That somebody is away is everybody's business; why is not: sickness is health data (GDPR, article 9).
const shown = (row: AbsenceRow, { self, leads, approves }: Rights, answered_by: Absence['answered_by']): Absence => ({
  id: row.id,
  person_id: row.person_id,
  person_name: row.person_name,
  starts_at: String(row.starts_at),
  ends_at: String(row.ends_at),
  reason: self || leads ? row.reason : null,
  deputy_id: row.deputy_id,
  state: row.state,
  sudden: row.sudden,
  answered_by,
  answered_at: row.answered_at?.toString() ?? null,
  because: self || leads ? row.because : null,
  may: { approve: approves && row.state === 'asked', edit: row.state !== 'declined' && (self || leads) },
  version: row.version,
})

// For rooms above, who hear of an absence by its id.
export async function absence(work: Work, id: AbsenceId): Promise<AbsenceFacts | undefined> {
  const row = await findAnyAbsence(work, id)
  return (
    row && {
      id, person: row.person_id, starts_at: row.starts_at, ends_at: row.ends_at, deputy: row.deputy_id, state: row.state, sudden: row.sudden,
      cancelled: row.cancelled, asked_by: row.asked_by,
    }
  ) // prettier-ignore
}
