// Told to stop under load, started twice, a port taken, backed up while serving: said plainly, done in time, nothing lost.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test, type TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort, newGuichet, type Guichet } from '../world/guichet.ts'
import { openLine, sendAll } from '../world/mta.ts'
import { arrived, holds, settled, withBooks } from './books.ts'
import { answer, casesOf, FULL, lay, letter, openScene } from './scene.ts'

const STOP_SECONDS = 20 // it gives itself nine; a busy machine hears a signal late and ends a process slowly

test(
  'told to stop under load, with every process of it told too, it ends in time and nothing is lost',
  { timeout: 300_000 },
  async (t) => {
    const scene = await openScene(t)
    const { guichet, relay, sent } = scene
    const work: Promise<unknown>[] = []
    for (let stop = 0; stop < (FULL ? 10 : 2); stop++) {
      const letters = Array.from({ length: 60 }, () => letter('Sent'))
      sent.push(...letters.map(({ subject }) => subject))
      work.push(sendAll(letters, { port: guichet.smtp, senders: 6 }))
      work.push(casesOf(guichet, 1).then(async ([first]) => first && (await answer(guichet, first.id, `${stop}`))))
      lay(scene)
      const lingering = openLine(guichet.smtp) // a sender who never finishes its message
      for (const words of ['EHLO x', 'MAIL FROM:<a@b.example>', 'RCPT TO:<contact@atelier.example>', 'DATA', 'Subject: never']) {
        await lingering.hear()
        lingering.socket.write(`${words}\r\n`)
      }
      await pause(100 + Math.random() * 400)
      const began = performance.now()
      for (const reader of childrenOf(guichet.pid())) tell(reader) // as systemd and Ctrl-C do: all of them, not the first only
      const code = await guichet.stop()
      const seconds = (performance.now() - began) / 1_000
      lingering.socket.destroy()
      t.diagnostic(`stopped in ${seconds.toFixed(1)} s, code ${code}`)
      assert.equal(code, 0)
      assert.ok(seconds < STOP_SECONDS, `it took ${seconds} s`)
      await guichet.start()
    }
    await Promise.all(work)
    await arrived(guichet, sent)
    const found = await holds(guichet, sent, relay)
    assert.equal(found.in_tray, 0)
  },
)

// The program's readers, and not PostgreSQL, which has a life of its own.
const childrenOf = (parent: number): number[] =>
  readdirSync('/proc').map(Number).filter((pid) => pid > 0 && statOf(pid).includes(`) ${statOf(pid).split(') ')[1]?.[0]} ${parent} `) && commandOf(pid).includes('reader-process')) // prettier-ignore
const statOf = (pid: number): string => read(`/proc/${pid}/stat`)
const commandOf = (pid: number): string => read(`/proc/${pid}/cmdline`)
function tell(reader: number): void {
  try {
    process.kill(reader, 'SIGTERM')
  } catch {
    // gone meanwhile
  }
}
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // gone meanwhile
  }
}

async function opened(t: TestContext): Promise<Guichet> {
  const guichet = await newGuichet()
  t.after(guichet.clear)
  await guichet.start()
  return guichet
}

test('a second server on the same data, or on a port that is taken, says so in one sentence', { timeout: 120_000 }, async (t) => {
  const guichet = await opened(t)
  const elsewhere = { GUICHET_PORT: String(await freePort()), GUICHET_SMTP_PORT: String(await freePort()) }
  const twice = await guichet.run(['start'], elsewhere)
  assert.deepEqual([twice.code, twice.out], [1, ''])
  assert.match(twice.err, /^guichet: Guichet already serves .*\n$/)
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as { port: number } // TCP, so never a path
  await guichet.stop()
  for (const name of ['GUICHET_PORT', 'GUICHET_SMTP_PORT']) {
    const refused = await guichet.run(['start'], { ...elsewhere, [name]: String(port) })
    assert.deepEqual([refused.code, refused.out], [1, ''], name)
    assert.match(refused.err, new RegExp(`^guichet: The port ${port} is in use.*\\n$`), name)
  }
  taken.close()
})

test(
  'a backup made while mail comes is restored elsewhere with everything that was held when it began',
  { timeout: 240_000 },
  async (t) => {
    const guichet = await opened(t)
    const folder = mkdtempSync(path.join(tmpdir(), 'guichet-backup-'))
    t.after(() => rmSync(folder, { recursive: true, force: true }))
    const before = Array.from({ length: 40 }, () => letter('Before'))
    await sendAll(before, { port: guichet.smtp, senders: 4 })
    await settled(guichet)
    const during = Array.from({ length: 200 }, () => letter('During'))
    const sending = sendAll(during, { port: guichet.smtp, senders: 3 })
    const file = path.join(folder, 'backup.tar.zst')
    const made = await guichet.run(['backup', file])
    assert.equal(made.code, 0, made.err)
    await sending
    const copy = await newGuichet({ folder: path.join(folder, 'restored') })
    t.after(copy.clear)
    const restored = await copy.run(['restore', file])
    assert.equal(restored.code, 0, restored.err)
    await copy.start()
    await settled(copy)
    const found = await holds(
      copy,
      before.map(({ subject }) => subject),
    )
    t.diagnostic(`${found.received} of ${before.length + during.length} mails were in the copy`)
    await arrived(
      guichet,
      during.map(({ subject }) => subject),
    )
    await holds(
      guichet,
      [...before, ...during].map(({ subject }) => subject),
    )
    assert.ok((await withBooks(copy.folder, ({ one }) => one('select count(*) from cases.interaction'))) >= before.length)
  },
)
