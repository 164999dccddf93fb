import { allow } from '#access'
import type { Work } from '#base/work'
import type { Absence, PersonId } from './contract.ts'
import { cut } from './page.ts'
import { isSelf, mayManage } from './permit.ts'
import { listAbsences as list, type AbsenceRow } from './store/absence.ts'

type Asked = { cursor?: string | undefined; limit: number; person?: PersonId | undefined; from?: string | undefined }

export async function listAbsences(
  work: Work,
  { cursor, limit, person, from }: Asked,
): Promise<{ items: Absence[]; next: string | null }> {
  allow(work, 'staff.read')
  const since = from ? Temporal.Instant.from(from) : work.now
  const { items, next } = cut(await list(work, { cursor, most: limit + 1, person, from: since }), limit, ({ id }) => id)
  const told = new Map<PersonId, boolean>()
  for (const { person_id: id } of items) if (!told.has(id)) told.set(id, isSelf(work, id) || (await mayManage(work, id)))
  return { items: items.map((row) => shown(row, told.get(row.person_id) ?? false)), next }
}

// That somebody is away is everybody's business; why is not: sickness is health data (GDPR, article 9).
const shown = (row: AbsenceRow, withReason: boolean): Absence => ({
  ...row,
  starts_at: String(row.starts_at),
  ends_at: String(row.ends_at),
  reason: withReason ? row.reason : null,
})
