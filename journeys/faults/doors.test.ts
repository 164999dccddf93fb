// What is one mail and what is two; the very large, the very many, and those that say nothing of themselves, through the real doors.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { send, sendAll, type Letter } from '../world/mta.ts'
import { holds, settled, withBooks } from './books.ts'
import { entryPoint, FULL, lay, openScene, until, type Scene } from './scene.ts'

const MAILBOXES = ['contact@atelier.example', 'sav@atelier.example']

async function secondMailbox({ guichet }: Scene): Promise<void> {
  const doors = await guichet.ask<{ items: { id: string; brand_id: string; duty_person_id: string }[] }>('/api/v1/entry-points')
  const first = doors.body.items.find(({ id }) => id === firstId)!
  const { brand_id, duty_person_id } = first
  const made = await guichet.ask('/api/v1/entry-points', {
    method: 'POST',
    body: { brand_id, duty_person_id, kind: 'email', name: 'SAV', address: MAILBOXES[1] },
  })
  assert.equal(made.status, 201, JSON.stringify(made.body))
}
let firstId = ''

test(
  'the same mail is one in a mailbox however often it comes, two in two; another with its Message-ID is another',
  { timeout: 300_000 },
  async (t) => {
    const scene = await openScene(t)
    const { guichet } = scene
    firstId = await entryPoint(guichet)
    await secondMailbox(scene)
    let round = 0
    const deliveries = fc.array(fc.record({ mail: fc.nat(2), twin: fc.boolean(), to: fc.constantFrom([0], [1], [0, 1]) }), {
      minLength: 3,
      maxLength: 14,
    })
    await fc.assert(
      fc.asyncProperty(deliveries, async (plan) => {
        const name = `Round ${++round}`
        const letters = plan.map(({ mail, twin, to }): Letter => ({
          from: 'c@client.example',
          to: to.map((n) => MAILBOXES[n]!),
          raw: plain({ name, mail, twin }),
        }))
        await sendAll(letters, { port: guichet.smtp, senders: 3 })
        await settled(guichet)
        const expected = new Set(plan.flatMap(({ mail, twin, to }) => to.map((n) => `${mail} ${twin} ${n}`))).size
        const filed = await withBooks(guichet.folder, ({ one }) =>
          one(`select count(*) from cases.interaction where subject like $1`, [`${name} %`]),
        )
        assert.equal(filed, expected, JSON.stringify(plan))
      }),
      { numRuns: FULL ? 40 : 3 },
    )
    const laid = 5
    for (let n = 0; n < laid; n++) lay(scene)
    const held = () =>
      withBooks(guichet.folder, ({ one }) => one(`select count(*) from channels.receipt where door like 'imap:%'`))
    await until('the mailbox is fetched', async () => (await held()) === laid)
    await settled(guichet)
    scene.imap.renumber()
    await until('the mailbox numbered anew is read again', async () => (await held()) === 2 * laid)
    await settled(guichet)
    await holds(guichet, scene.sent)
  },
)

const plain = ({ name, mail, twin }: { name: string; mail: number; twin: boolean }): string =>
  `From: Camille <c@client.example>\r\nTo: contact@atelier.example\r\nSubject: ${name} mail ${mail}\r\nDate: Sat, 21 Nov 2026 10:00:00 +0100\r\nMessage-ID: <${name.replace(' ', '')}.${mail}@client.example>\r\n\r\n${twin ? 'One text' : 'Another text'}\r\n`

test(
  '50 MB of attachments, 10,000 recipients, and mails without any name or date are kept and filed',
  { timeout: 600_000 },
  async (t) => {
    const scene = await openScene(t)
    const { guichet } = scene
    const measure = FULL ? { bytes: 10_000_000, files: 5, recipients: 10_000 } : { bytes: 1_500_000, files: 5, recipients: 600 }
    const many = Array.from({ length: measure.recipients }, (_, n) => `person${n}@atelier.example`)
    const odd: [string, Letter][] = [
      ['heavy', { from: 'h@client.example', to: ['contact@atelier.example'], raw: heavy(measure) }],
      [
        'many',
        {
          from: 'm@client.example',
          to: many,
          raw: `From: m@client.example\r\nTo: ${many.join(',\r\n ')}\r\nSubject: many\r\n\r\nTo all.\r\n`,
        },
      ],
      ['bare', { from: '', to: ['contact@atelier.example'], raw: 'Subject: bare\r\n\r\nNo id, no date, no sender.\r\n' }],
      ['', { from: '', to: ['contact@atelier.example'], raw: 'Nothing but a line, not even a header.\r\n' }],
      [
        'garbage',
        {
          from: 'x@client.example',
          to: ['contact@atelier.example'],
          raw: Buffer.concat([
            Buffer.from('Subject: garbage\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="\r\n\r\n'),
            Buffer.from([0xff, 0xfe, 1, 2, 0x80]),
          ]),
        },
      ],
    ]
    for (const [name, mail] of odd) {
      const began = performance.now()
      const { code, said } = await send(guichet.smtp, mail)
      assert.equal(code, 250, `${name}: ${said}`)
      t.diagnostic(
        `${name || 'a line'}: ${(Buffer.byteLength(mail.raw) / 1e6).toFixed(1)} MB, ${mail.to.length} recipients, 250 after ${((performance.now() - began) / 1_000).toFixed(1)} s`,
      )
    }
    await settled(guichet, 300)
    const found = await holds(
      guichet,
      odd.map(([name]) => name),
    )
    assert.deepEqual([found.received, found.in_tray], [odd.length, 0])
    const size = await withBooks(guichet.folder, ({ one }) => one('select sum(size) from cases.attachment'))
    assert.equal(size, measure.bytes * measure.files)
  },
)

function heavy({ bytes, files }: { bytes: number; files: number }): string {
  const file = Buffer.alloc(bytes, 'plan ').toString('base64').replace(/.{76}/g, '$&\r\n')
  const part = (n: number): string =>
    `--cut\r\nContent-Type: application/pdf; name="plan${n}.pdf"\r\nContent-Disposition: attachment; filename="plan${n}.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${file}\r\n`
  return `From: h@client.example\r\nTo: contact@atelier.example\r\nSubject: heavy\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=cut\r\n\r\n${Array.from({ length: files }, (_, n) => part(n)).join('')}--cut--\r\n`
}
