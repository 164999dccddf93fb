import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPublicAddress, responseOf, safeFetch, Unreachable } from './safe-fetch.ts'

test('nothing goes out to addresses inside the walls, however they are written', async () => {
  for (const inside of [
    '127.0.0.1',
    '10.1.2.3',
    '192.168.1.1',
    '169.254.169.254',
    '::1',
    '::ffff:127.0.0.1',
    'fd00::1',
    '0.0.0.0',
  ])
    assert.equal(isPublicAddress(inside), false, inside)
  for (const outside of ['8.8.8.8', '2606:4700::1111']) assert.equal(isPublicAddress(outside), true, outside)
  for (const url of ['https://127.0.0.1/', 'https://[::1]/', 'https://localhost/', 'http://example.org/', 'https://2130706433/'])
    await assert.rejects(safeFetch(url), /public address|only https/, url)
})

test('an address inside an address is looked at too', () => {
  for (const hidden of ['::ffff:127.0.0.1', '::ffff:7f00:1', '64:ff9b::7f00:1', '2002:7f00:1::1', 'fec0::1'])
    assert.equal(isPublicAddress(hidden), false, hidden)
  assert.equal(isPublicAddress('2606:4700::1111'), true)
})

test('whatever a stranger’s server answers is an answer or a refusal, never an end of ours', async () => {
  for (const status of [100, 199, 600, 999]) assert.throws(() => responseOf(status, 'image/png', Buffer.from('x')), Unreachable)
  for (const status of [204, 205, 304]) assert.equal(responseOf(status, undefined, Buffer.from('x')).status, status)
  assert.equal(await responseOf(200, 'text/plain', Buffer.from('oui')).text(), 'oui')
})
