import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { authenticate as mailauthenticate, sealMessage } from 'mailauth'
import { authenticate, type Arrival } from '../../src/channels/email/authentication/authenticate.ts'
import { boundedResolver } from '../../src/channels/email/authentication/resolver.ts'
import { makeDkimKey, sign, type DkimKey } from '../../src/channels/email/sending/sign.ts'
import { openDnsWorld, type DnsTable, type FakeDns } from '../world/dns.ts'

const at = Temporal.Instant.from('2026-11-21T08:00:00Z')
const keys = {
  client: makeDkimKey('rsa', 'client.example', 's1'),
  short: makeDkimKey('ed25519', 'client.example', 'ed'),
  other: makeDkimKey('rsa', 'elsewhere.example', 's1'),
  forwarder: makeDkimKey('rsa', 'forwarder.example', 'arc'),
}
const published: DnsTable = Object.fromEntries(Object.values(keys).map(({ record }) => [`TXT ${record.name}`, [record.text]]))
const spf = { 'TXT client.example': ['v=spf1 ip4:198.51.100.7 -all'], 'TXT forwarder.example': ['v=spf1 ip4:203.0.113.9 -all'] }
const dmarc = (policy: string) => ({ 'TXT _dmarc.client.example': [`v=DMARC1; p=${policy}`] })

const mail = Buffer.from(
  'From: Ada <ada@client.example>\r\nTo: help@guichet.example\r\nSubject: Question\r\nDate: Sat, 21 Nov 2026 08:00:00 +0000\r\nMessage-ID: <1@client.example>\r\n\r\nHello,\r\nwhere is my parcel?\r\n',
)
const direct: Arrival = { by: 'smtp', remote: '198.51.100.7', helo: 'mx.client.example', mailFrom: 'ada@client.example' }
const elsewhere: Arrival = { by: 'smtp', remote: '192.0.2.66', helo: 'evil.example', mailFrom: 'x@evil.example' }
const forwarded: Arrival = { by: 'smtp', remote: '203.0.113.9', helo: 'mx.forwarder.example', mailFrom: 'srs@forwarder.example' }

const means = (dns: FakeDns, trustedForwarders: string[]) => ({
  resolve: boundedResolver(dns.resolve, () => performance.now(), { milliseconds: 50 }),
  name: 'mx.guichet.example',
  trustedForwarders,
})
const check = (bytes: Buffer, arrival: Arrival, dns: FakeDns) => authenticate(bytes, arrival, means(dns, []))
const checkTrusting = (forwarder: string, bytes: Buffer, dns: FakeDns) => authenticate(bytes, forwarded, means(dns, [forwarder]))
const signed = (...by: { key: DkimKey }[]) =>
  sign(
    mail,
    by.map(({ key }) => key),
    at,
  )
const altered = (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('my parcel', 'MY MONEY'), 'latin1')

type Case = { what: string; bytes: Buffer; arrival: Arrival; dns: DnsTable; verdict: string; reason: string }
const cases: Case[] = [
  {
    what: 'signed by the author’s domain',
    bytes: signed(keys.client),
    arrival: elsewhere,
    dns: { ...published, ...dmarc('reject') },
    verdict: 'pass',
    reason: 'dmarc passes',
  },
  {
    what: 'signed with ed25519',
    bytes: signed(keys.short),
    arrival: elsewhere,
    dns: { ...published, ...dmarc('reject') },
    verdict: 'pass',
    reason: 'dmarc passes',
  },
  {
    what: 'signed, where no policy is published',
    bytes: signed(keys.client),
    arrival: elsewhere,
    dns: published,
    verdict: 'pass',
    reason: 'dkim passes',
  },
  {
    what: 'sent by an allowed server',
    bytes: mail,
    arrival: direct,
    dns: { ...spf, ...dmarc('reject') },
    verdict: 'pass',
    reason: 'dmarc passes',
  },
  { what: 'sent by an allowed server, no policy', bytes: mail, arrival: direct, dns: spf, verdict: 'pass', reason: 'spf passes' },
  {
    what: 'forged under a policy',
    bytes: mail,
    arrival: elsewhere,
    dns: { ...spf, ...dmarc('reject') },
    verdict: 'fail',
    reason: 'policy failed',
  },
  {
    what: 'forged under quarantine',
    bytes: mail,
    arrival: elsewhere,
    dns: { ...spf, ...dmarc('quarantine') },
    verdict: 'fail',
    reason: 'policy failed',
  },
  {
    what: 'unproven where the owner only watches',
    bytes: mail,
    arrival: elsewhere,
    dns: { ...spf, ...dmarc('none') },
    verdict: 'none',
    reason: 'nothing to check',
  },
  {
    what: 'altered after signing',
    bytes: altered(signed(keys.client)),
    arrival: elsewhere,
    dns: published,
    verdict: 'fail',
    reason: 'signature broken',
  },
  {
    what: 'altered, but from an allowed server',
    bytes: altered(signed(keys.client)),
    arrival: direct,
    dns: { ...published, ...spf },
    verdict: 'pass',
    reason: 'spf passes',
  },
  {
    what: 'signed by somebody else only',
    bytes: signed(keys.other),
    arrival: elsewhere,
    dns: published,
    verdict: 'none',
    reason: 'nothing to check',
  },
  {
    what: 'signed by somebody else only, under a policy',
    bytes: signed(keys.other),
    arrival: elsewhere,
    dns: { ...published, ...dmarc('reject') },
    verdict: 'fail',
    reason: 'policy failed',
  },
  {
    what: 'from a server the author’s domain forbids',
    bytes: mail,
    arrival: { ...direct, remote: '192.0.2.66' },
    dns: spf,
    verdict: 'fail',
    reason: 'sender not allowed',
  },
  {
    what: 'from a server the author’s domain doubts',
    bytes: mail,
    arrival: { ...direct, remote: '192.0.2.66' },
    dns: { 'TXT client.example': ['v=spf1 ~all'] },
    verdict: 'none',
    reason: 'nothing to check',
  },
  {
    what: 'a key that was withdrawn',
    bytes: signed(keys.client),
    arrival: elsewhere,
    dns: {},
    verdict: 'none',
    reason: 'nothing to check',
  },
  { what: 'nothing published at all', bytes: mail, arrival: elsewhere, dns: {}, verdict: 'none', reason: 'nothing to check' },
  {
    what: 'two From fields',
    bytes: Buffer.concat([Buffer.from('From: boss@guichet.example\r\n'), signed(keys.client)]),
    arrival: direct,
    dns: { ...published, ...spf },
    verdict: 'fail',
    reason: 'several authors',
  },
  {
    what: 'no From at all',
    bytes: Buffer.from('Subject: x\r\n\r\nhello'),
    arrival: direct,
    dns: spf,
    verdict: 'none',
    reason: 'nothing to check',
  },
  {
    what: 'a bounce, which has no sender',
    bytes: Buffer.from('From: MAILER-DAEMON@client.example\r\n\r\nx'),
    arrival: { ...direct, mailFrom: '', helo: 'client.example' },
    dns: spf,
    verdict: 'pass',
    reason: 'spf passes',
  },
]
for (const { what, bytes, arrival, dns, verdict, reason } of cases) {
  test(`${what}: ${verdict}`, async () => {
    const result = await check(bytes, arrival, openDnsWorld(dns))
    assert.deepEqual([result.verdict, result.reason], [verdict, reason], JSON.stringify(result))
    assert.ok(result.sentences.every(({ fr, en }) => fr && en))
  })
}

test('when DNS is silent the mail is unproven, soon, and neither proven nor refused', async () => {
  const dns = openDnsWorld()
  for (const mood of ['silent', 'broken'] as const) {
    dns.everything(mood)
    for (const bytes of [signed(keys.client), mail]) {
      const result = await check(bytes, direct, dns)
      assert.deepEqual([result.verdict, result.reason], ['unknown', 'dns silent'], JSON.stringify(result))
    }
  }
})

test('a stranger’s silent name server proves nothing about the author', async () => {
  const dns = openDnsWorld({ ...dmarc('reject'), 'TXT evil.example': 'silent', [`TXT ${keys.other.record.name}`]: 'silent' })
  assert.equal((await check(signed(keys.other), elsewhere, dns)).verdict, 'fail')
})

test('a heap of signatures hides nothing', async () => {
  const heap = Array.from(
    { length: 300 },
    (_, n) =>
      sign(mail, [{ ...keys.other.key, domain: `d${n}.example` }], at)
        .toString('latin1')
        .split('From: Ada')[0],
  )
  const dns = openDnsWorld(dmarc('reject'))
  const result = await check(Buffer.from(`${heap.join('')}${mail.toString('latin1')}`, 'latin1'), elsewhere, dns)
  assert.equal(result.verdict, 'fail')
  assert.ok(dns.asked.length < 150, String(dns.asked.length))
})

test('nothing is asked about senders of this machine and of private networks, except their signatures', async () => {
  for (const remote of ['127.0.0.1', '::1', '10.1.2.3', '::ffff:192.168.1.1', 'fd00::1', '']) {
    const dns = openDnsWorld({ ...published, ...spf, ...dmarc('reject') })
    const near: Arrival = { ...elsewhere, remote }
    assert.equal((await check(mail, near, dns)).verdict, 'none')
    assert.deepEqual(dns.asked, [])
    assert.equal((await check(signed(keys.client), near, dns)).verdict, 'pass')
    assert.deepEqual(dns.asked, [`TXT ${keys.client.record.name}`])
    assert.equal((await check(altered(signed(keys.client)), near, dns)).verdict, 'fail')
  }
})

// A forwarder that changes the subject, as lists do, and seals what it found when the mail came in.
async function forward(bytes: Buffer, dns: FakeDns, cameFrom: Arrival & { by: 'smtp' }): Promise<Buffer> {
  const found = await mailauthenticate(bytes, {
    resolver: dns.resolve,
    ip: cameFrom.remote,
    helo: cameFrom.helo,
    sender: cameFrom.mailFrom,
    mta: 'mx.forwarder.example',
    disableBimi: true,
  })
  const authResults = found.headers.replace(/^[^]*Authentication-Results: /i, '').trim()
  const changed = Buffer.from(bytes.toString('latin1').replace('Subject: Question', 'Subject: [list] Question'), 'latin1')
  const { domain, selector, privateKey } = keys.forwarder.key
  return Buffer.concat([
    await sealMessage(changed, { signingDomain: domain, selector, privateKey, authResults, cv: 'none' }),
    changed,
  ])
}

test('a list that changes mail and seals it is believed when it is trusted, and only then', async () => {
  const dns = openDnsWorld({ ...published, ...spf, ...dmarc('reject') })
  const sealed = await forward(signed(keys.client), dns, direct as Arrival & { by: 'smtp' })
  const trusted = await checkTrusting('forwarder.example', sealed, dns)
  assert.deepEqual(
    [trusted.verdict, trusted.reason, trusted.arc.sealedBy],
    ['pass', 'forwarder vouches', ['forwarder.example']],
    JSON.stringify(trusted),
  )
  assert.equal((await check(sealed, forwarded, dns)).verdict, 'fail')
  assert.equal((await checkTrusting('warder.example', sealed, dns)).verdict, 'fail')
  assert.equal((await checkTrusting('forwarder.example', altered(sealed), dns)).verdict, 'fail')
})

test('a trusted forwarder that found a forgery does not make it true', async () => {
  const dns = openDnsWorld({ ...published, ...spf, ...dmarc('reject') })
  const sealed = await forward(mail, dns, elsewhere as Arrival & { by: 'smtp' })
  const result = await checkTrusting('forwarder.example', sealed, dns)
  assert.deepEqual([result.arc.result, result.verdict], ['pass', 'fail'], JSON.stringify(result))
})

test('mail fetched by IMAP is judged by the provider’s word, else by its signatures alone', async () => {
  const dns = openDnsWorld({ ...published, ...spf, ...dmarc('reject') })
  const ours: Arrival = { by: 'imap', authservId: 'mx.provider.example' }
  const stamped = (words: string, bytes: Buffer) => Buffer.concat([Buffer.from(`Authentication-Results: ${words}\r\n`), bytes])
  const provider = await check(stamped('mx.provider.example; dmarc=pass header.from=client.example', mail), ours, dns)
  assert.deepEqual([provider.verdict, provider.source], ['pass', 'mail provider'])
  assert.deepEqual(dns.asked, [])
  const forged = await check(stamped('mx.evil.example; dmarc=pass header.from=client.example', mail), ours, dns)
  assert.deepEqual([forged.verdict, forged.source], ['none', 'checked here'])
  assert.equal((await check(signed(keys.client), { by: 'imap', authservId: null }, dns)).verdict, 'pass')
  assert.equal((await check(altered(signed(keys.client)), { by: 'imap', authservId: null }, dns)).verdict, 'fail')
})

test('a key too short to mean anything proves nothing', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 512 })
  const key = {
    domain: 'client.example',
    selector: 'weak',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
  const dns = openDnsWorld({
    'TXT weak._domainkey.client.example': [
      `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`,
    ],
  })
  assert.equal((await check(sign(mail, [key], at), elsewhere, dns)).verdict, 'none')
})

test('no message makes the check throw', async () => {
  const dns = openDnsWorld(published)
  const strange = [
    '',
    '\r\n',
    '\0',
    'From: \r\n\r\n',
    'DKIM-Signature: v=1; a=rsa-sha256; d=; s=; h=; bh=; b=\r\nFrom: a@b\r\n\r\n',
    'ARC-Seal: i=1\r\nFrom: a@b.example\r\n\r\n',
    'From: @\r\n\r\n',
    `From: ${'<'.repeat(5_000)}\r\n\r\n`,
  ]
  for (const text of strange) {
    for (const arrival of [
      direct,
      elsewhere,
      { ...direct, helo: '', mailFrom: '@' },
      { ...direct, mailFrom: 'a@'.repeat(500) },
    ]) {
      const result = await check(Buffer.from(text), arrival, dns)
      assert.ok(['none', 'fail', 'unknown', 'pass'].includes(result.verdict))
    }
  }
})
