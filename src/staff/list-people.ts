import { allow } from '#access'
import type { Work } from '#base/work'
import type { Person, TeamId } from './contract.ts'
import { cut } from './page.ts'
import { listPeople as list, type PersonRow } from './store/person.ts'

type Asked = { cursor?: string | undefined; limit: number; q?: string | undefined; team?: TeamId | undefined; gone: boolean }

export async function listPeople(
  work: Work,
  { cursor, limit, q, team, gone }: Asked,
): Promise<{ items: Person[]; next: string | null }> {
  allow(work, 'staff.read')
  const { items, next } = cut(await list(work, { cursor, most: limit + 1, q, team, gone }), limit, ({ id }) => id)
  return { items: items.map(card), next }
}

const card = (row: PersonRow): Person => ({
  ...row,
  joined_at: String(row.joined_at),
  left_at: row.left_at?.toString() ?? null,
  absent_until: row.absent_until?.toString() ?? null,
  present_since: row.present_since?.toString() ?? null,
  last_seen_at: row.last_seen_at?.toString() ?? null,
})
