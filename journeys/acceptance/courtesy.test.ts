// Acknowledgements, with mail whose sender is really proven: signed by a domain whose key a name server of ours publishes.
import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { after, before, test } from 'node:test'
import PostalMime from 'postal-mime'
import { startJobs, type Jobs } from '#base/jobs'
import { startTail, type Tail } from '#base/journal'
import { makeSeal } from '#base/seal'
import * as brands from '#brands'
import * as cases from '#cases'
import * as customers from '#customers'
import * as portal from '#portal'
import { acknowledgements, openOffice, outgoingMail, type Office } from '#channels'
import { authenticate } from '../../src/channels/email/authentication/authenticate.ts'
import { boundedResolver } from '../../src/channels/email/authentication/resolver.ts'
import type { Judge } from '../../src/channels/email/judge.ts'
import { makeDkimKey, sign } from '../../src/channels/email/sending/sign.ts'
import { testCentre, type Centre } from '../../src/cases/test-centre.ts'
import { openDnsWorld } from '../world/dns.ts'
import { send } from '../world/mta.ts'
import { openRelayWorld, type FakeRelay } from '../world/relay.ts'

const signing = makeDkimKey('rsa', 'client.example', 's1')
const dns = openDnsWorld({
  [`TXT ${signing.record.name}`]: [signing.record.text],
  'TXT _dmarc.client.example': ['v=DMARC1; p=reject'],
})
const means = {
  resolve: boundedResolver(dns.resolve, () => performance.now(), { milliseconds: 50 }),
  name: 'guichet',
  trustedForwarders: [],
}
const judge: Judge = async (raw, wire) => {
  const { verdict } = await authenticate(
    raw,
    { by: 'smtp', remote: '198.51.100.7', helo: 'mx.client.example', mailFrom: wire.from ?? '' },
    means,
  )
  return { verdict, fr: '', en: '' }
}

let centre: Centre
let door = ''
let office: Office
let relay: FakeRelay
let tail: Tail
let jobs: Jobs
before(async () => {
  centre = await testCentre()
  relay = await openRelayWorld()
  const settings = {
    smtpPort: 0,
    lmtpPort: 0,
    host: '127.0.0.1',
    name: 'test',
    relay: `smtp://127.0.0.1:${relay.port}`,
    spoolFolder: tmpdir(),
    url: 'https://guichet.example',
    judge,
  }
  office = await openOffice(centre.open, makeSeal(Buffer.alloc(32, 7)), settings)
  tail = await startTail(centre.open, [outgoingMail, acknowledgements])
  jobs = startJobs(centre.open, office.workers)
  door = (await centre.work((work) => brands.entryPoint(work, centre.door as never)))?.address ?? '' // an entry point just made
})
after(async () => {
  await office.stop()
  await jobs.stop()
  await tail.stop()
  await relay.close()
})

let count = 0
type Letter = { from?: string; headers?: string[]; signed?: boolean; text?: string }
async function arrives({
  from = 'camille@client.example',
  headers = [],
  signed = true,
  text = 'Où est ma théière ?',
}: Letter): Promise<void> {
  const lines = [
    `From: ${from}`,
    `To: ${door}`,
    'Subject: Une théière',
    `Message-ID: <${++count}@client.example>`,
    'Date: Fri, 20 Nov 2026 09:00:00 +0000',
    ...headers,
    '',
    text,
    '',
  ]
  const bytes = Buffer.from(lines.join('\r\n'))
  const { code } = await send(office.ports.smtp, {
    from,
    to: [door],
    raw: signed ? sign(bytes, [signing.key], centre.clock.now()) : bytes,
  })
  assert.equal(code, 250)
  await office.filer.settled()
  await tail.settled()
  await jobs.settled()
}
const written = () => relay.mails.splice(0)

test('a person whose address is proven hears once a day that we have their message, and not a word of it', async () => {
  await arrives({})
  const [mail, ...more] = written()
  assert.ok(mail)
  assert.deepEqual([mail.from, mail.to, more.length], ['', ['camille@client.example'], 0])
  assert.match(mail.text, /^Auto-Submitted: auto-replied\r$/m)
  const plain = Buffer.from(/base64\r\n\r\n([\w+/=\r\n]+)/.exec(mail.text)?.[1] ?? '', 'base64').toString() + mail.text
  assert.doesNotMatch(plain, /théière|th=C3=A9i/i)
  await arrives({ text: 'Et ma tasse ?' })
  assert.deepEqual(written(), [], 'once a day is enough')
  centre.clock.advance({ hours: 25 })
  await arrives({ text: 'Toujours rien ?' })
  assert.equal(written().length, 1)
})

test('whose address is proven gets, with it, the way to all their requests; what is kept of that mail in the case does not hold the way', async () => {
  await arrives({ from: 'zoe@client.example' })
  centre.clock.advance({ hours: 25 })
  await arrives({ from: 'zoe@client.example', text: 'Une autre demande' })
  const [, mail] = written()
  const token = /guichet\.example\/r\/(cp_\w+)/.exec(await plainOf(mail))?.[1] ?? ''
  const listed = await portal.throughLink(centre.open, token, (work, link) => portal.listRequests(work, link, { most: 10 }))
  assert.equal(listed.items.length, 2)
  const shown = await centre.work(async (work) => {
    const [of] = await cases.requestsOf(work, {
      customer: (await customers.holder(work, { kind: 'email', value: 'zoe@client.example' }))!.customer,
      most: 1,
    }) // known by now
    return await cases.view(work, { id: of!.id })
  })
  const interaction = shown.conversations
    .flatMap(({ interactions }) => interactions)
    .find(({ kind }) => kind === 'acknowledgement')
  assert.match(interaction?.text ?? '', /\(lien personnel\)/)
  assert.doesNotMatch(interaction?.text ?? '', /cp_/)
})
const plainOf = async (mail: { text: string } | undefined): Promise<string> =>
  (await PostalMime.parse(mail?.text ?? '')).text ?? ''

const silent: [string, Letter][] = [
  ['a sender nobody vouches for', { from: 'paul@client.example', signed: false }],
  ['a machine', { from: 'robot@client.example', headers: ['Auto-Submitted: auto-generated'] }],
  ['a list', { from: 'news@client.example', headers: ['List-Id: <news.client.example>'] }],
  ['an address that wants no answer', { from: 'no-reply@client.example' }],
  ['somebody else’s domain', { from: 'eve@elsewhere.example' }],
]
for (const [what, mail] of silent)
  test(`${what} hears nothing by itself`, async () => {
    await arrives(mail)
    assert.deepEqual(written(), [])
  })
