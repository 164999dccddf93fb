// Random scripts: mail arrives, disappears, the line is cut in every way, we crash before or after a commit, we are stopped and started.
// Whatever the script, what we hold at the end is what was delivered and not taken away by others before we could see it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { startImapServer, type ImapServer, type Mischief } from '../world/imap-server.ts'
import type { After } from '../../src/channels/email/imap/mailbox.ts'
import { allQuiet, letter, shelf, startWatching, watchTheServer, type Shelf, type Watching } from './desk.ts'

type Step =
  | { kind: 'arrive'; count: number; gap: number; size: number }
  | { kind: 'fault'; verb: string; does: Mischief; times: number }
  | { kind: 'cut' }
  | { kind: 'restart' }
  | { kind: 'crash'; side: 'before' | 'after' }
  | { kind: 'renumber' }
  | { kind: 'calm' }

const verbs = [
  'GREETING',
  'AUTHENTICATE',
  'EXAMINE',
  'SELECT',
  'UID SEARCH',
  'UID FETCH',
  'IDLE',
  'NOOP',
  'UID STORE',
  'UID MOVE',
  'UID EXPUNGE',
]
const mischief: fc.Arbitrary<Mischief> = fc.oneof(
  fc.constantFrom<Mischief>(
    { kind: 'drop' }, { kind: 'drop after ok' }, { kind: 'bye', text: 'Shutting down' }, { kind: 'bye', text: 'Maintenance', stay: true },
    { kind: 'answer', status: 'NO', text: '[UNAVAILABLE] Back soon' }, { kind: 'nothing' }, { kind: 'shuffle' }, { kind: 'garble' },
    { kind: 'done but refused', text: 'Odd' }, { kind: 'say', text: '99 EXISTS' }, { kind: 'say', text: 'BYE Going down' }, { kind: 'say', text: '1 EXPUNGE' }, { kind: 'silent' },
  ),
  fc.record({ kind: fc.constant('drop inside literal' as const), after: fc.nat(200) }),
  fc.record({ kind: fc.constant('literal size' as const), by: fc.integer({ min: -60, max: 300 }) }),
) // prettier-ignore
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('arrive' as const), count: fc.integer({ min: 1, max: 12 }), gap: fc.nat(3), size: fc.nat(900) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('fault' as const), verb: fc.constantFrom(...verbs), does: mischief, times: fc.integer({ min: 1, max: 2 }) }) },
  { weight: 2, arbitrary: fc.constant<Step>({ kind: 'cut' }) },
  { weight: 2, arbitrary: fc.constant<Step>({ kind: 'restart' }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('crash' as const), side: fc.constantFrom('before' as const, 'after' as const) }) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'renumber' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'calm' }) },
) // prettier-ignore

type Play = {
  server: ImapServer
  kept: Shelf
  sent: string[]
  crashes: ('before' | 'after')[]
  watching: Watching
  again(): Watching
}

async function play(next: Step, scene: Play) {
  const { server, sent, crashes } = scene
  if (next.kind === 'arrive')
    for (let index = 0; index < next.count; index++) {
      const body = letter(undefined, 'x'.repeat(next.size))
      sent.push(body)
      server.deliver(body, { gap: next.gap })
    }
  else if (next.kind === 'fault') server.fault({ when: next.verb, does: next.does, times: next.times })
  else if (next.kind === 'cut') server.dropAll()
  else if (next.kind === 'crash') crashes.push(next.side)
  else if (next.kind === 'renumber') server.renumber()
  else if (next.kind === 'restart') {
    await scene.watching.stop()
    scene.watching = scene.again()
  } else await scene.watching.until(allQuiet)
}

async function run(steps: readonly Step[], after: After) {
  const server = await startImapServer()
  server.makeFolder('Done')
  const kept = shelf()
  const tooSoon = watchTheServer(server, kept)
  const crashes: ('before' | 'after')[] = []
  const crash = (side: 'before' | 'after') => {
    if (crashes[0] === side) throw new Error(`crashed ${crashes.shift()} the commit`)
  }
  const again = () =>
    startWatching({
      server, shelf: kept, settings: { after }, patience: { answer: 250, connect: 250, idle: 25, part: 512 },
      faults: { beforeCommit: () => crash('before'), afterCommit: () => crash('after') },
    }) // prettier-ignore
  const scene: Play = { server, kept, sent: [], crashes, watching: again(), again }
  try {
    for (const next of steps) await play(next, scene)
    server.faults.clear()
    crashes.length = 0
    // What the keeper does by content is done here: a body held under an old UIDVALIDITY counts as held.
    await scene.watching.until((health) => allQuiet(health) && scene.sent.every((body) => kept.bodies().includes(body)))
  } finally {
    await scene.watching.stop()
    await server.close()
  }
  return { kept, sent: scene.sent, tooSoon, renumbered: steps.some(({ kind }) => kind === 'renumber') }
}

const afters = fc.constantFrom<After>('leave', 'seen', 'delete', { move: 'Done' })

test(
  'whatever happens, everything delivered is held, once, oldest first, and the server is never changed before',
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), afters, async (steps, after) => {
        const { kept, sent, tooSoon, renumbered } = await run(steps, after)
        assert.deepEqual(new Set(kept.bodies()), new Set(sent))
        assert.deepEqual(tooSoon, [])
        assert.deepEqual(kept.tray, [])
        if (!renumbered) {
          assert.deepEqual(kept.bodies(), sent)
          assert.deepEqual(
            kept.log.order,
            kept.log.order.toSorted((a, b) => a - b),
          )
        }
      }),
      {
        numRuns: Number(process.env['GUICHET_SCRIPTS'] ?? 40),
        timeout: 120_000,
        interruptAfterTimeLimit: 60_000,
        markInterruptAsFailure: false,
      },
    )
  },
)
