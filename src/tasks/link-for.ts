// A link that opens one task without an account: for whoever it is asked of, outside the house. Only its hash is kept, so it is shown once.
import { audit, makeToken, readToken } from '#access'
import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import { remember } from './became.ts'
import { LINK_DAYS, taskUnknown, type TaskId } from './contract.ts'
import { holdForCase, needOpen } from './need.ts'
import { insertLink, makeRoom, revokeLinksOf } from './store/link.ts'
import { findTask } from './store/task.ts'

export type MadeLink = { token: string; path: string; expires_at: Temporal.Instant }
const MOST_LINKS = 20

/** For rooms above that send it; whoever calls has looked whether it may. */
export async function linkFor(work: Work, task: TaskId): Promise<MadeLink> {
  const found = await findTask(work, task)
  if (!found) throw refuse(taskUnknown, {})
  needOpen(found)
  const token = makeToken(work.tenant, 'tk_')
  const expires_at = work.now.add({ hours: 24 * LINK_DAYS })
  await makeRoom(work, task, MOST_LINKS - 1)
  await insertLink(work, { id: newId<'task_link'>(work.now), task, hash: token.hash, expires_at })
  return { token: token.text, path: `/t/${token.text}`, expires_at }
}

export async function makeLink(work: Work, { id }: { id: TaskId }): Promise<{ path: string; expires_at: string }> {
  const { task } = await holdForCase(work, id)
  const made = await linkFor(work, task.id)
  await remember(work, id, { what: 'linked' })
  await audit(work, 'task_link.made', { about: id })
  return { path: made.path, expires_at: made.expires_at.toString() }
}

export async function revokeLinks(work: Work, { id }: { id: TaskId }): Promise<{ revoked: number }> {
  await holdForCase(work, id)
  const revoked = await revokeLinksOf(work, id)
  if (revoked > 0) {
    await remember(work, id, { what: 'link_revoked' })
    await audit(work, 'task_link.revoked', { about: id, details: { links: revoked } })
  }
  return { revoked }
}

/** The tenant and the hash of what stands in a link; undefined when it is no link of ours. */
export const readLink = (text: string): ReturnType<typeof readToken> => readToken(text, 'tk_')
