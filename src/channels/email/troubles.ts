// What health asks of the doors: is something in the tray, does something wait too long, is a mailbox dead?
import type { Sql } from '#base/sql'
import { isDead } from './imap/health.ts'
import { mailboxHealths } from './store/mailbox.ts'
import { troubles } from './store/receipt.ts'

export type Troubles = { in_tray: number; oldest_waiting: Temporal.Instant | null; mailboxes: number; dead_mailboxes: number }

export async function officeTroubles(dispatcher: Sql, now: Temporal.Instant): Promise<Troubles> {
  const [mail, mailboxes] = await Promise.all([troubles(dispatcher), mailboxHealths(dispatcher)])
  const dead = mailboxes.filter(({ health }) => {
    if (!health) return false
    const lastSeenAt = health.lastSeenAt ? Temporal.Instant.from(health.lastSeenAt) : null
    return isDead(
      { state: health.state as never, since: Temporal.Instant.from(health.since), lastSeenAt, lastMailAt: null, behind: 0 },
      now,
    )
  })
  return { ...mail, mailboxes: mailboxes.length, dead_mailboxes: dead.length }
}
