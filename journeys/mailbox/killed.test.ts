import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { startImapServer, type Mutation } from '../world/imap-server.ts'
import { letter } from './desk.ts'
import { linesOf, shaOf } from './ledger-file.ts'

const KILLS = Number(process.env['GUICHET_KILLS'] ?? 5)

const CHILD = join(import.meta.dirname, 'killed-child.ts')

// A small generator of our own, so that a run that fails can be repeated (Park and Miller, 1988).
const dice = (seed: number) => () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647

test(
  `killed ${KILLS} times at any command, mail is neither lost nor doubled, and nothing is deleted before it is held`,
  { timeout: 300_000 + KILLS * 4_000 },
  async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'guichet-mailbox-'))
    t.after(() => rmSync(folder, { recursive: true, force: true }))
    const file = join(folder, 'held')
    const server = await startImapServer()
    t.after(() => server.close())
    const tooSoon: Mutation[] = []
    server.events.on('mutation', (mutation: Mutation) => {
      const held = new Set(linesOf(file).flatMap(({ kind, uid }) => (kind === 'kept' ? [uid] : [])))
      if (mutation.uids.some((uid) => !held.has(uid))) tooSoon.push(mutation)
    })
    const chance = dice(20_261_121)
    const sent: string[] = []
    const deliver = (count: number) => {
      for (let index = 0; index < count; index++) {
        const body = letter(undefined, 'x'.repeat(Math.floor(chance() * 3000)))
        sent.push(shaOf(body))
        server.deliver(body)
      }
    }
    // Without our own arguments: a child started with --test would be a test runner.
    const start = () => fork(CHILD, [String(server.port), file], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })

    for (let kill = 0; kill < KILLS; kill++) {
      deliver(30)
      const child = start()
      // The first ten commands sign in and open the folder; the rest search, fetch and delete.
      let left = 1 + Math.floor(chance() * 60)
      const dead = once(child, 'exit')
      const strike = () => --left === 0 && child.kill('SIGKILL')
      server.events.on('command', strike)
      const caughtUp = () => server.folder().messages.length === 0 && child.kill('SIGKILL')
      server.events.on('mutation', caughtUp)
      await dead
      server.events.off('command', strike).off('mutation', caughtUp)
    }
    deliver(10)
    const last = start()
    while (server.folder().messages.length > 0) await once(server.events, 'mutation')
    last.kill('SIGTERM')
    const [code, signal]: unknown[] = await once(last, 'exit')
    assert.deepEqual([code, signal], [0, null], 'it stops cleanly when asked')

    const lines = linesOf(file)
    assert.deepEqual(
      lines.flatMap(({ kind, sha }) => (kind === 'kept' ? [sha] : [])),
      sent,
    )
    assert.deepEqual(
      lines.filter(({ kind }) => kind === 'tray'),
      [],
    )
    assert.deepEqual(tooSoon, [])
  },
)
