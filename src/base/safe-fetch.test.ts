import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPublicAddress, safeFetch } from './safe-fetch.ts'

test('nothing goes out to addresses inside the walls, however they are written', async () => {
  for (const inside of ['127.0.0.1', '10.1.2.3', '192.168.1.1', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fd00::1', '0.0.0.0']) assert.equal(isPublicAddress(inside), false, inside)
  for (const outside of ['8.8.8.8', '2606:4700::1111']) assert.equal(isPublicAddress(outside), true, outside)
  for (const url of ['https://127.0.0.1/', 'https://[::1]/', 'https://localhost/', 'http://example.org/', 'https://2130706433/'])
    await assert.rejects(safeFetch(url), /public address|only https/, url)
})
