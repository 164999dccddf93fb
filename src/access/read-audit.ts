import type { Work } from '#base/work'
import { allow } from './allow.ts'
import * as store from './store/audit.ts'

type Page = { cursor?: string | undefined; limit: number; what?: string | undefined; about?: string | undefined }

export async function readAudit(work: Work, page: Page) {
  allow(work, 'audit.read', { team: null, brand: null }) // the trail is the whole house's
  const { what, about, cursor: before, limit } = page
  const found = await store.findAudit(work.sql, work, { what, about, before, most: limit + 1 })
  const items = found
    .slice(0, limit)
    .map(({ actor_kind, actor_id, at, ...row }) => ({ ...row, at: at.toString(), actor: { kind: actor_kind, id: actor_id } }))
  return { items, next: found.length > limit ? items.at(-1)!.id : null }
}
