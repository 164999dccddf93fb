import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { network } from './address.ts'
import { afterTry, mostTries, policies, remaining, secondsToWait, waitAfter, type Tries } from './throttle.ts'

const policy = fc.constantFrom(...Object.values(policies))
const untouched: Tries = { tries: 0, tried_at: 0 }
const after = (failures: number, p: (typeof policies)[keyof typeof policies]): Tries => {
  let door = untouched
  for (let i = 0; i < failures; i++) door = afterTry(door, 0, p)
  return door
}

test('the first tries are free, then each doubles the wait up to the longest', () => {
  const p = policies.account
  assert.deepEqual([0, 4, 5, 6, 7, 13, 14, 99].map((tries) => waitAfter(tries, p)), [0, 0, 2, 4, 8, 512, 900, 900]) // prettier-ignore
})

test('another failure never shortens the wait, and no wait is longer than the longest', () => {
  fc.assert(
    fc.property(policy, fc.nat(1_000), (p, tries) => {
      assert.ok(waitAfter(tries + 1, p) >= waitAfter(tries, p))
      assert.ok(waitAfter(tries, p) <= p.longest_wait)
    }),
  )
})

test('whoever waits as long as they were told gets in', () => {
  fc.assert(
    fc.property(policy, fc.nat(200), (p, failures) => {
      const door = after(failures, p)
      assert.equal(secondsToWait(door, secondsToWait(door, 0, p), p), 0)
    }),
  )
})

test('after any number of failures a door left alone is as new within five hours', () => {
  fc.assert(
    fc.property(policy, fc.nat(5_000), (p, failures) => {
      assert.ok(after(failures, p).tries <= mostTries(p))
      assert.equal(remaining(after(failures, p), 5 * 3_600, p), 0)
    }),
  )
})

test('somebody who guesses as often as the door lets them makes few guesses a day', () => {
  const guesses = { account: 0, pair: 0, address: 0 }
  for (const kind of ['account', 'pair', 'address'] as const) {
    let door = untouched
    for (let now = 0; now < 86_400; now += Math.max(1, secondsToWait(door, now, policies[kind]))) {
      door = afterTry(door, now, policies[kind])
      guesses[kind]++
    }
  }
  assert.ok(guesses.account < 120, `one account from everywhere: ${guesses.account}`)
  assert.ok(guesses.pair < 400, `one account from an address it knows: ${guesses.pair}`)
  assert.ok(guesses.address < 4_000, `all accounts from one address: ${guesses.address}`)
})

test('a whole IPv6 network counts as one address, and an IPv4 address as itself however it is written', () => {
  assert.equal(network('2001:db8:1:2:aaaa::1'), network('2001:0db8:0001:0002:ffff:1:2:3'))
  assert.notEqual(network('2001:db8:1:2::1'), network('2001:db8:1:3::1'))
  assert.equal(network('::ffff:192.0.2.7'), network('192.0.2.7'))
  assert.notEqual(network('192.0.2.7'), network('192.0.2.8'))
  assert.equal(network('fe80::1%eth0'), 'fe80:0:0:0::/64')
  assert.equal(network('::1'), '0:0:0:0::/64')
})
