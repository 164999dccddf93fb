import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makePlaces } from './places.ts'

const code = (held: Promise<unknown>): Promise<unknown> =>
  held.then(
    () => 'done',
    (error: { refusal?: { code: string } }) => error.refusal?.code,
  )

test('one slow address holds three places and leaves the others to others', async () => {
  const places = makePlaces(8)
  const { promise: slowly, resolve: atLast } = Promise.withResolvers<void>()
  const slow = Array.from({ length: 8 }, (_, n) => code(places.hold(`2001:db8::${n}`, () => slowly)))
  assert.equal(await code(places.hold('192.0.2.7', async () => {})), 'done')
  atLast()
  const all = await Promise.all(slow)
  assert.deepEqual([all.filter((each) => each === 'done').length, all.filter((each) => each === 'busy').length], [3, 5])
  assert.equal(await code(places.hold('2001:db8::1', async () => {})), 'done', 'a place left is free again')
})

test('all together hold no more than there are, and a failure gives its place back', async () => {
  const places = makePlaces(2)
  await assert.rejects(
    places.hold('192.0.2.1', () => Promise.reject(new Error('no'))),
    /no/,
  )
  const { promise: slowly, resolve: atLast } = Promise.withResolvers<void>()
  const held = ['192.0.2.1', '192.0.2.2', '192.0.2.3'].map((address) => code(places.hold(address, () => slowly)))
  atLast()
  assert.deepEqual(await Promise.all(held), ['done', 'done', 'busy'])
})
