// The server is killed at every named instruction of its source, in turn, while mail comes by both doors and an answer leaves. Each start
// recovers from the kill before it. At the end everything that was sent is held, once.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { arrived, holds, settled } from './books.ts'
import { answer, casesOf, FULL, lay, letter, openScene, until, type Scene } from './scene.ts'
import { sendAll } from '../world/mta.ts'
import { chatsHold, converse, openWidget } from './chats.ts'

const source = path.join(import.meta.dirname, '..', '..', 'src')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
)
const points = files.flatMap((file) =>
  [...readFileSync(path.join(source, file), 'utf8').matchAll(/\bpoint\('([\w.]+)'\)/g)].map(([, name = '']) => name),
)

test(
  'killed at any named point, the server comes back and nothing is lost, doubled or without an owner',
  { timeout: 900_000 },
  async (t) => {
    assert.ok(points.length > 20 && new Set(points).size === points.length, 'points have names of their own')
    const scene = await openScene(t)
    const { guichet, relay, sent } = scene
    key = await openWidget(guichet)
    await stimulus(scene, 'first')
    await settled(guichet)
    await guichet.kill()
    for (const point of points) {
      await guichet.start(point)
      const doing = stimulus(scene, point)
      await until(`the server dies at ${point}`, () => !guichet.alive())
      assert.equal(guichet.process()?.signalCode, 'SIGKILL', point)
      if (!FULL) continue // the next start recovers, and may be killed while it does
      await guichet.start()
      await doing
      await arrived(guichet, sent)
      await settled(guichet)
      t.diagnostic(`${point}: ${JSON.stringify(await holds(guichet, sent, relay))}`)
      await guichet.kill()
    }
    await guichet.start()
    await Promise.all(pending)
    await arrived(guichet, sent)
    await settled(guichet)
    const found = await holds(guichet, sent, relay)
    const chats = await chatsHold(guichet)
    t.diagnostic(`${chats} chats; ${points.length} points: ${JSON.stringify(found)}, ${relay.mails.length} mails at the relay`)
    assert.ok(found.received >= 3 * points.length)
  },
)

const pending: Promise<void>[] = []
let answered = 0
let key = '' // of the widget

// Two mails by SMTP, one in the mailbox, one answer, one chat whose answer follows by mail: enough to pass every point.
function stimulus(scene: Scene, name: string): Promise<void> {
  const talking = converse(scene, { key, name })
  talking.catch(() => {}) // awaited with the rest
  const doing = (async () => {
    const two = [letter(name), letter(name)]
    lay(scene, name)
    await sendAll(two, { port: scene.guichet.smtp, senders: 2 })
    scene.sent.push(...two.map(({ subject }) => subject))
    const [first] = await casesOf(scene.guichet, 1)
    if (first) await answer(scene.guichet, first.id, `${name} ${++answered}`)
    await talking
  })()
  pending.push(doing)
  doing.catch(() => {}) // awaited at the end
  return doing
}
