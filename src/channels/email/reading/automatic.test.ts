import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Arrival } from './automatic.ts'
import { readMail } from './read.ts'
import type { MailKind } from './shapes.ts'

type Wanted = { kind: MailKind; automatic: boolean; answer: boolean }

const machine = (kind: MailKind): Wanted => ({ kind, automatic: true, answer: false })
const person: Wanted = { kind: 'message', automatic: false, answer: true }

const CASES: [string, Wanted, Arrival?][] = [
  ['Subject: Question sur ma facture', person],
  ['Auto-Submitted: no', person],
  ['Auto-Submitted: No (really)', person],
  ['Auto-Submitted: auto-replied (vacation)', machine('auto-reply')],
  ['Auto-Submitted: auto-notified', machine('auto-reply')],
  ['X-Autoreply: yes', machine('auto-reply')],
  ['Precedence: auto_reply', machine('auto-reply')],
  ['Precedence: Bulk', machine('list')],
  ['List-Id: <x.example.org>', { kind: 'list', automatic: false, answer: false }],
  ['X-Auto-Response-Suppress: All', { kind: 'message', automatic: false, answer: false }],
  ['From: no-reply@example.org', { kind: 'message', automatic: false, answer: false }],
  ['From: MAILER-DAEMON@example.org', machine('bounce')],
  ['Return-Path: <>', machine('auto-reply')],
  ['Subject: x', machine('auto-reply'), { mail_from: '' }],
  ['Message-ID: <1@desk.example.org>', machine('auto-reply'), { own_hosts: ['desk.example.org'] }],
  ['Message-ID: <1@sub.desk.example.org>', person, { own_hosts: ['desk.example.org'] }],
  ['Content-Type: multipart/report; report-type=feedback-report; boundary=x', machine('report')],
  ['Content-Type: multipart/report; report-type=disposition-notification; boundary=x', machine('report')],
  ['Subject: Réponse automatique : Votre commande', machine('auto-reply')],
  ['Subject: Automatic reply: your order', machine('auto-reply')],
  ['Subject: Abwesenheitsnotiz: Urlaub', machine('auto-reply')],
  ['Subject: Respuesta automática: pedido', machine('auto-reply')],
  ['Subject: Out of Office', machine('auto-reply')],
]

for (const [header, wanted, arrival] of CASES) {
  test(`${header} ${arrival ? JSON.stringify(arrival) : ''} is ${wanted.kind}${wanted.answer ? '' : ', and no machine answers it'}`, async () => {
    const mail = await readMail(Buffer.from(`${header}\r\n\r\nBonjour\r\n`), arrival)
    assert.deepEqual({ kind: mail.kind, automatic: mail.automatic.is_automatic, answer: mail.automatic.may_acknowledge }, wanted)
  })
}

test('a customer who writes about an absence, a holiday or an automatic reply is not an automatic reply', async () => {
  const subjects = [
    'Absence de réponse',
    'Absent lors de la livraison',
    'Absence',
    'Vacances : changement de date',
    'Re: Réponse automatique : colis',
    'Out of stock',
    'Absence du livreur',
    'Automatic door broken',
    'Vacation rental',
  ]
  for (const subject of subjects) {
    assert.equal(
      (await readMail(Buffer.from(`Subject: ${subject}\nFrom: Jean <j@example.org>\n\nBonjour`))).kind,
      'message',
      subject,
    )
  }
})
