import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test, type TestContext } from 'node:test'
import { startImapServer, type ImapServerOptions } from '../world/imap-server.ts'
import { allQuiet, letter, shelf, startWatching, watchTheServer, type WatchOptions } from './desk.ts'

async function scene(t: TestContext, options: ImapServerOptions = {}) {
  const server = await startImapServer(options)
  const kept = shelf()
  const tooSoon = watchTheServer(server, kept)
  const watch = (more: Partial<WatchOptions> = {}) => {
    const watching = startWatching({ server, shelf: kept, ...more })
    t.after(() => watching.stop())
    return watching
  }
  t.after(() => server.close())
  t.after(() => assert.deepEqual(tooSoon, [], 'the server was changed before we held the message'))
  return { server, kept, watch, tooSoon }
}

test('everything that waits in the mailbox is fetched, oldest first, byte for byte', async (t) => {
  const { server, kept, watch } = await scene(t)
  const letters = Array.from({ length: 250 }, (_, index) => letter(`number ${index}`))
  for (const one of letters) server.deliver(one, { gap: Math.floor(one.length % 3) })
  await watch().until(allQuiet)
  assert.deepEqual(kept.bodies(), letters)
  assert.deepEqual(kept.log.order, kept.log.order.toSorted((a, b) => a - b))
  assert.deepEqual(server.mutations, [])
  assert.ok(server.transcript.includes('EXAMINE INBOX'))
})

test('a letter that arrives while we sleep in IDLE is fetched without waiting for the next look', async (t) => {
  const { server, kept, watch } = await scene(t)
  const watching = watch()
  await watching.until(allQuiet)
  while (server.idling === 0) await once(server.events, 'command')
  const body = letter()
  server.deliver(body)
  await watching.until((health) => health.lastMailAt !== null && allQuiet(health))
  assert.deepEqual(kept.bodies(), [body])
})

test('a server without IDLE is asked again and again', async (t) => {
  const { server, kept, watch } = await scene(t, { without: ['IDLE'] })
  const watching = watch({ patience: { poll: 5 } })
  await watching.until(allQuiet)
  server.deliver(letter())
  await watching.until((health) => health.lastMailAt !== null)
  assert.equal(kept.held.size, 1)
  assert.ok(!server.transcript.includes('IDLE'))
})
