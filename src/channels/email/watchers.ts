// One watcher per mailbox we were asked to watch, as long as we were asked: the list is looked at again whenever it changes.
import { log } from '#base/log'
import { inWork, system, type Open } from '#base/work'
import type { TenantId } from '#base/contract'
import type { MailboxId, MailboxSecret, MailboxSettings } from '../contract.ts'
import type { Filer } from './filer.ts'
import type { Health } from './imap/health.ts'
import type { MailboxSettings as ImapSettings } from './imap/mailbox.ts'
import { oauthFor } from './oauth-for.ts'
import { watchMailbox } from './imap/watch.ts'
import { makeKeeper } from './mailbox-keeper.ts'
import type { HasRoom } from './room-left.ts'
import type { Seals } from './bag.ts'
import { everyMailbox, findMailbox, recordHealth } from './store/mailbox.ts'

const LOOK_MILLISECONDS = 3_000
type Running = { version: number; controller: AbortController; done: Promise<void> }
export type Watchers = { look(): Promise<void>; stop(): Promise<void> }
type Which = { tenant: TenantId; id: MailboxId; version: number }
type Means = { open: Open; filer: Filer; seals: Seals; hasRoom: HasRoom }

export function startWatchers(means: Means): Watchers {
  const running = new Map<MailboxId, Running>()
  const end = async (id: MailboxId): Promise<void> => {
    const found = running.get(id)
    running.delete(id)
    found?.controller.abort()
    await found?.done
  }
  const look = async (): Promise<void> => {
    const wanted = await everyMailbox(means.open.database.dispatcher)
    for (const [id, { version }] of running) if (!wanted.some((each) => each.id === id && each.version === version)) await end(id)
    for (const { tenant_id, id, version } of wanted) if (!running.has(id)) begin({ tenant: tenant_id, id, version })
  }
  const begin = (which: Which): void => {
    const begun = start(means, which)
    running.set(which.id, begun)
    // One that could not even begin (the database was away) is begun again at the next look.
    void begun.done.then(() => running.get(which.id) === begun && running.delete(which.id))
  }
  const timer = setInterval(
    () => void look().catch((error: Error) => log.warn({ error }, 'the list of mailboxes could not be read')),
    LOOK_MILLISECONDS,
  )
  timer.unref()
  return {
    look,
    stop: async () => {
      clearInterval(timer)
      await Promise.all([...running.keys()].map(end))
    },
  }
}

function start(means: Means, which: Which): Running {
  const controller = new AbortController()
  const done = watch(means, which, controller.signal).catch((error: Error) =>
    log.error({ error, mailbox: which.id }, 'a mailbox watcher ended'),
  )
  return { version: which.version, controller, done }
}

async function watch(
  { open, filer, seals, hasRoom }: Means,
  { tenant, id }: { tenant: TenantId; id: MailboxId },
  signal: AbortSignal,
): Promise<void> {
  const as = { tenant, actor: system('channels.imap') }
  const found = await inWork(open, as, (work) => findMailbox(work, id))
  if (!found) return
  const secret = JSON.parse(seals.open(found.sealed)) as MailboxSecret // sealed by ourselves from the parsed contract
  const { settings } = found
  await watchMailbox({
    mailbox: imapSettings(settings, secret), clock: open.clock, signal, log, chance: Math.random,
    keeper: makeKeeper({ open, filer, hasRoom }, { tenant, mailbox: id, entry_point: found.entry_point_id, user: settings.user, authserv_id: settings.authserv_id, settles: settings.after !== 'leave' }),
    onHealth: (health) => void inWork(open, as, (work) => recordHealth(work, id, healthRow(health))).catch(() => {}), // the next one follows
  }) // prettier-ignore
}

export function imapSettings(settings: MailboxSettings, secret: MailboxSecret): ImapSettings {
  const { host, port, security, user, folder, start: from, after } = settings
  const auth: ImapSettings['auth'] =
    secret.kind === 'password'
      ? { kind: 'password', password: secret.password }
      : { kind: 'oauth2', accessToken: oauthFor(secret) }
  return { host, port, security, user, folder, from, after, auth }
}

const healthRow = (h: Health) => ({
  state: h.state, since: h.since.toString(), lastSeenAt: h.lastSeenAt?.toString() ?? null, lastMailAt: h.lastMailAt?.toString() ?? null, behind: h.behind, error: h.error ?? null,
}) // prettier-ignore
