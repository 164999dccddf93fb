import { allow } from '#access'
import type { Work } from '#base/work'
import type { Presence } from './contract.ts'
import { cut } from './page.ts'
import { listPresence as list } from './store/presence.ts'

type Asked = { cursor?: string | undefined; limit: number }

export async function listPresence(work: Work, { cursor, limit }: Asked): Promise<{ items: Presence[]; next: string | null }> {
  allow(work, 'staff.read')
  const { items, next } = cut(await list(work, { cursor, most: limit + 1 }), limit, (row) => row.person_id)
  return {
    items: items.map((row) => ({ ...row, since: String(row.since), last_seen_at: String(row.last_seen_at) })),
    next,
  }
}
