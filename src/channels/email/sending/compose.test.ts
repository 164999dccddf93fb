import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { compose, NotComposable, textTwin, type OutgoingMail } from './compose.ts'
import { boundReferences, threadHeaders } from './threading.ts'

const mail: OutgoingMail = {
  messageId: '<01hq.token@guichet.example>',
  boundarySeed: 'interaction-1',
  date: Temporal.ZonedDateTime.from('2026-11-21T09:05:07+01:00[Europe/Paris]'),
  from: { name: 'Zoé Müller, du service', address: 'help@guichet.example' },
  to: [{ name: 'Ada "The" Lovelace', address: 'ada@client.example' }],
  subject: 'Réponse à votre demande n° 42',
  html: '<p>Bonjour&nbsp;Ada,</p><p>Voyez <a href="https://guichet.example/x">ici</a>.</p>',
}
const build = async (changes: Partial<OutgoingMail> = {}) => {
  const bytes = await compose({ ...mail, ...changes })
  const raw = bytes.toString('latin1')
  return { bytes, raw, head: raw.slice(0, raw.indexOf('\r\n\r\n')), read: await PostalMime.parse(bytes) }
}

test('the same mail is the same bytes, every time', async () => {
  const changes = { attachments: [{ name: 'a.pdf', type: 'application/pdf', content: Buffer.from('pdf') }] }
  const [first, second] = [await compose({ ...mail, ...changes }), await compose({ ...mail, ...changes })]
  assert.ok(first.equals(second))
  assert.ok(!first.equals(await compose({ ...mail, ...changes, boundarySeed: 'interaction-2' })))
})

test('who, to whom, about what and when are written so that they are read back the same', async () => {
  const { read, head } = await build({
    cc: [{ name: null, address: 'bob@client.example' }],
    replyTo: { name: 'Help', address: 'help+tok@guichet.example' },
  })
  assert.deepEqual([read.from?.name, read.from?.address], ['Zoé Müller, du service', 'help@guichet.example'])
  assert.deepEqual(
    read.to?.map(({ name, address }) => [name, address]),
    [['Ada "The" Lovelace', 'ada@client.example']],
  )
  assert.equal(read.cc?.[0]?.address, 'bob@client.example')
  assert.equal(read.replyTo?.[0]?.address, 'help+tok@guichet.example')
  assert.equal(read.subject, 'Réponse à votre demande n° 42')
  assert.equal(read.messageId, '<01hq.token@guichet.example>')
  assert.match(head, /^Date: Sat, 21 Nov 2026 09:05:07 \+0100$/m)
  assert.match(head, /^[\x20-\x7e\r\n\t]*$/)
})

test('an HTML mail has a plain-text twin that says the same', async () => {
  const { read } = await build()
  assert.match(read.text!, /Bonjour\s?.*Ada,\s+Voyez ici \[https:\/\/guichet\.example\/x\]\./s)
  assert.match(read.html!, /<p>Bonjour/)
  assert.match((await build({ text: 'mine' })).read.text!, /^mine/)
  assert.equal(textTwin('<h1>Titre</h1><ul><li>un</li><li>deux</li></ul>').trim(), 'Titre\n\n * un\n * deux')
})

test('attachments and inline images arrive as they were', async () => {
  const content = Buffer.from(Array.from({ length: 3_000 }, (_, n) => n % 256))
  const { read, raw } = await build({
    html: '<img src="cid:logo@guichet">',
    inline: [{ cid: 'logo@guichet', name: 'logo.png', type: 'image/png', content }],
    attachments: [
      { name: 'Relevé d’été.pdf', type: 'application/pdf', content },
      { name: '../../etc/passwd', type: 'text/plain; evil=1', content },
      { name: 'fwd.eml', type: 'message/rfc822', content: Buffer.from('Subject: x\n\nbare\n') },
    ],
  })
  const named = read.attachments.map(({ filename, mimeType, disposition }) => [filename, mimeType, disposition])
  assert.deepEqual(named, [
    ['logo.png', 'image/png', 'inline'],
    ['Relevé d’été.pdf', 'application/pdf', 'attachment'],
    ['.._.._etc_passwd', 'application/octet-stream', 'attachment'],
    ['fwd.eml', 'application/octet-stream', 'attachment'],
  ])
  for (const { content: arrived, filename } of read.attachments) {
    if (filename !== 'fwd.eml') assert.ok(Buffer.from(arrived as ArrayBuffer).equals(content), filename ?? '')
  }
  assert.equal(read.attachments[0]!.contentId, '<logo@guichet>')
  assert.ok(raw.split('\r\n').every((line) => line.length <= 998))
})

test('an answer names the mail it answers and its thread', async () => {
  const { read } = await build({ inReplyTo: '<c@client.example>', references: ['<a@client.example>', '<b@guichet.example>'] })
  assert.equal(read.inReplyTo, '<c@client.example>')
  assert.deepEqual(read.references?.split(/\s+/), ['<a@client.example>', '<b@guichet.example>', '<c@client.example>'])
})

test('a thread without end keeps its root and its latest mails', () => {
  const ids = Array.from({ length: 500 }, (_, n) => `<${n}.${'x'.repeat(20)}@client.example>`)
  const kept = boundReferences(ids)
  assert.equal(kept[0], ids[0])
  assert.deepEqual(kept.slice(1), ids.slice(-(kept.length - 1)))
  assert.ok(kept.join(' ').length <= 998)
  assert.deepEqual(threadHeaders('<p>', ['<r>', '<p>', '<q>']), { inReplyTo: '<p>', references: ['<r>', '<q>', '<p>'] })
  assert.deepEqual(threadHeaders(null, []), {})
})

test('what a machine writes says so, and what a person writes does not', async () => {
  const acknowledgement = await build({ automatic: 'auto-replied' })
  assert.match(acknowledgement.head, /^Auto-Submitted: auto-replied$/m)
  assert.match(acknowledgement.head, /^X-Auto-Response-Suppress: All$/m)
  const answer = await build()
  assert.doesNotMatch(answer.head, /Auto-Submitted/)
  assert.doesNotMatch(answer.head, /X-Mailer|nodemailer|User-Agent/i)
})

test('earlier words are quoted in both forms', async () => {
  const { read } = await build({ quoted: { introduction: 'Le 20 novembre, Ada a écrit :', text: 'Bonjour,\n> avant\n<b>' } })
  assert.match(read.text!, /Ada a écrit :\n> Bonjour,\n>> avant\n> <b>/)
  assert.match(read.html!, /<blockquote[^>]*>Bonjour,<br>&gt; avant<br>&lt;b&gt;<\/blockquote>/)
})

const injections = [
  'x\r\nBcc: victim@elsewhere.example',
  'x\nBcc: victim@elsewhere.example',
  'x\rBcc: v@e.example',
  'x\u2028Bcc: v@e.example',
  'x\0\r\n\r\nbody',
  '=?utf-8?Q?x=0D=0ABcc:_v@e.example?=',
]
test('no field can add another one', async () => {
  const headerNames = async (changes: Partial<OutgoingMail>) =>
    (await build(changes)).read.headers.map(({ key }) => key).toSorted()
  const usual = await headerNames({})
  for (const text of injections) {
    assert.deepEqual(await headerNames({ subject: text }), usual, text)
    assert.deepEqual(await headerNames({ from: { name: text, address: 'help@guichet.example' } }), usual, text)
    assert.deepEqual(await headerNames({ to: [{ name: text, address: 'ada@client.example' }] }), usual, text)
    const { read } = await build({ attachments: [{ name: text, type: text, content: Buffer.from('x') }] })
    assert.equal(read.attachments.length, 1)
    assert.ok(!read.headers.some(({ key }) => key === 'bcc'))
  }
})

test('an address or id that is none is refused with its field', async () => {
  const refused: [string, Partial<OutgoingMail>][] = [
    ['to', { to: [] }],
    ['to', { to: [{ name: null, address: 'a@b.example, c@d.example' }] }],
    ['to', { to: [{ name: null, address: 'a@b.example\r\nBcc: c@d.example' }] }],
    ['from', { from: { name: null, address: 'nobody' } }],
    ['cc', { cc: [{ name: null, address: 'group:a@b.example;' }] }],
    ['replyTo', { replyTo: { name: null, address: '<a@b.example>' } }],
    ['messageId', { messageId: '<a@b>\r\nBcc: c@d.example' }],
    ['inReplyTo', { inReplyTo: 'a b' }],
    ['references', { references: ['<a@b>\n<c@d>'] }],
    ['inline', { inline: [{ cid: 'x>\r\ny', name: 'a', type: 'image/png', content: Buffer.from('') }] }],
    ['text', { html: null, text: '  ' }],
  ]
  for (const [field, changes] of refused) {
    await assert.rejects(
      compose({ ...mail, ...changes }),
      (error) => error instanceof NotComposable && error.field === field,
      field,
    )
  }
})

test('whatever is typed, the mail is well formed and says it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 2_000 }),
      async (subject, text) => {
        const { raw, read } = await build({
          subject,
          text,
          html: null,
          attachments: [{ name: 'x', type: 'text/plain', content: Buffer.from('x') }],
        })
        assert.ok(!/\r(?!\n)|(?<!\r)\n/.test(raw))
        assert.ok(raw.split('\r\n').every((line) => line.length <= 998))
        assert.equal(read.headers.filter(({ key }) => key === 'subject').length <= 1, true)
        assert.equal(read.attachments.length, 1)
      },
    ),
    { numRuns: 200 },
  )
})
