// The command line and the settings, called as strangers call them: a wrong call is 2 with the mend, a bad setting is 1 with one sentence.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { newGuichet, type Guichet } from '../world/guichet.ts'

let guichet: Guichet
const place = mkdtempSync(path.join(tmpdir(), 'guichet-calls-'))
before(async () => {
  guichet = await newGuichet()
  await guichet.start()
})
after(async () => {
  await guichet.clear()
  rmSync(place, { recursive: true })
})

const isOneSentence = (text: string): boolean => /^guichet[^\n]*\n$/.test(text) && !text.includes('    at ')

test('every command answers --help with words on standard output', async () => {
  const commands = ['start', 'doctor', 'key', 'link', 'backup', 'restore', 'inspect']
  for (const said of await Promise.all(commands.map((name) => guichet.run([name, '--help'])))) {
    assert.deepEqual([said.code, said.err], [0, ''])
    assert.match(said.out, /^guichet \w+/)
  }
})

const wrong = [
  ['nothing-such'], ['start', '--nothing-such'], ['doctor', '--nothing-such'], ['key'], ['key', 'create'], ['key', 'create', '--role', 'king'],
  ['key', 'create', '--role', 'agent', '--days', 'many'], ['backup'], ['inspect'], ['inspect', 'mail'], ['inspect', 'phone', '--country', 'XX', '1'], ['link'],
] // prettier-ignore
test('a wrong call is code 2 and the mend in one line', async () => {
  const said = await Promise.all(wrong.map((args) => guichet.run(args)))
  for (const [i, { code, out, err }] of said.entries()) {
    assert.deepEqual([code, out], [2, ''], wrong[i]!.join(' '))
    assert.ok(isOneSentence(err), err)
  }
})

test('doctor tells programs as JSON and people in lines, while the server runs', async () => {
  const told = await guichet.run(['doctor', '--json'])
  const { status, checks } = JSON.parse(told.out) as { status: string; checks: { name: string; status: string }[] }
  assert.deepEqual([told.code, status], [0, 'ok'])
  for (const name of ['database', 'disk', 'tray', 'mailboxes', 'invariants'])
    assert.ok(
      checks.some((check) => check.name === name),
      name,
    )
  assert.match((await guichet.run(['doctor'])).out, /✓ database/)
})

test('inspect gives one JSON line a file, broken ones included, and exit code 0', async () => {
  const [good, empty] = [path.join(place, 'good.eml'), path.join(place, 'empty.eml')]
  writeFileSync(good, 'From: Ada <ada@client.example>\r\nSubject: =?utf-8?q?Th=C3=A9i=C3=A8re?=\r\n\r\nBonjour\r\n')
  writeFileSync(empty, '')
  const said = await guichet.run(['inspect', 'mail', good, empty, path.join(place, 'absent.eml'), place])
  const lines = said.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { ok: boolean; error: string | null; subject: string })
  assert.equal(said.code, 0)
  assert.deepEqual(
    lines.map(({ ok }) => ok),
    [true, false, false, false],
  )
  assert.deepEqual([lines[0]!.subject, lines[0]!.error], ['Théière', null])
  const phones = await guichet.run(['inspect', 'phone', '06 12 34 56 78', 'x'])
  assert.deepEqual(
    phones.out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { e164: string | null }).e164),
    ['+33612345678', null],
  )
})

test('a port in use, of HTTP or of mail, is told in a sentence that names it', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const port = String((taken.address() as { port: number }).port) // TCP
  for (const name of ['GUICHET_PORT', 'GUICHET_LMTP_PORT']) {
    const said = await guichet.run(['start'], {
      GUICHET_DATA: path.join(place, 'data'),
      GUICHET_PORT: '0',
      GUICHET_SMTP_PORT: '0',
      [name]: port,
    })
    assert.equal(said.code, 1, name)
    assert.ok(isOneSentence(said.err) && said.err.includes(port), said.err)
  }
  taken.close()
})

test('a second server on the same data, a database that is not there, a relay without a host are told in a sentence', async () => {
  const bad: Record<string, string>[] = [
    { GUICHET_DATA: guichet.folder }, { DATABASE_URL: 'postgres://me:hush@127.0.0.1:1/guichet', GUICHET_DATA: path.join(place, 'own') }, { GUICHET_RELAY: 'smtp://' },
    { GUICHET_RELAY: 'smtp://me@relay.example', GUICHET_DATA: path.join(place, 'data') }, { GUICHET_LOG: 'loud' }, { GUICHET_DATA: path.join(place, 'good.eml', 'below') },
    { GUICHET_HOST: '192.0.2.1', GUICHET_DATA: path.join(place, 'elsewhere') },
  ] // prettier-ignore
  const said = await Promise.all(bad.map((env) => guichet.run(['start'], { GUICHET_PORT: '0', GUICHET_SMTP_PORT: '0', ...env })))
  for (const [i, { code, err }] of said.entries()) {
    assert.equal(code, 1, JSON.stringify(bad[i]))
    assert.ok(isOneSentence(err) && !err.includes('hush'), err)
  }
})
