import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { probeMailbox } from '../../src/channels/email/imap/probe.ts'
import { makeCertificate } from '../../src/channels/email/smtp/certificate.ts'
import type { MailboxSettings } from '../../src/channels/email/imap/mailbox.ts'
import { startImapServer, type ImapServerOptions, type Mischief } from '../world/imap-server.ts'
import { allQuiet, letter, usualSettings } from './desk.ts'
import { scene } from './scene.ts'

const certificate = (host: string) => makeCertificate(host, Temporal.Now.instant())

type Trial = {
  options?: ImapServerOptions
  settings?: Partial<MailboxSettings>
  faults?: [string, Mischief][]
  patience?: number
}

async function tried(t: TestContext, { options = {}, settings = {}, faults = [], patience = 30_000 }: Trial) {
  const server = await startImapServer(options)
  t.after(() => server.close())
  server.deliver(letter())
  server.deliver(letter())
  for (const [when, does] of faults) server.fault({ when, does, times: Infinity })
  const probe = await probeMailbox({ ...usualSettings(server), ...settings }, { answer: patience, connect: patience })
  return { server, probe, failed: probe.hops.find(({ state }) => state === 'failed') }
}

test('a mailbox that works: every hop passes, with what was learned at each', async (t) => {
  const { server, probe } = await tried(t, {})
  assert.equal(probe.ok, true)
  assert.deepEqual(
    probe.hops.map(({ name, state }) => `${name} ${state}`),
    ['resolve passed', 'connect passed', 'tls skipped', 'greeting passed', 'login passed', 'folder passed', 'capabilities passed', 'messages passed'],
  ) // prettier-ignore
  assert.equal(probe.hops.at(-1)?.detail, '2')
  assert.match(probe.hops.at(-2)?.detail ?? '', /IDLE/)
  assert.deepEqual(probe.folders, ['INBOX'])
  assert.deepEqual(server.mutations, [])
  assert.ok(!server.transcript.some((line) => line.includes('FETCH')))
})

test('a mailbox behind TLS with a certificate that can be trusted', async (t) => {
  const tls = certificate('localhost')
  const { probe, failed } = await tried(t, {
    options: { tls },
    settings: { host: 'localhost', security: 'tls', trust: tls.cert },
  })
  assert.equal(failed, undefined, JSON.stringify(failed))
  assert.match(probe.hops.find(({ name }) => name === 'tls')?.detail ?? '', /TLSv1\.3/)
})

test('a mailbox behind STARTTLS: greeted first, then encrypted, and nothing secret before', async (t) => {
  const starttls = certificate('localhost')
  const settings = { host: 'localhost', security: 'starttls', trust: starttls.cert } as const
  const { server, probe, failed } = await tried(t, { options: { starttls }, settings })
  assert.equal(failed, undefined, JSON.stringify(failed))
  assert.deepEqual(
    probe.hops.slice(2, 4).map(({ name, state }) => `${name} ${state}`),
    ['greeting passed', 'tls passed'],
  )
  assert.ok(server.transcript.indexOf('STARTTLS') < server.transcript.indexOf('AUTHENTICATE'))
})

test('a server that stops offering STARTTLS is not given the password', async (t) => {
  const { server, watch } = await scene(t)
  const watching = watch({ settings: { security: 'starttls' } })
  await watching.until((health) => health.state === 'waiting')
  assert.equal(watching.health()?.error?.code, 'encryption')
  assert.ok(!server.transcript.some((line) => /AUTHENTICATE|LOGIN/.test(line)))
})

const broken: [string, ImapServerOptions, Partial<MailboxSettings>, [string, Mischief][], string, string][] = [
  ['a host that does not exist', {}, { host: 'mail.guichet.invalid' }, [], 'resolve', 'host-unknown'],
  ['a port where nobody listens', {}, { port: 1 }, [], 'connect', 'unreachable'],
  ['a certificate nobody vouches for', { tls: certificate('localhost') }, { host: 'localhost', security: 'tls' }, [], 'tls', 'certificate'],
  ['TLS asked of a server that does not speak it', {}, { security: 'tls' }, [], 'tls', 'encryption'],
  ['STARTTLS asked of a server that has none', {}, { security: 'starttls' }, [], 'tls', 'encryption'],
  ['plain text to a server that wants TLS', { tls: certificate('localhost') }, { security: 'none' }, [], 'greeting', 'no-greeting'],
  ['a server that does not greet', {}, {}, [['GREETING', { kind: 'silent' }]], 'greeting', 'no-greeting'],
  ['a server that sends us away', {}, {}, [['GREETING', { kind: 'bye', text: 'Overloaded' }]], 'greeting', 'unavailable'],
  ['a wrong password', {}, { auth: { kind: 'password', password: 'wrong' } }, [], 'login', 'login-refused'],
  ['a provider that gives no token', {}, { auth: { kind: 'oauth2', accessToken: () => Promise.reject(new Error('down')) } }, [], 'login', 'token-unavailable'],
  ['a folder that is not there', {}, { folder: 'Nowhere' }, [], 'folder', 'folder-missing'],
  ['a server that falls silent', {}, {}, [['EXAMINE', { kind: 'silent' }]], 'folder', 'silent'],
] // prettier-ignore
for (const [what, options, settings, faults, hop, code] of broken) {
  test(`${what} is told at the hop “${hop}”, in French and English`, async (t) => {
    const isWaitedOut = code === 'no-greeting' || code === 'silent'
    const { probe, failed } = await tried(t, { options, settings, faults, ...(isWaitedOut ? { patience: 1_000 } : {}) })
    assert.equal(probe.ok, false)
    assert.deepEqual([failed?.name, failed?.sentence?.code], [hop, code], JSON.stringify(failed))
    assert.ok(failed?.sentence?.fr && failed.sentence.en)
    const after = probe.hops.slice(probe.hops.findIndex(({ name }) => name === hop) + 1)
    assert.ok(after.every(({ state }) => state === 'skipped'))
  })
}

test('mail is fetched over TLS, and not at all when the certificate is not good', async (t) => {
  const tls = certificate('localhost')
  const { server, kept, watch } = await scene(t, { tls })
  server.deliver(letter())
  const wary = watch({ settings: { host: 'localhost', security: 'tls' } })
  await wary.until((health) => health.state === 'refused')
  assert.equal(wary.health()?.error?.code, 'certificate')
  assert.deepEqual(server.transcript, [], 'nothing was said to a server we cannot trust')
  await wary.stop()
  await watch({ settings: { host: 'localhost', security: 'tls', trust: tls.cert } }).until(allQuiet)
  assert.equal(kept.held.size, 1)
})
