import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import type { ImapServer, ImapServerOptions } from '../world/imap-server.ts'
import type { After } from '../../src/channels/email/imap/mailbox.ts'
import { allQuiet, letter } from './desk.ts'
import { scene } from './scene.ts'

const flags = (server: ImapServer, folder = 'INBOX') => server.folder(folder).messages.map((message) => [...message.flags])
const uids = (server: ImapServer, folder = 'INBOX') => server.folder(folder).messages.map((message) => message.uid)

const wishes: [string, After, ImapServerOptions, (server: ImapServer) => void][] = [
  ['left as it is', 'leave', {}, (server) => assert.deepEqual([server.mutations, uids(server)], [[], [1, 2, 3]])],
  ['marked as seen', 'seen', {}, (server) => assert.deepEqual(flags(server), [['\\Seen'], ['\\Seen'], ['\\Seen']])],
  ['deleted', 'delete', {}, (server) => assert.deepEqual(uids(server), [])],
  ['marked for deletion where a sweep would take what others marked', 'delete', { without: ['UIDPLUS'] }, (server) => {
    assert.deepEqual(flags(server), [['\\Deleted'], ['\\Deleted'], ['\\Deleted']])
    assert.ok(!server.mutations.some(({ verb }) => verb === 'EXPUNGE'))
  }],
  ['moved', { move: 'Done' }, {}, (server) => assert.deepEqual([uids(server), uids(server, 'Done').length], [[], 3])],
  ['copied and deleted where there is no MOVE', { move: 'Done' }, { without: ['MOVE'] }, (server) =>
    assert.deepEqual([uids(server), uids(server, 'Done').length], [[], 3])],
] // prettier-ignore

for (const [what, after, options, check] of wishes) {
  test(`once we hold a message it is ${what} on the server, and not before`, async (t) => {
    const { server, kept, watch } = await scene(t, options)
    server.makeFolder('Done')
    for (let index = 0; index < 3; index++) server.deliver(letter())
    await watch({ settings: { after } }).until(allQuiet)
    assert.equal(kept.held.size, 3)
    assert.equal(kept.log.owed.size, 0)
    check(server)
  })
}

test('what others marked for deletion is never swept away by us', async (t) => {
  const { server, watch } = await scene(t)
  server.deliver(letter())
  const watching = watch({ settings: { after: 'delete', from: 'now' } })
  await watching.until(allQuiet)
  server.folder().messages[0]?.flags.add('\\Deleted')
  server.deliver(letter())
  await watching.until((health) => health.lastMailAt !== null && allQuiet(health))
  assert.deepEqual(uids(server), [1])
})

for (const after of ['seen', 'delete', { move: 'Done' }] satisfies After[]) {
  for (const does of [
    { kind: 'drop' },
    { kind: 'drop after ok' },
    { kind: 'silent' },
    { kind: 'done but refused', text: 'Try again' },
  ] as const) {
    test(`when ${JSON.stringify(after)} is interrupted (${does.kind}) it is done again, and nothing is fetched again`, async (t) => {
      const { server, kept, watch } = await scene(t)
      server.makeFolder('Done')
      for (let index = 0; index < 4; index++) server.deliver(letter())
      server.fault({ when: ({ verb }) => /STORE|MOVE|EXPUNGE/.test(verb), does })
      const watching = watch({ settings: { after }, patience: { answer: does.kind === 'silent' ? 250 : 5_000, idle: 20 } })
      await watching.until((health) => allQuiet(health) && kept.log.owed.size === 0)
      assert.equal(kept.log.repeats, 0)
      assert.deepEqual(kept.log.order, [1, 2, 3, 4])
      if (after === 'seen') assert.deepEqual(new Set(flags(server).flat()), new Set(['\\Seen']))
      else assert.deepEqual(uids(server), [])
      if (typeof after === 'object') assert.equal(uids(server, 'Done').length, 4)
    })
  }
}

test('a move into a folder that does not exist is said, the mail is safe, and it is moved once the folder is there', async (t) => {
  const { server, kept, watch } = await scene(t)
  server.deliver(letter())
  const watching = watch({ settings: { after: { move: 'Done' } }, patience: { idle: 10 } })
  await watching.until((health) => health.state === 'watching' && health.error?.code === 'after-refused')
  assert.equal(kept.held.size, 1)
  server.deliver(letter())
  await watching.until(() => kept.held.size === 2)
  server.makeFolder('Done')
  await watching.until((health) => allQuiet(health) && !health.error)
  assert.equal(uids(server, 'Done').length, 2)
  assert.equal(kept.log.repeats, 0)
})

test('a crash between keeping and marking is made good at the next start', async (t) => {
  const { server, kept, watch } = await scene(t)
  server.deliver(letter())
  server.fault({ when: 'UID STORE', does: { kind: 'silent' } })
  const first = watch({ settings: { after: 'seen' }, patience: { answer: 60_000 } })
  while (!server.transcript.some((line) => line.startsWith('UID STORE'))) await once(server.events, 'command')
  await first.stop()
  assert.deepEqual(flags(server), [[]])
  await watch({ settings: { after: 'seen' } }).until((health) => allQuiet(health) && kept.log.owed.size === 0)
  assert.deepEqual(flags(server), [['\\Seen']])
  assert.equal(kept.log.repeats, 0)
})
