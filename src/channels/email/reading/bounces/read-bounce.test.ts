import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMail } from '../read.ts'
import type { ReadMail } from '../shapes.ts'
import { NOTICES } from './sample-notices.ts'
import type { Notice, Wanted } from './sample-notices.ts'

function mailOf({ from, subject, body, headers = [], charset = 'utf-8' }: Notice): Uint8Array {
  const head = [
    `From: ${from}`,
    'To: contact@guichet.example',
    `Subject: ${subject}`,
    `Content-Type: text/plain; charset=${charset}`,
    ...headers,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body.replaceAll('\n', '\r\n')}`)
}

function assertBounced(mail: ReadMail, wanted: Wanted[]): void {
  assert.equal(mail.kind, 'bounce')
  const got = mail.bounce?.recipients ?? []
  assert.deepEqual(
    got.map((one) => one.address),
    wanted.map((one) => one.address),
  )
  wanted.forEach((one, index) => {
    assert.equal(got[index]?.reason, one.reason)
    assert.equal(got[index]?.permanent, one.permanent ?? true)
    if (one.status !== undefined) assert.equal(got[index]?.status, one.status)
  })
}

for (const { name, notice, wanted } of NOTICES) {
  test(`the bounce of ${name} names who was not reached, and why`, async () => {
    assertBounced(await readMail(mailOf(notice)), wanted)
  })
}

const REPORT = `From: MAILER-DAEMON@mx.example
To: contact@guichet.example
Subject: Undelivered Mail Returned to Sender
Return-Path: <>
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

Your message could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Original-Recipient: rfc822;alias@example.org
Final-Recipient: rfc822; behind@example.org
Action: ACTION
Status: 4.4.7
Diagnostic-Code: smtp; 450 4.4.7 delivery time expired

--b
Content-Type: text/rfc822-headers

Return-Path: <retour+abc@guichet.example>
Message-ID: <envoi-9@guichet.example>
From: Service <contact+xyz@guichet.example>

--b--
`

test('a delivery report names the address we wrote to, links to our mail, and "failed" is final although its code is 4.x.x', async () => {
  const mail = await readMail(Buffer.from(REPORT.replace('ACTION', 'failed')))
  assertBounced(mail, [{ address: 'alias@example.org', reason: 'expired', status: '4.4.7' }])
  assert.equal(mail.bounce?.original_message_id, 'envoi-9@guichet.example')
  assert.deepEqual(mail.bounce?.original_tags, ['xyz', 'abc'])
})

test('a delayed report is a bounce that may still arrive', async () => {
  assertBounced(await readMail(Buffer.from(REPORT.replace('ACTION', 'delayed'))), [
    { address: 'alias@example.org', reason: 'expired', permanent: false },
  ])
})

test('a report of success is a report, and nobody bounced', async () => {
  const mail = await readMail(Buffer.from(REPORT.replace('ACTION', 'delivered')))
  assert.equal(mail.kind, 'report')
  assert.equal(mail.bounce, null)
})

test('a customer who writes about a mail that came back is a customer', async () => {
  const body = 'Bonjour,\nMon message à sav@boutique.example n’a pas pu être distribué : mailbox full.\nQue faire ?\nJean'
  for (const subject of ['Mail non distribué', 'Re: Undelivered Mail Returned to Sender', 'delivery problem with order 12']) {
    const mail = await readMail(
      mailOf({ from: 'Jean <jean@client.example>', subject, body, headers: ['In-Reply-To: <x@guichet.example>'] }),
    )
    assert.notEqual(mail.kind, 'bounce', subject)
  }
})

test('a customer whose parcel was not delivered is a customer', async () => {
  const texts = [
    'Mon colis n’a pas été livré. Voici mon adresse : jean@client.example',
    'Votre livreur n’est pas passé.\njean@client.example\nTél. 06',
    'Colis non distribué, écrivez à ma femme :\nmarie@client.example',
  ]
  const subjects = [
    'Échec de la livraison',
    'Delivery failed',
    'Impossible de livrer',
    'Delivery problem',
    'Erreur de distribution',
    'Non distribué',
    'Returned to sender',
    'Message non reçu',
    'Rejected: my refund',
  ]
  for (const subject of subjects) {
    for (const body of texts) {
      const mail = await readMail(mailOf({ from: 'Jean <jean@client.example>', subject, body }))
      assert.equal(mail.kind, 'message', `${subject} / ${body}`)
    }
  }
})

test('an absence notice that names a colleague is no bounce of that colleague', async () => {
  const body = 'Votre message à Jean n’a pas pu être lu : je suis absent. Écrivez à :\n\nmarie@societe.example\n'
  const headers = ['Return-Path: <>', 'Auto-Submitted: auto-replied']
  const mail = await readMail(mailOf({ from: 'Jean <jean@societe.example>', subject: 'Absence jusqu’au 12', body, headers }))
  assert.equal(mail.kind, 'auto-reply')
})

test('addresses in the returned mail and addresses to ask are never taken for who failed', async () => {
  const mail = await readMail(mailOf(NOTICES[1]?.notice ?? assert.fail()))
  assert.deepEqual(
    mail.bounce?.recipients.map((one) => one.address),
    ['marie@exemple.example'],
  )
  assert.equal(mail.bounce?.original_message_id, 'envoi-1@guichet.example')
  assert.deepEqual(mail.bounce?.original_tags, ['tok123'])
})

test('an abbreviated address is nobody’s', async () => {
  const mail = await readMail(
    mailOf({
      from: 'MAILER-DAEMON@mx.example',
      subject: 'failure notice',
      body: 'Could not be delivered to:\n\n  david...@gmail.example\n',
    }),
  )
  assert.deepEqual(mail.bounce?.recipients, [])
})
