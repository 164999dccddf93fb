// Who did what, when, from where: one row in the very transaction of the deed. It can be added to, never changed.
import { newId } from '#base/id'
import type { Work } from '#base/work'
import * as store from './store/audit.ts'
import { visitOf } from './visit.ts'

export async function audit(work: Work, what: string, more: { about?: string; details?: object } = {}): Promise<void> {
  const address = visitOf(work.actor)?.address ?? null
  await store.insertAudit(work.sql, work, {
    id: newId(work.now),
    what,
    address,
    about: more.about ?? null,
    details: more.details ?? {},
  })
}
