import { allow, audit } from '#access'
import type { Within } from '#base/http'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { Seal } from '#base/seal'
import type { z } from 'zod'
import {
  mailboxChanged,
  mailboxUnknown,
  type MailboxId,
  type MailboxSecret,
  type MailboxSettings,
  type mailboxShape,
  type probeShape,
} from '../contract.ts'
import { isDead, type Health } from './imap/health.ts'
import { probeMailbox } from './imap/probe.ts'
import { ourDoor, ourDoors } from './our-doors.ts'
import { closeMailbox, findMailbox, insertMailbox, openMailboxes } from './store/mailbox.ts'
import { imapSettings } from './watchers.ts'

type Given = MailboxSettings & { entry_point: string; secret: MailboxSecret }
type Mailbox = z.infer<typeof mailboxShape>

export async function listMailboxes(work: Work): Promise<{ items: Mailbox[] }> {
  allow(work, 'channel.read')
  const rows = await openMailboxes(work)
  const doors = await ourDoors(
    work,
    rows.map((row) => row.entry_point_id),
  )
  return {
    items: rows.filter((row) => doors.has(row.entry_point_id)).map((row) => ({
      ...row.settings, id: row.id, entry_point: doors.get(row.entry_point_id)!, health: row.health ? showHealth(row.health as HealthRow, work.now) : null,
      last_mail_at: row.last_mail_at?.toString() ?? null, version: row.version,
    })),
  } // prettier-ignore
}

type HealthRow = {
  state: Health['state']
  since: string
  lastSeenAt: string | null
  behind: number
  error: { code: string; fr: string; en: string } | null
}

function showHealth(row: HealthRow, now: Temporal.Instant): Mailbox['health'] {
  const instant = (text: string | null) => (text === null ? null : Temporal.Instant.from(text))
  const dead = isDead(
    {
      state: row.state,
      since: Temporal.Instant.from(row.since),
      lastSeenAt: instant(row.lastSeenAt),
      lastMailAt: null,
      behind: row.behind,
    },
    now,
  )
  const error = row.error && { code: row.error.code, fr: row.error.fr, en: row.error.en }
  return { state: row.state, since: row.since, last_seen_at: row.lastSeenAt, behind: row.behind, dead, error }
}

export const addMailbox =
  (seal: Seal) =>
  async (work: Work, { secret, entry_point, ...settings }: Given): Promise<{ id: MailboxId; version: number }> => {
    allow(work, 'channel.manage')
    if (!(await ourDoor(work, entry_point, 'channel.manage'))) throw refuse(notFound, {})
    const id = newId<'mailbox'>(work.now)
    await insertMailbox(work, { id, entry_point, settings, sealed: seal.close(JSON.stringify(secret)) })
    await audit(work, 'mailbox.added', { about: id, details: { host: settings.host, user: settings.user } })
    work.publish(mailboxChanged, { mailbox_id: id })
    return { id, version: 1 }
  }

export async function removeMailbox(work: Work, { id }: { id: MailboxId }): Promise<object> {
  allow(work, 'channel.manage')
  const mailbox = await findMailbox(work, id)
  if (!mailbox || !(await ourDoor(work, mailbox.entry_point_id, 'channel.manage')) || (await closeMailbox(work, id)) === 0)
    throw refuse(mailboxUnknown, {})
  await audit(work, 'mailbox.removed', { about: id })
  work.publish(mailboxChanged, { mailbox_id: id })
  return {}
}

export async function tryMailbox(
  within: Within,
  { secret, ...settings }: MailboxSettings & { secret: MailboxSecret },
): Promise<z.infer<typeof probeShape>> {
  await within(async (work) => allow(work, 'channel.manage'))
  const { ok, hops } = await probeMailbox(imapSettings(settings, secret))
  return {
    ok,
    hops: hops.map(({ name, state, milliseconds, sentence }) => ({
      name,
      ok: state !== 'failed',
      milliseconds,
      sentence: sentence && { fr: sentence.fr, en: sentence.en },
    })),
  }
}
