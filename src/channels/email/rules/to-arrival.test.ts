import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMail } from '../reading/read.ts'
import { fingerprint, isRepeated } from './fingerprint.ts'
import { toArrival } from './to-arrival.ts'

const slip = {
  id: '018f0000-0000-7000-8000-000000000001' as never, door: 'smtp', entry_point_id: '018f0000-0000-7000-8000-000000000002',
  received_at: Temporal.Instant.from('2026-11-20T09:00:00Z'), file_id: null, size: 1, attempts: 0, envelope: { to: ['contact@x.example'], more: 0, protocol: 'ESMTP' },
} // prettier-ignore
const read = async (lines: string[]) => await readMail(Buffer.from(lines.join('\r\n')))
const arrivalOf = async (lines: string[]) =>
  toArrival({
    slip,
    mail: await read(lines),
    verdict: { verdict: 'none', fr: '', en: '' },
    answers: null,
    bounced: null,
    attachments: [],
    returned: false,
  })

test('the word in our reply address is not shown to readers', async () => {
  const arrival = await arrivalOf([
    'From: a@b.example',
    'To: contact+qywevduwjod3xmtyfnjet2l5uy@x.example, anna+family@x.example',
    '',
    'hello',
  ])
  assert.deepEqual(
    arrival.to.map(({ address }) => address),
    ['contact@x.example', 'anna+family@x.example'],
  )
})

test('a mail of ten thousand recipients shows the first hundred and counts the others', async () => {
  const people = Array.from({ length: 10_000 }, (_, i) => `p${i}@x.example`)
  const arrival = await arrivalOf(['From: a@b.example', `To: ${people.join(',\r\n ')}`, '', 'hello'])
  assert.equal(arrival.to.length, 100)
  assert.equal(arrival.more_recipients, 9_900)
})

test('a machine that returns mail is nobody’s customer, and a mail without a sender is kept all the same', async () => {
  const bounce = await arrivalOf([
    'From: MAILER-DAEMON@x.example',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'failed',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; x',
    '',
    'Final-Recipient: rfc822; c@y.example',
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--b--',
  ])
  assert.equal(bounce.kind, 'bounce')
  assert.equal(bounce.identity, null)
  const nobody = await arrivalOf(['Subject: hello', '', 'who am I?'])
  assert.deepEqual([nobody.from, nobody.identity, nobody.text.trim()], [null, null, 'who am I?'])
})

test('two deliveries are one mail when only the trace differs, and two when a word does', async () => {
  const mail = ['From: a@b.example', 'Message-ID: <1@b.example>', 'Date: Fri, 20 Nov 2026 09:00:00 +0000', '', 'hello']
  const first = fingerprint(await read(mail), 'one')
  assert.ok(
    first.equals(fingerprint(await read(['Received: from elsewhere by x; Fri, 20 Nov 2026 09:01:00 +0000', ...mail]), 'other')),
  )
  assert.ok(!first.equals(fingerprint(await read([...mail.slice(0, -1), 'hello!']), 'one')))
})

test('a mail without a Message-ID is repeated only when its very bytes come again within the hour', async () => {
  const alarm = await read(['From: alarm@b.example', '', 'door open'])
  assert.ok(!fingerprint(alarm, 'monday').equals(fingerprint(alarm, 'tuesday')))
  assert.ok(fingerprint(alarm, 'same').equals(fingerprint(alarm, 'same')))
  const at = Temporal.Instant.from('2026-11-20T09:00:00Z')
  assert.equal(isRepeated(alarm, at, at.add({ minutes: 59 })), true)
  assert.equal(isRepeated(alarm, at, at.add({ hours: 24 })), false)
  const named = await read(['From: a@b.example', 'Message-ID: <1@b.example>', '', 'hello'])
  assert.equal(isRepeated(named, at, at.add({ hours: 24 * 30 })), true)
})

const spam = ['From: a@b.example', 'To: contact@x.example', 'X-Spam-Flag: YES', '', 'win']
const given = async (lines: string[], { door = 'smtp', authserv_id = null as string | null, returned = false, verdict = 'none' as 'none' | 'pass' } = {}) =>
  toArrival({
    slip: { ...slip, door, envelope: { ...slip.envelope, authserv_id } }, mail: await read(lines), verdict: { verdict, fr: '', en: '' }, answers: null, bounced: null,
    attachments: [], returned,
  }) // prettier-ignore

test('spam is what our own provider says is spam, and nobody else', async () => {
  assert.equal((await given(spam)).kind, 'message')
  assert.equal((await given(spam, { door: 'lmtp' })).kind, 'spam')
  assert.equal((await given(spam, { door: 'imap:1', authserv_id: 'mx.provider.example' })).kind, 'spam')
  assert.equal(
    (
      await given(['X-Spam-Flag: NO', 'X-Spam-Status: No, score=0.1', ...spam.filter((line) => !line.startsWith('X-'))], {
        door: 'lmtp',
      })
    ).kind,
    'message',
  )
  assert.equal((await given(['X-MS-Exchange-Organization-SCL: 6', '', 'win'], { door: 'lmtp' })).kind, 'spam')
})

test('our own mail that comes round is an answer of nobody', async () => {
  const back = await given(['From: contact@x.example', '', 'Elle part demain.'], { returned: true })
  assert.deepEqual([back.kind, back.identity, back.returned], ['auto-reply', null, true])
})

test('whom the sender wrote to as well is invited, our own door is not', async () => {
  const mail = ['From: a@b.example', 'To: Contact+word@X.example, chef@b.example', 'Cc: avocat@c.example', '', 'hello']
  assert.deepEqual((await given(mail)).invites, { addresses: ['chef@b.example', 'avocat@c.example'], proven: false })
  assert.equal((await given(mail, { verdict: 'pass' })).invites?.proven, true)
})

test('a name or a subject that reads otherwise than it is written, or not at all, is shown plainly', async () => {
  const arrival = await arrivalOf([
    'From: "\u202Emoc.knab\u202C \u200B" <eve@x.example>',
    `Subject: Facture \u202Efdp.exe ${'a'.repeat(2_000)}`,
    'To: "\u200B\uFEFF" <contact@x.example>',
    '',
    'x',
  ])
  assert.equal(arrival.from?.name, 'moc.knab')
  assert.equal(arrival.to[0]?.name, '')
  assert.match(arrival.subject, /^Facture fdp\.exe a+$/)
  assert.equal(arrival.subject.length, 1_000)
  assert.equal(
    (await arrivalOf(['From: a@b.example', 'Subject: \u0633\u0644\u0627\u0645 \u{1F468}\u200D\u{1F469}', '', 'x'])).subject,
    '\u0633\u0644\u0627\u0645 \u{1F468}\u200D\u{1F469}',
    'what languages and pictures need stays',
  )
})
