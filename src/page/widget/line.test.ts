// The line against a server that speaks wire.ts over real sockets.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, beforeEach, test } from 'node:test'
import type { Answer } from '#channels/contract'
import { KEY, openFakeGuichet, type FakeGuichet } from './fake-guichet-for-tests.ts'
import { Line, type LineState } from './line.ts'

let fake: FakeGuichet
before(async () => (fake = await openFakeGuichet(async () => null)))
after(() => fake.stop())
beforeEach(() => Object.assign(fake, { heard: [], deaf: false, refuse: null }))

const secret = `vs_${'0a'.repeat(16)}_${'c'.repeat(26)}`

test('a line that is cut comes back by itself, says hello with what it has seen, and hears what it missed once', async () => {
  const { line, heard, until } = lineTo(fake)
  line.wake()
  await until((state) => state === 'open')
  line.say({ say: { id: 'a', text: 'Bonjour', files: [] } })
  await heard('took')
  fake.cut()
  await until((state) => state === 'lost')
  fake.say('Pendant la coupure')
  await until((state) => state === 'open')
  const hellos = fake.heard.filter((frame) => 'hello' in frame)
  assert.equal(hellos.length, 2)
  assert.equal(line.say({ say: { id: 'a', text: 'Bonjour', files: [] } }), true)
  assert.deepEqual(await heard('took'), { took: { id: 'a', seq: 1, at: fake.talks.get(secret)?.thread[0]?.at } })
  assert.deepEqual(fake.talks.get(secret)?.thread.map(({ text }) => text), ['Bonjour', 'Pendant la coupure']) // prettier-ignore
  line.shut()
})

test('a server that is gone is tried again and again, and found when it is back', async () => {
  const { line, until, attempts } = lineTo(fake)
  line.wake()
  await until((state) => state === 'open')
  await fake.stop()
  await until((state) => state === 'lost' && attempts() >= 3)
  assert.equal(line.say({ typing: { on: true } }), false)
  await fake.start()
  await until((state) => state === 'open')
  assert.equal(attempts(), 0)
  line.shut()
})

test('a line that was shut stays shut', async () => {
  const { line, until, states } = lineTo(fake)
  line.wake()
  await until((state) => state === 'open')
  line.shut()
  line.renew()
  fake.tell({ typing: { on: true, name: 'x' } })
  assert.equal(states.at(-1), 'shut')
})

function lineTo({ origin }: FakeGuichet) {
  const states: LineState[] = []
  const bell = new EventTarget()
  let tries = 0
  let last: Answer[] = []
  const line = new Line({
    address: `${origin.replace('http', 'ws')}/api/widget/${KEY}/socket`,
    hello: async () => ({ visit: secret, identity: null, seen: 0, language: 'fr', page: 'https://boutique.example/' }),
    hear: (answer) => {
      last.push(answer)
      bell.dispatchEvent(new Event('news'))
    },
    changed: (state, attempts) => {
      tries = attempts
      states.push(state)
      bell.dispatchEvent(new Event('news'))
    },
    pace: { first: 10, most: 40 },
  })
  const until = async (is: (state: LineState | undefined) => boolean): Promise<void> => {
    while (!is(states.at(-1))) await once(bell, 'news')
  }
  const heard = async (name: string): Promise<Answer> => {
    for (;;) {
      const found = last.find((answer) => name in answer)
      if (found) {
        last = last.filter((answer) => answer !== found)
        return found
      }
      await once(bell, 'news')
    }
  }
  return { line, states, until, heard, attempts: () => tries }
}
