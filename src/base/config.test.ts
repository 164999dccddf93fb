import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { readConfig } from './config.ts'
import { makeFolder } from './folder.ts'
import { PlainError } from './migrate.ts'

test('nothing set, or set to nothing, is the default that serves', () => {
  const bare = readConfig({})
  assert.deepEqual(
    [bare.port, bare.host, bare.smtpPort, bare.lmtpPort, bare.relay, bare.databaseUrl],
    [4000, '127.0.0.1', 2525, 0, '', ''],
  )
  assert.deepEqual(
    readConfig({ GUICHET_PORT: '', GUICHET_URL: '', GUICHET_LOG: '', GUICHET_SIP_PORT: '', GUICHET_DATA: '' }),
    bare,
  )
})

test('settings of later versions are accepted', () => {
  assert.equal(readConfig({ GUICHET_SIP_PORT: '5060', NATS_URL: 'nats://broker:4222' }).port, 4000)
})

const wrong: [string, string][] = [
  ['GUICHET_PORT', 'abc'], ['GUICHET_PORT', '70000'], ['GUICHET_PORT', '-1'], ['GUICHET_SMTP_PORT', '1e3'], ['GUICHET_SMTP_PORT', '0x50'],
  ['GUICHET_SIP_PORT', 'five'], ['GUICHET_LOG', 'loud'], ['GUICHET_REQUESTS_PER_SECOND', 'many'], ['GUICHET_URL', 'desk.example.org'], ['GUICHET_URL', 'ftp://desk.example.org'],
  ['GUICHET_RELAY', 'relay.example.org'], ['GUICHET_RELAY', 'smtp://'], ['DATABASE_URL', 'mysql://host/guichet'],
] // prettier-ignore
for (const [name, value] of wrong)
  test(`${name}=${value} is refused in one sentence that names the setting`, () => {
    assert.throws(
      () => readConfig({ [name]: value }),
      (error) =>
        error instanceof PlainError && error.message.startsWith(`The setting ${name} must `) && error.message.includes(value),
    )
  })

test('a bad address with a password is repeated without it', () => {
  assert.throws(
    () => readConfig({ DATABASE_URL: 'mysql://me:hush@host/guichet' }),
    (error) => error instanceof PlainError && !error.message.includes('hush'),
  )
})

test('a data folder that cannot be is told in a sentence; one that can is made, with those above it', () => {
  const place = mkdtempSync(path.join(tmpdir(), 'guichet-folder-'))
  const file = path.join(place, 'a file')
  writeFileSync(file, '')
  for (const folder of [file, path.join(file, 'below'), '/proc/nowhere/data'])
    assert.throws(
      () => makeFolder(folder),
      (error) => error instanceof PlainError && error.message.includes('GUICHET_DATA'),
    )
  makeFolder(path.join(place, 'one', 'two'))
  makeFolder(path.join(place, 'one', 'two'))
  rmSync(place, { recursive: true })
})
