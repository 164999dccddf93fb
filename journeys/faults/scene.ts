// A house with every door in use: SMTP, a watched mailbox, a relay. The mails that go in have a subject each, by which they are found again.
import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { newGuichet, type Guichet } from '../world/guichet.ts'
import { startImapServer, type ImapServer } from '../world/imap-server.ts'
import type { Letter } from '../world/mta.ts'
import { openRelayWorld, type FakeRelay } from '../world/relay.ts'

export type Scene = { guichet: Guichet; relay: FakeRelay; imap: ImapServer; sent: string[] }
type Page<Item> = { items: Item[]; next: string | null }

export const FULL = process.env.GUICHET_FULL === '1'

/** A house that serves, with the mailbox already watched. */
export async function openScene(t: TestContext, env: Record<string, string> = {}): Promise<Scene> {
  const [relay, imap] = [
    await openRelayWorld(),
    await startImapServer({ accounts: [{ user: 'desk@example.org', password: 'right', tokens: new Set() }] }),
  ]
  const guichet = await newGuichet({ relay: relay.port, env })
  t.after(async () => {
    await guichet.clear()
    await imap.close()
    await relay.close()
  })
  await guichet.start()
  const mailbox = await guichet.ask('/api/v1/mailboxes', {
    method: 'POST',
    body: {
      host: '127.0.0.1', port: imap.port, security: 'none', user: 'desk@example.org', folder: 'INBOX', start: 'beginning', after: 'seen',
      entry_point: await entryPoint(guichet), secret: { kind: 'password', password: 'right' },
    }, // prettier-ignore
  })
  assert.equal(mailbox.status, 201, JSON.stringify(mailbox.body))
  await routeAll(guichet)
  return { guichet, relay, imap, sent: [] }
}

// Everything that comes is routed, and accepted for whoever is there as far as their hands reach: what is killed is killed while routing too.
async function routeAll(guichet: Guichet): Promise<void> {
  const { body } = await guichet.ask<Page<{ id: string }>>('/api/v1/staff')
  const here = await guichet.ask(`/api/v1/staff/${body.items[0]!.id}/presence`, { method: 'PUT', body: { state: 'available' } }) // whoever founded it
  assert.ok(here.status < 300, JSON.stringify(here.body))
  const document = { queues: [{ key: 'all', name: 'All of it', offer: { rings_s: 5, auto_accept: true, away_after: null } }] }
  const rules = await guichet.ask('/api/v1/routing/rulebooks', { method: 'POST', body: { title: 'Faults', document } })
  assert.equal(rules.status, 201, JSON.stringify(rules.body))
}

export async function entryPoint(guichet: Guichet): Promise<string> {
  const { body } = await guichet.ask<Page<{ id: string; accepts_any: boolean }>>('/api/v1/entry-points')
  return body.items.find((door) => door.accepts_any)!.id // every house is founded with one
}

let made = 0
/** A mail nobody else sent; `name` begins its subject. */
export function letter(name = 'Fault'): Letter & { subject: string } {
  const n = ++made
  const subject = `${name} ${process.pid}.${n}`
  const from = `sender${n}@client.example`
  const raw = `From: Sender ${n} <${from}>\r\nTo: contact@atelier.example\r\nSubject: ${subject}\r\nMessage-ID: <${process.pid}.${n}@client.example>\r\nDate: Sat, 21 Nov 2026 10:00:00 +0100\r\n\r\nHello, this is mail ${n}.\r\n`
  return { subject, from, to: ['contact@atelier.example'], raw }
}

/** Lays a mail into the watched mailbox. */
export function lay({ imap, sent }: Scene, name = 'Laid'): void {
  const { raw, subject } = letter(name)
  imap.deliver(raw)
  sent.push(subject)
}

export async function casesOf(guichet: Guichet, most = 100): Promise<{ id: string; subject: string }[]> {
  return (await insist(() => guichet.ask<Page<{ id: string; subject: string }>>(`/api/v1/cases?limit=${most}`))).items
}

/** Answers a case as the desk does: the same key until an answer comes. */
export async function answer(guichet: Guichet, id: string, key: string): Promise<string> {
  const ask = { method: 'POST', body: { text: `Answer ${key}` }, headers: { 'idempotency-key': key } }
  return (await insist(() => guichet.ask<{ id: string }>(`/api/v1/cases/${id}/replies`, ask))).id
}

export async function insist<Body>(ask: () => Promise<{ status: number; body: Body }>): Promise<Body> {
  for (const deadline = performance.now() + 300_000; performance.now() < deadline; await pause(100)) {
    const heard = await ask().catch(() => null) // the server is away
    if (heard && heard.status < 300) return heard.body
    if (heard && heard.status < 500) assert.fail(`refused: ${heard.status} ${JSON.stringify(heard.body)}`)
  }
  return assert.fail('nobody answered for five minutes')
}

export async function until(what: string, condition: () => boolean | Promise<boolean>, seconds = 180): Promise<void> {
  for (const deadline = performance.now() + seconds * 1_000; !(await condition()); await pause(50))
    if (performance.now() > deadline) assert.fail(`${what}: not within ${seconds} s`)
}
