import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refused } from '#base/refusal'
import { hashPassword, isDated, isPassword } from './password.ts'

test('a password is recognised, another is not, and nothing opens what has none', async () => {
  const kept = await hashPassword('quatre mots sans rapport')
  assert.match(kept, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.equal(await isPassword('quatre mots sans rapport', kept), true)
  assert.equal(await isPassword('quatre mots sans rapports', kept), false)
  assert.equal(await isPassword('', null), false)
  assert.notEqual(kept, await hashPassword('quatre mots sans rapport'), 'the same password is kept differently each time')
})

test('an accent typed in two ways is the same password', async () => {
  const kept = await hashPassword('\u00e9t\u00e9 \u00e0 la plage')
  assert.equal(await isPassword('e\u0301te\u0301 a\u0300 la plage', kept), true)
})

test('a password kept at a lower cost is still recognised, and known to be dated', async () => {
  const dated = '$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$'
  assert.equal(isDated(`${dated}AAAA`), true)
  assert.equal(isDated(await hashPassword('x')), false)
})

test('the event loop turns while a password is derived', async () => {
  let turns = 0
  const turning = setInterval(() => turns++, 0)
  await hashPassword('quatre mots sans rapport')
  clearInterval(turning)
  assert.ok(turns > 0)
})

test('a flood of guesses is told to come back; it neither fills the memory nor the threads', async () => {
  const all = await Promise.allSettled(Array.from({ length: 70 }, () => isPassword('x', null)))
  const refused = all.filter((one) => one.status === 'rejected')
  assert.equal(refused.length, 8)
  assert.ok(refused.every(({ reason }) => reason instanceof Refused && reason.refusal.code === 'busy'))
  assert.equal(await isPassword('x', null), false, 'and then it goes on')
})
