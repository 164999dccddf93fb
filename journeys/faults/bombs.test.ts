// Mails that make the reader hang, eat memory or die come in by the real door. They end in the tray; everybody else's are filed meanwhile.
import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import { newGuichet } from '../world/guichet.ts'
import { sendAll, type Letter } from '../world/mta.ts'
import { holds, settled, withBooks } from './books.ts'
import { letter } from './scene.ts'

type Slip = { id: string; why: string; size: number; has_original: boolean }
type Health = { status: string; checks: { name: string; status: string }[] }

test('what hangs, bloats or kills the reader waits in the tray, and holds up nobody', { timeout: 300_000 }, async (t) => {
  const guichet = await newGuichet({ preload: path.join(import.meta.dirname, '..', 'world', 'planted-reader.mjs') })
  t.after(guichet.clear)
  await guichet.start()
  const tray = async (): Promise<Slip[]> => (await guichet.ask<{ items: Slip[] }>('/api/v1/tray')).body.items
  const trayHealth = async (): Promise<string> =>
    (await guichet.ask<Health>('/api/health')).body.checks.find(({ name }) => name === 'tray')!.status
  const bomb = (order: string): Letter => ({ from: 'bomb@hostile.example', to: ['contact@atelier.example'], raw: `${order}\r\n` })

  const before = [letter('Before'), letter('Before')]
  await sendAll(before, { port: guichet.smtp, senders: 1 })
  await settled(guichet)
  assert.equal(await trayHealth(), 'ok')
  await sendAll([bomb('hang'), bomb('eat the heap'), bomb('die')], { port: guichet.smtp, senders: 3 })
  const meanwhile = Array.from({ length: 20 }, () => letter('Meanwhile'))
  await sendAll(meanwhile, { port: guichet.smtp, senders: 4 })
  await settled(guichet)
  const overtook = await withBooks(guichet.folder, ({ one }) =>
    one(
      `select count(*) from channels.receipt r where filed_at < (select max(tray_at) from channels.receipt where size = $1)
      and received_at > (select max(received_at) from channels.receipt where size = $1)`,
      ['hang\r\n'.length],
    ),
  )
  assert.ok(overtook > 0, 'what came after the one that hangs was filed before its time was over')
  await settled(guichet)
  const slips = (await tray()).toSorted((a, b) => a.size - b.size)
  assert.equal(slips.length, 3)
  const [dead, slow, fat] = slips as [Slip, Slip, Slip] // counted above
  assert.deepEqual([dead.why, slow.why], ['crashed', 'too_slow'])
  assert.ok(['too_much_memory', 'too_slow'].includes(fat.why), 'on a busy machine its time is over first')
  assert.ok(slips.every(({ has_original }) => has_original))
  assert.equal(await trayHealth(), 'degraded')

  const handle = async (slip: Slip, how: string, method = 'POST'): Promise<number> =>
    (await guichet.ask(`/api/v1/tray/${slip.id}${how}`, { method })).status
  assert.ok((await handle(dead, '/retry')) < 300)
  await settled(guichet)
  assert.equal((await tray()).length, 3, 'tried again, it is as deadly as before')
  const opened = await guichet.ask<{ case_id: string }>(`/api/v1/tray/${fat.id}/case`, { method: 'POST' })
  const { body: of } = await guichet.ask<{
    owner: { id: string }
    conversations: { interactions: { attachments: { name: string }[] }[] }[]
  }>(`/api/v1/cases/${opened.body.case_id}`)
  assert.ok(of.owner.id)
  assert.deepEqual(
    of.conversations[0]!.interactions[0]!.attachments.map(({ name }) => name),
    ['original.eml'],
  )
  assert.ok((await handle(slow, '', 'DELETE')) < 300)
  assert.ok((await handle(dead, '', 'DELETE')) < 300)
  assert.deepEqual([await tray(), await trayHealth()], [[], 'ok'])
  assert.equal(await handle(dead, '/retry'), 404)
  const found = await holds(
    guichet,
    [...before, ...meanwhile].map(({ subject }) => subject),
  )
  t.diagnostic(JSON.stringify(found))
  assert.deepEqual([found.received, found.filed, found.in_tray], [25, 23, 2])
})
