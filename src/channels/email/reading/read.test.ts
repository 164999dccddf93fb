import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readMail } from './read.ts'
import type { ReadMail } from './shapes.ts'

const read = (text: string): Promise<ReadMail> => readMail(Buffer.from(text))
const readLatin = (text: string): Promise<ReadMail> => readMail(Buffer.from(text, 'latin1'))

test('a mail without Message-ID, Date, From or body is read all the same', async () => {
  for (const raw of ['', '\n', '\r\n\r\n', 'x', 'Subject:', 'Content-Type: multipart/mixed\n\n']) {
    const mail = await read(raw)
    assert.equal(mail.message_id, null)
    assert.equal(mail.from, null)
    assert.equal(mail.date, null)
  }
  assert.equal((await read('just words, no header')).text, 'just words, no header')
})

test('any bytes whatever are read without a fault', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => void (await readMail(bytes))),
    { numRuns: 300 },
  )
})

const SCRAPS = [
  'Content-Type: ',
  'multipart/mixed; boundary=b\n',
  'text/plain; charset=',
  'utf-7',
  '\n--b\n',
  '\n--b--\n',
  '\n\n',
  '=?utf-8?B?',
  '?=',
  '<a@b>',
  'From: ',
  '"',
  ';',
  'Content-Transfer-Encoding: base64\n',
  'message/rfc822\n',
  '>',
  '\r',
  '\0',
  'é',
  'x',
]

test('scraps of mails in any order are read without a fault, and twice alike', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...SCRAPS), { maxLength: 40 }), async (scraps) => {
      const raw = scraps.join('')
      assert.deepEqual(await read(raw), await read(raw))
    }),
    { numRuns: 300 },
  )
})

const BODIES: [string, string, string][] = [
  ['UTF-8 that says it is Latin-1', 'iso-8859-1', Buffer.from('été à Noël').toString('latin1')],
  ['Latin-1 that says it is UTF-8', 'utf-8', 'été à Noël'],
  ['Latin-1 that says nothing', '', 'été à Noël'],
  ['Windows-1252', 'windows-1252', 'été à Noël'],
  ['an unknown charset', 'klingon', Buffer.from('été à Noël').toString('latin1')],
  ['UTF-7', 'utf-7', '+AOk-t+AOk +AOA No+AOs-l'],
]

for (const [name, charset, body] of BODIES) {
  test(`text in ${name} keeps its accents`, async () => {
    const mail = await readLatin(`Content-Type: text/plain${charset ? `; charset=${charset}` : ''}\n\n${body}`)
    assert.equal(mail.text, 'été à Noël')
  })
}

test('Russian, Japanese, Chinese and Korean charsets are read', async () => {
  assert.equal((await readLatin('Content-Type: text/plain; charset=koi8-r\n\n\xf0\xd2\xc9\xd7\xc5\xd4')).text, 'Привет')
  assert.equal((await readLatin('Content-Type: text/plain; charset=iso-2022-jp\n\n\x1b$B$3$s$K$A$O\x1b(B')).text, 'こんにちは')
  assert.equal((await readLatin('Content-Type: text/plain; charset=gb18030\n\n\xc4\xe3\xba\xc3')).text, '你好')
  assert.equal((await readLatin('Content-Type: text/plain; charset=ks_c_5601-1987\n\n\xbe\xc8\xb3\xe7')).text, '안녕')
})

test('encoded words cut in the middle of a letter are joined; raw 8-bit headers are read', async () => {
  const split = await read(
    'Subject: =?utf-8?B?w6k=?= =?utf-8?B?dMM=?=\n =?utf-8?B?qQ==?= =?iso-8859-1?Q?_caf=E9?=\nFrom: =?utf-8?q?Ren=C3=A9_=22le?= <r@example.org>\n\n',
  )
  assert.equal(split.subject, 'été café')
  assert.equal(split.from?.address, 'r@example.org')
  assert.equal((await readLatin('Subject: r\xe9clamation\nX: y\n\n')).subject, 'réclamation')
})

test('nothing in a header starts a new one', async () => {
  const mail = await read(`Subject: =?utf-8?Q?a=0D=0ABcc:_x=40y.z?= b\rFrom: fake@example.org\nFrom: real@example.org\n\nx`)
  assert.doesNotMatch(mail.subject, /[\r\n]/)
  assert.equal(mail.from?.address, 'real@example.org')
})

test('NULs never reach a text, since PostgreSQL refuses them', async () => {
  const mail = await read('Subject: a\0b\nFrom: c\0 <d@e.f>\n\nx\0y')
  assert.doesNotMatch(JSON.stringify({ ...mail, attachments: [] }), /\\u0000/)
  assert.equal(mail.text, 'xy')
})

test('address groups are opened, names keep their commas, odd lists do no harm', async () => {
  const mail = await read(
    'To: "Dupont, Jean" <j@example.org>, Équipe: a@example.org, b@example.org;, undisclosed-recipients:;\nFrom: pas une adresse\n\n',
  )
  assert.deepEqual(
    mail.to.map((one) => one.address),
    ['j@example.org', 'a@example.org', 'b@example.org'],
  )
  assert.equal(mail.to[0]?.name, 'Dupont, Jean')
  assert.deepEqual(mail.from, { name: 'pas une adresse', address: '' })
})

test('ten thousand recipients are all there; thirty thousand are cut, and it is said', async () => {
  const list = (count: number): string => Array.from({ length: count }, (_, index) => `u${index}@example.org`).join(',\n ')
  assert.equal((await read(`To: ${list(10_000)}\n\nx`)).to.length, 10_000)
  const more = await read(`To: ${list(30_000)}\n\nx`)
  assert.equal(more.to.length, 20_000)
  assert.deepEqual(more.truncated, ['addresses'])
})

test('an alternative gives one text and one cleaned HTML; parts with names are attachments', async () => {
  const mail = await read(
    'Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\nBonjour\n--b\nContent-Type: text/html\n\n<p onclick=x>Bonjour</p>\n--b--\n--a\nContent-Type: text/calendar; name=rdv.ics\n\nBEGIN:VCALENDAR\n--a\nContent-Type: application/ms-tnef; name="../../winmail.dat"\nContent-Transfer-Encoding: base64\n\nAQID\n--a--',
  )
  assert.equal(mail.text, 'Bonjour')
  assert.equal(mail.html, '<p>Bonjour</p>')
  assert.deepEqual(
    mail.attachments.map(({ name, size }) => ({ name, size })),
    [
      { name: 'rdv.ics', size: 15 },
      { name: 'winmail.dat', size: 3 },
    ],
  )
  assert.deepEqual([...(mail.attachments[1]?.bytes ?? [])], [1, 2, 3])
  assert.equal(mail.attachments[1]?.sha256, '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81')
})

test('attachment names: RFC 2231 pieces cut in a letter, encoded words, and none that turns its own direction round', async () => {
  const named = (header: string): Promise<ReadMail> =>
    read(`Content-Type: application/pdf\nContent-Disposition: attachment; ${header}\n\nx`)
  assert.equal(
    (await named(`filename*0*=utf-8''caf%C3;\n filename*1*=%A9;\n filename*2=".pdf"`)).attachments[0]?.name,
    'café.pdf',
  )
  assert.equal((await named('filename="=?utf-8?Q?caf=C3=A9?=.pdf"')).attachments[0]?.name, 'café.pdf')
  assert.equal((await named('filename="C:\\\\temp\\\\facture(1).pdf"')).attachments[0]?.name, 'facture(1).pdf')
  assert.equal((await named('filename="exe\u202Efdp.pdf"')).attachments[0]?.name, 'exefdp.pdf')
})

test('a mail within the mail is attached, its words are not mixed into ours', async () => {
  const mail = await read(
    'Content-Type: multipart/mixed; boundary=b\n\n--b\n\nPour info\n--b\nContent-Type: message/rfc822\n\nSubject: dedans\n\nsecret\n--b--',
  )
  assert.equal(mail.text, 'Pour info')
  assert.equal(mail.attachments[0]?.type, 'message/rfc822')
  assert.match(Buffer.from(mail.attachments[0]?.bytes ?? []).toString(), /secret/)
})

test('a missing or wrong boundary loses no words', async () => {
  assert.match(
    (await read('Content-Type: multipart/mixed\n\n--xyz\nContent-Type: text/plain\n\nBonjour\n--xyz--')).text,
    /^Bonjour$/,
  )
  assert.match((await read('Content-Type: multipart/mixed; boundary=wrong\n\nBonjour à tous')).text, /Bonjour à tous/)
  assert.match((await read('Content-Type: multipart/mixed; boundary=b\n\n--b\n\nBonjour, coupé')).text, /coupé/)
})

test('nesting without end is cut at the bound, and it is said', async () => {
  const deep = Array.from(
    { length: 10_000 },
    (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}`,
  ).join('\n')
  const mail = await read(`${deep}\n\nfin`)
  assert.deepEqual(mail.truncated, ['depth'])
  const wide = await read(`Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(5_000)}`)
  assert.deepEqual(wide.truncated, ['parts'])
})

test('the "From " line of an mbox, blank lines before the mail and lone carriage returns are taken off', async () => {
  assert.equal((await read('\n\nFrom x@y Mon Jan  1 00:00:00 2024\nSubject: a\n\nb')).subject, 'a')
  assert.equal((await read('Subject: a\rFrom: b@c.d\r\rcorps')).text, 'corps')
})

test('flowed text is joined, quotes and signature marks are respected', async () => {
  const mail = await read('Content-Type: text/plain; format=flowed\n\nUne phrase \ncoupée.\n> cité \n> aussi\n-- \nJean')
  assert.equal(mail.text, 'Une phrase coupée.\n> cité aussi\n-- \nJean')
})

test('dates become instants; impossible ones become null', async () => {
  const date = async (value: string): Promise<string | null> => (await read(`Date: ${value}\n\n`)).date
  assert.equal(await date('Mon, 4 Mar 2024 10:12:00 +0100 (CET)'), '2024-03-04T09:12:00Z')
  assert.equal(await date('4 Mar 24 10:12 EST'), '2024-03-04T15:12:00Z')
  assert.equal(await date('Tue Dec 26 22:41:02 2000'), '2000-12-26T22:41:02Z')
  assert.equal(await date('2024-03-04T10:12:00+01:00'), '2024-03-04T09:12:00Z')
  for (const wrong of ['hier', '31 Jun 2024 10:00 +0000', 'Mon, 4 Mar 2024 27:99:00', ''])
    assert.equal(await date(wrong), null, wrong)
})

test('references come once, oldest first, with what is answered last; too many keep the first and the newest', async () => {
  const mail = await read('References: <a> <b>\n <a>\nIn-Reply-To: your mail <c> of Monday\nMessage-ID: <d@e>\n\n')
  assert.deepEqual([mail.references, mail.in_reply_to, mail.message_id], [['a', 'b', 'c'], 'c', 'd@e'])
  const many = await read(`References: ${Array.from({ length: 50_000 }, (_, index) => `<${index}>`).join(' ')}\n\n`)
  assert.equal(many.references.length, 200)
  assert.deepEqual([many.references[0], many.references.at(-1), many.truncated], ['0', '49999', ['references']])
})

test('plus-tags are found wherever the recipient is written, the envelope first', async () => {
  const raw = Buffer.from('To: Contact <contact+un@guichet.example>, x+y@z\nDelivered-To: contact+deux@guichet.example\n\n')
  assert.deepEqual((await readMail(raw, { recipients: ['contact+trois@guichet.example'] })).tags, ['trois', 'deux', 'un', 'y'])
})

test('subjects are compared without reply marks', async () => {
  for (const subject of [
    'RE: TR: Ma  commande',
    'Re[2]: ma commande',
    'Rép : Ma commande',
    'AW: WG: MA COMMANDE',
    'Re: Re : Fwd: ma commande',
  ])
    assert.equal((await read(`Subject: ${subject}\n\n`)).subject_normalised, 'ma commande')
})

test('the language is guessed, or left open when there is too little', async () => {
  assert.equal((await read('\nBonjour, je n’ai pas reçu ma commande, merci de me répondre')).language, 'fr')
  assert.equal((await read('\nHello, I have not received my order, please let me know')).language, 'en')
  assert.equal((await read('\nGuten Tag, ich habe die Bestellung nicht erhalten, bitte helfen')).language, 'other')
  assert.equal((await read('\n12345')).language, null)
})

test('a mail in HTML only has a text', async () => {
  const mail = await read(
    'Content-Type: text/html; charset=utf-8\n\n<style>p{}</style><p>Bonjour,<br>ça&nbsp;va &amp; vous&nbsp;?</p><ul><li>un</li><li>deux</li></ul><ol><li>trois</ol>',
  )
  assert.equal(mail.text, 'Bonjour,\nça va & vous ?\n\n- un\n- deux\n\n1. trois')
})
