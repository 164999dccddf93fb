// Mail as strangers send it, through the real doors, and what became of it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { freePort, newGuichet, type Guichet } from '../world/guichet.ts'
import { send } from '../world/mta.ts'
import { openRelayWorld, type FakeRelay } from '../world/relay.ts'
import { handOver, heard, tell, type Event } from './said.ts'

let guichet: Guichet
let relay: FakeRelay
let lmtp = 0
let key = ''
before(async () => {
  lmtp = await freePort()
  relay = await openRelayWorld()
  guichet = await newGuichet({ env: { GUICHET_LMTP_PORT: String(lmtp) } })
  await guichet.start()
  key = (await guichet.run(['key', 'create', '--role', 'director'])).out.trim()
})
after(async () => {
  await guichet.clear()
  await relay.close()
})

type Interaction = {
  id: string
  direction: string
  kind: string
  state: string
  visible_text: string
  text: string
  from: { address: string }
  marks: Record<string, unknown>
}
type Case = {
  id: string
  number: number
  status: string
  failed_at: string | null
  claims: { id: string } | null
  conversations: { interactions: Interaction[] }[]
}
const ask = async <Body>(where: string, given: Parameters<typeof tell>[2] = {}): Promise<Body> =>
  (await tell({ guichet, key }, where, given)).body as Body // the documented shape
const shown = async (id: string) => await ask<Case>(`/api/v1/cases/${id}`)
const interactions = async (id: string) => (await shown(id)).conversations.flatMap((each) => each.interactions)

let place = ''
/** The next event of a name, after all that were asked for before. */
async function next(name: string): Promise<Event> {
  const event = await heard({ guichet, key }, { after: place, wanted: (each) => each.name === name })
  place = event.seq
  return event
}
const CONTACT = 'contact@atelier.example'
async function arrives(raw: string, { from = 'camille@client.example', to = CONTACT } = {}): Promise<Event> {
  assert.equal((await send(guichet.smtp, { from, to: [to], raw })).code, 250)
  return await next('message.received')
}
const letter = (text: string, headers: Record<string, string> = {}): string =>
  Object.entries({
    From: 'Camille <camille@client.example>',
    To: CONTACT,
    Subject: 'Ma commande',
    'Message-ID': `<${crypto.randomUUID()}@client.example>`,
    ...headers,
  })
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n') + `\r\n\r\n${text}\r\n`

async function answered(id: string, body: object = { text: 'Elle part demain.' }) {
  const { id: interaction } = await ask<{ id: string }>(`/api/v1/cases/${id}/replies`, { method: 'POST', body })
  const settled = await next('message.settled')
  const original = await ask<string>(`/api/v1/interactions/${interaction}/original`)
  const header = (name: string) =>
    new RegExp(`^${name}: ?((?:.|\r\n[ \t])*)`, 'mi').exec(original)?.[1]?.replace(/\r\n\s+/g, ' ') ?? ''
  return {
    interaction,
    settled,
    original,
    messageId: header('Message-ID'),
    replyTo: /<([^>]+)>/.exec(header('Reply-To'))?.[1] ?? '',
  }
}

test('a mail without Message-ID, Date or From, with groups, or for ten thousand, is kept and filed', async () => {
  const people = Array.from({ length: 10_000 }, (_, i) => `p${i}@many.example`).join(',\r\n ')
  const odd = ['hello, who am I?', 'Subject: nobody\r\n\r\nhello', 'From: A <a@b.example>\r\nTo: friends: c@d.example, e@f.example;, undisclosed:;\r\n\r\nhello', `From: a@b.example\r\nTo: ${people}\r\n\r\nhello`, ''] // prettier-ignore
  for (const raw of odd) {
    const { case_id } = await arrives(raw, { from: '' })
    assert.ok((await shown(case_id!)).number > 0)
  }
  const { items } = await ask<{ items: { received: number; filed: number; in_tray: number; waiting: number }[] }>(
    '/api/v1/receipts',
  )
  for (const { received, filed, in_tray, waiting } of items) assert.equal(received, filed + in_tray + waiting)
})

test('the same mail is one however often it is delivered, and two when it came to two doors', async () => {
  const person = (await ask<{ items: { owner: { id: string } }[] }>('/api/v1/cases')).items[0]!.owner.id
  const brand = (await ask<{ items: { id: string }[] }>('/api/v1/brands')).items[0]!.id
  await ask('/api/v1/entry-points', {
    method: 'POST',
    body: { brand_id: brand, kind: 'email', name: 'Ventes', address: 'ventes@atelier.example', duty_person_id: person },
  })
  const raw = letter('Une fois ?')
  const before = (await ask<{ items: unknown[] }>('/api/v1/cases?limit=200')).items.length
  await arrives(raw)
  assert.equal((await send(guichet.smtp, { from: 'camille@client.example', to: [CONTACT], raw })).code, 250)
  await arrives(raw, { to: 'ventes@atelier.example' })
  assert.equal((await ask<{ items: unknown[] }>('/api/v1/cases?limit=200')).items.length, before + 2)
})

test('who may go on with a case: who has the word and takes part; a stranger with the word says so in a case of their own', async () => {
  const { case_id: id } = await arrives(letter('Où est-elle ?', { Cc: 'chef@client.example' }))
  const { messageId, replyTo, settled } = await answered(id!)
  assert.equal(settled.payload['state'], 'kept')
  const quoting = { 'In-Reply-To': messageId, References: messageId }
  assert.equal((await arrives(letter('Merci !', quoting))).case_id, id)
  assert.equal((await arrives(letter('Par l’adresse.'), { to: replyTo })).case_id, id)
  assert.equal(
    (await arrives(letter('Le chef aussi.', { ...quoting, From: 'chef@client.example' }), { from: 'chef@client.example' }))
      .case_id,
    id,
    'copied in by the customer',
  )
  const stranger = await arrives(
    letter('On m’a transmis ceci.', { ...quoting, From: 'm@evil.example', Subject: 'Re: Ma commande' }),
    { from: 'm@evil.example' },
  )
  assert.notEqual(stranger.case_id, id)
  assert.equal((await shown(stranger.case_id!)).claims?.id, id)
  const guessed = await arrives(letter('Même sujet.', { Subject: 'Re: Ma commande' }))
  assert.notEqual(guessed.case_id, id, 'a subject is no word of ours')
})

test('an absence note neither reopens nor is answered; our own mail that comes round wakes nobody', async () => {
  const { case_id: id } = await arrives(letter('Une question.'))
  const { messageId, original, replyTo } = await answered(id!)
  await ask(`/api/v1/cases/${id}/closure`, { method: 'PUT' })
  const absent = await arrives(
    letter('Je suis en congé.', { 'In-Reply-To': messageId, 'Auto-Submitted': 'auto-replied', Subject: 'Absence du bureau' }),
  )
  assert.deepEqual([absent.case_id, absent.payload['kind'], absent.payload['reopened']], [id, 'auto-reply', false])
  const round = await arrives(original, { from: CONTACT })
  assert.deepEqual([round.case_id, round.payload['kind'], round.payload['reopened']], [id, 'auto-reply', false])
  assert.equal((await shown(id!)).status, 'closed')
  const back = await arrives(letter('Encore une chose.', { 'In-Reply-To': messageId }), { to: replyTo })
  assert.deepEqual([back.case_id, back.payload['reopened']], [id, true])
  const sent = (await interactions(id!)).filter((each) => each.direction === 'out')
  assert.equal(sent.length, 1, 'nothing was written by itself')
})

test('a bounce goes to what bounced and back to its owner', async () => {
  const { case_id: id } = await arrives(letter('Une autre question.'))
  const { messageId, interaction } = await answered(id!)
  const report = [
    'From: MAILER-DAEMON@mx.client.example', `To: ${CONTACT}`, 'Subject: Undelivered', 'MIME-Version: 1.0', 'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '', '--b', 'Content-Type: text/plain', '', 'It could not be delivered.', '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.client.example', '',
    'Final-Recipient: rfc822; camille@client.example', 'Action: failed', 'Status: 5.1.1', '', '--b', 'Content-Type: message/rfc822-headers', '', `Message-ID: ${messageId}`, '', '--b--',
  ].join('\r\n') // prettier-ignore
  const bounce = await arrives(report, { from: '' })
  assert.deepEqual([bounce.case_id, bounce.payload['kind']], [id, 'bounce'])
  const now = await shown(id!)
  assert.ok(now.failed_at)
  assert.equal((await interactions(id!)).find((each) => each.id === interaction)?.state, 'failed')
})

test('what our own provider took for spam is kept and shown, and wakes nobody', async () => {
  const { case_id: id } = await arrives(letter('Bonjour.'))
  const { messageId } = await answered(id!)
  await ask(`/api/v1/cases/${id}/closure`, { method: 'PUT' })
  const raw = letter('Gagnez !', { 'In-Reply-To': messageId, 'X-Spam-Flag': 'YES' })
  assert.match(await handOver(lmtp, { from: 'camille@client.example', to: CONTACT, raw }), /^250/)
  const spam = await next('message.received')
  assert.deepEqual([spam.case_id, spam.payload['kind'], spam.payload['reopened']], [id, 'spam', false])
})

test('a domain’s mail is signed with its key; the private half is never shown', async () => {
  const made = await ask<{ id: string; selector: string; record: { name: string; text: string } }>('/api/v1/dkim-keys', {
    method: 'POST',
    body: { domain: 'Atelier.example' },
  })
  assert.equal(made.record.name, `${made.selector}._domainkey.atelier.example`)
  assert.match(made.record.text, /^v=DKIM1; k=rsa; p=[\w+/=]+$/)
  assert.equal(
    (await tell({ guichet, key }, '/api/v1/dkim-keys', { method: 'POST', body: { domain: 'not a domain' } })).status,
    422,
  )
  const { case_id: id } = await arrives(letter('Signez.'))
  const { original } = await answered(id!)
  assert.match(original, new RegExp(`^DKIM-Signature:[^]*?s=${made.selector}`))
  assert.doesNotMatch(JSON.stringify(await ask('/api/v1/dkim-keys')), /PRIVATE/)
  assert.equal((await tell({ guichet, key }, `/api/v1/dkim-keys/${made.id}`, { method: 'DELETE' })).status, 200)
  assert.doesNotMatch((await answered(id!)).original, /^DKIM-Signature/m)
})

test('what was kept while there was no relay leaves once there is one, the very same mail; no line of the log repeats it', async () => {
  const { case_id: id } = await arrives(letter('Le secret de Camille.'))
  const { interaction, messageId, original, replyTo } = await answered(id!, { text: 'Mot pour mot.' })
  await guichet.stop()
  guichet = await newGuichet({
    folder: guichet.folder,
    relay: relay.port,
    env: { GUICHET_LMTP_PORT: String(lmtp), GUICHET_LOG: 'info' },
  })
  await guichet.start()
  let log = ''
  guichet.process()?.stderr?.on('data', (piece: Buffer) => (log += String(piece)))
  await ask(`/api/v1/cases/${id}/replies/${interaction}/retry`, { method: 'POST' })
  const left = await next('message.settled')
  assert.equal(left.payload['state'], 'handed_over')
  assert.equal(relay.mails.length, 1)
  assert.ok(relay.mails[0]!.text.includes(messageId))
  assert.equal(relay.mails[0]!.text.trim(), original.trim())
  relay.next({ at: 'recipient', answer: '550 5.1.1 no such person' })
  const lost = await answered(id!, { text: 'Perdu.' })
  assert.equal(lost.settled.payload['state'], 'failed')
  assert.ok((await shown(id!)).failed_at, 'it goes back to its owner')
  await guichet.stop()
  for (const word of ['Le secret de Camille', 'Mot pour mot', 'Perdu.', key, replyTo]) assert.ok(!log.includes(word), word)
})
