import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { makeDkimKey, sign, type DkimRecord } from './sign.ts'

const at = Temporal.Instant.from('2026-11-21T08:00:00Z')
const mail = Buffer.from(
  'From: Help <help@guichet.example>\r\nTo: ada@client.example\r\nSubject: Answer\r\nDate: Sat, 21 Nov 2026 08:00:00 +0000\r\n\r\nDear Ada,\r\n',
)

async function verdicts(bytes: Buffer, ...records: DkimRecord[]): Promise<string[]> {
  const resolver = async (name: string) => {
    const found = records.find((record) => record.name === name)
    if (!found) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' })
    return [found.text.match(/.{1,255}/g) ?? []]
  }
  const { results } = await dkimVerify(bytes, { resolver })
  return results.map(({ status }) => status.result)
}

const kinds = ['rsa', 'ed25519'] as const
for (const kind of kinds) {
  test(`what is signed with ${kind} is believed, until something is changed or added`, async () => {
    const { key, record } = makeDkimKey(kind, 'guichet.example', 'g1')
    const signed = sign(mail, [key], at)
    assert.ok(signed.subarray(-mail.length).equals(mail), 'the mail itself is untouched')
    assert.deepEqual(await verdicts(signed, record), ['pass'])
    const changed = (from: string, to: string) => verdicts(Buffer.from(signed.toString().replace(from, to)), record)
    assert.notDeepEqual(await changed('Dear Ada', 'Dear Eve'), ['pass'])
    assert.notDeepEqual(await changed('Subject: Answer', 'Subject: Other'), ['pass'])
    assert.notDeepEqual(await changed('Subject: Answer', 'Subject: Answer\r\nSubject: Second'), ['pass'])
    assert.notDeepEqual(await changed('\r\nTo:', '\r\nFrom: eve@evil.example\r\nTo:'), ['pass'])
    assert.notDeepEqual(await verdicts(Buffer.concat([Buffer.from('From: eve@evil.example\r\n'), signed]), record), ['pass'])
    assert.notDeepEqual(await changed('\r\nTo:', '\r\nReply-To: eve@evil.example\r\nTo:'), ['pass'])
  })
}

test('spaces, blank lines and folds that servers change on the way do no harm', async () => {
  const { key, record } = makeDkimKey('rsa', 'guichet.example', 'g1')
  const loose = Buffer.from(
    `${mail.toString().replace('Subject: Answer', 'Subject: Answer\r\n  to  you')}line  with\tspaces \r\n\r\n\r\n`,
  )
  const signed = sign(loose, [key], at).toString()
  assert.deepEqual(await verdicts(Buffer.from(signed), record), ['pass'])
  const relayed = signed.replace('Answer\r\n  to  you', 'Answer to you').replace('with\tspaces \r\n\r\n\r\n', 'with spaces\r\n')
  assert.deepEqual(await verdicts(Buffer.from(relayed), record), ['pass'])
  assert.deepEqual(await verdicts(sign(Buffer.from('From: a@guichet.example\r\n\r\n'), [key], at), record), ['pass'])
})

test('two keys sign side by side, and the same mail is signed the same', async () => {
  const pairs = kinds.map((kind) => makeDkimKey(kind, 'guichet.example', kind))
  const signed = sign(
    mail,
    pairs.map(({ key }) => key),
    at,
  )
  assert.deepEqual(await verdicts(signed, ...pairs.map(({ record }) => record)), ['pass', 'pass'])
  assert.ok(
    signed.equals(
      sign(
        mail,
        pairs.map(({ key }) => key),
        at,
      ),
    ),
  )
  assert.ok(sign(mail, [], at).equals(mail))
})

test('a key that cannot sign stops the mail instead of letting it leave unsigned', () => {
  assert.throws(
    () => sign(mail, [{ domain: 'guichet.example', selector: 'g1', privateKey: 'no key' }], at),
    /g1\._domainkey\.guichet\.example cannot sign/,
  )
})

test('a record is ready for a zone file, in strings of at most 255', () => {
  const { record } = makeDkimKey('rsa', 'guichet.example', 'g1')
  assert.equal(record.name, 'g1._domainkey.guichet.example')
  const strings = [...record.zone.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text)
  assert.equal(strings.join(''), record.text)
  assert.ok(strings.length > 1 && strings.every((text) => text.length <= 255))
})
