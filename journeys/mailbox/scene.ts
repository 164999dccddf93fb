// A scripted server, a shelf for what we hold, and the promise that every one of these tests makes: the server is never changed before
// we hold the message.
import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { startImapServer, type ImapServerOptions } from '../world/imap-server.ts'
import { shelf, startWatching, watchTheServer, type WatchOptions } from './desk.ts'

export async function scene(t: TestContext, options: ImapServerOptions = {}) {
  const server = await startImapServer(options)
  const kept = shelf()
  const tooSoon = watchTheServer(server, kept)
  const watch = (more: Partial<WatchOptions> = {}) => {
    const watching = startWatching({ server, shelf: kept, ...more })
    t.after(() => watching.stop())
    return watching
  }
  t.after(() => assert.deepEqual(tooSoon, [], 'the server was changed before we held the message'))
  t.after(() => server.close())
  return { server, kept, watch, tooSoon }
}
