import assert from 'node:assert/strict'
import { test } from 'node:test'
import { trustedResults } from './trusted-results.ts'
import { judge } from './verdict.ts'

const mail = (...fields: string[]) =>
  Buffer.from(
    `${[...fields, 'From: Ada <ada@client.example>', 'Subject: x'].join('\r\n')}\r\n\r\nAuthentication-Results: mx.ours.example; dmarc=pass\r\n`,
  )
const verdict = (...fields: string[]) => {
  const evidence = trustedResults(mail(...fields), 'mx.ours.example')
  return evidence ? judge(evidence).verdict : null
}

const cases: [string, string[], ReturnType<typeof verdict>][] = [
  ['DMARC passed', ['Authentication-Results: mx.ours.example; dmarc=pass header.from=client.example'], 'pass'],
  [
    'DMARC failed and the owner rejects',
    [
      'Authentication-Results: MX.ours.example 1;\r\n dkim=none;\r\n dmarc=fail (p=REJECT sp=REJECT dis=NONE) header.from=client.example',
    ],
    'fail',
  ],
  [
    'DMARC failed, by property',
    ['Authentication-Results: mx.ours.example; dmarc=fail policy.dmarc=quarantine header.from=client.example'],
    'fail',
  ],
  [
    'DMARC failed but the owner only watches',
    ['Authentication-Results: mx.ours.example; dmarc=fail (p=NONE) header.from=client.example'],
    'none',
  ],
  [
    'no DMARC, but a signature of the author',
    ['Authentication-Results: mx.ours.example; dkim=pass (2048-bit key) header.d=client.example header.s=s1'],
    'pass',
  ],
  [
    'no DMARC, and a signature of somebody else',
    ['Authentication-Results: mx.ours.example; dkim=pass header.d=elsewhere.example'],
    'none',
  ],
  [
    'a broken signature of the author',
    ['Authentication-Results: mx.ours.example; dkim=fail (body hash) header.i=@client.example'],
    'fail',
  ],
  ['SPF for the author', ['Authentication-Results: mx.ours.example; spf=pass smtp.mailfrom=bounce@mail.client.example'], 'pass'],
  ['nothing found', ['Authentication-Results: mx.ours.example; none'], 'none'],
  [
    'the header is somebody else’s',
    ['Authentication-Results: mx.elsewhere.example; dmarc=pass header.from=client.example'],
    null,
  ],
  [
    'ours lies below a stranger’s',
    ['Authentication-Results: mx.elsewhere.example; dmarc=fail', 'Authentication-Results: mx.ours.example; dmarc=pass'],
    null,
  ],
  [
    'a forged one below ours',
    [
      'Authentication-Results: mx.ours.example; dmarc=fail (p=reject) header.from=client.example',
      'Authentication-Results: mx.ours.example; dmarc=pass',
    ],
    'fail',
  ],
  [
    'words of the sender in a comment',
    ['Authentication-Results: mx.ours.example; dmarc=fail (p=reject; dmarc=pass) header.from=client.example'],
    'fail',
  ],
  [
    'words of the sender in quotes',
    ['Authentication-Results: mx.ours.example; spf=none smtp.mailfrom="x; dmarc=pass y"@evil.example'],
    'none',
  ],
  ['an unclosed comment', ['Authentication-Results: mx.ours.example; dmarc=none (((; dmarc=pass'], 'none'],
  ['the id only inside a comment', ['Authentication-Results: (mx.ours.example) evil.example; dmarc=pass'], null],
  ['none at all, only in the body', [], null],
  [
    'a second From',
    ['Authentication-Results: mx.ours.example; dmarc=pass header.from=client.example', 'From: boss@guichet.example'],
    'fail',
  ],
]
for (const [what, fields, expected] of cases) {
  test(`the provider’s word, ${what}: ${expected ?? 'not believed'}`, () => assert.equal(verdict(...fields), expected))
}

test('a header without end does not hold anything up', () => {
  for (const piece of ['(', '"', ';', '\\', 'a=b ', '; x=(']) {
    assert.doesNotThrow(() => verdict(`Authentication-Results: mx.ours.example; ${piece.repeat(200_000)}`))
  }
})
