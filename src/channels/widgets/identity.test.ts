import assert from 'node:assert/strict'
import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { test } from 'node:test'
import { SignJWT } from 'jose'
import { newIdentityKey } from '../contract.ts'
import { listIdentityKeys, makeIdentityKey, retireIdentityKey } from './identity-keys.ts'
import { codeOf, seal, testSite, type TestSite } from './test-site.ts'

const make = (at: TestSite, more: object = {}) =>
  at.work((w) => makeIdentityKey(seal)(w, newIdentityKey.parse({ id: at.widget.id, name: 'Site', ...more })))

type Told = Record<string, unknown>
async function site() {
  const at = await testSite()
  const key = await make(at)
  const now = at.clock.now().epochMilliseconds / 1_000
  const claims = {
    sub: 'client-42',
    aud: at.widget.key,
    iat: now,
    exp: now + 600,
    name: 'Jeanne Martin',
    email: 'jeanne@client.example',
    email_verified: true,
  }
  const sign = (more: Told = {}, header: Told = {}, secret: Uint8Array | KeyObject = Buffer.from(key.secret ?? '')) =>
    new SignJWT({ ...claims, ...more }).setProtectedHeader({ alg: 'HS256', kid: key.id, ...header }).sign(secret) // prettier-ignore
  const prove = async (token: string) => await at.gate.prove(await at.admitted(), token)
  const refused = async (token: string | Promise<string>) => await codeOf(prove(await token))
  return { at, key, now, claims, sign, prove, refused }
}
const raw = (header: object, claims: object, signature = ''): string =>
  [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.') + `.${signature}`

test('a token signed by the site proves who its visitor is', async () => {
  const { prove, sign, at } = await site()
  const proven = await prove(await sign())
  assert.deepEqual(proven.identity, { kind: 'email', value: 'jeanne@client.example' })
  assert.equal(proven.name, 'Jeanne Martin')
  const unverified = await prove(await sign({ email_verified: undefined }))
  assert.deepEqual(unverified.identity, { kind: 'handle', value: `site:${at.widget.entry_point}:client-42` })
  assert.equal(unverified.email_verified, false)
})

test('alg none is refused in every spelling, with or without a signature', async () => {
  const { refused, claims, key, at } = await site()
  for (const alg of ['none', 'None', 'NONE', 'nOnE', '', undefined, 'HS512', 'dir'])
    assert.equal(await refused(raw({ alg, kid: key.id }, claims)), 'identity.algorithm', String(alg))
  assert.equal(await refused(raw({ alg: 'none' }, claims, 'AAAA')), 'identity.algorithm')
  const lines = (await at.trail()).filter(({ code }) => code === 'identity.algorithm')
  assert.deepEqual(lines.map(({ count, about }) => [count, about]), [[9, at.widget.id]]) // prettier-ignore
})

test('a public key is never taken for a secret', async () => {
  const { at, refused, claims } = await site()
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const rsa = await make(at, { public_key: pem })
  assert.equal(rsa.algorithm, 'RS256')
  const unsigned = raw({ alg: 'HS256', kid: rsa.id }, claims).slice(0, -1)
  const signature = createHmac('sha256', pem).update(unsigned).digest('base64url')
  assert.equal(await refused(`${unsigned}.${signature}`), 'identity.algorithm')
})

test('a site signs with its own key pair: RSA, P-256 or Ed25519', async () => {
  const { at, prove, sign } = await site()
  const pairs = [
    ['RS256', generateKeyPairSync('rsa', { modulusLength: 2048 })],
    ['ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' })],
    ['EdDSA', generateKeyPairSync('ed25519')],
  ] as const
  for (const [alg, { publicKey, privateKey }] of pairs) {
    const key = await make(at, { public_key: JSON.stringify(publicKey.export({ format: 'jwk' })) })
    assert.equal(key.algorithm, alg)
    assert.equal(key.secret, null)
    assert.equal((await prove(await sign({}, { alg, kid: key.id }, privateKey))).sub, 'client-42')
  }
})

test('an expired token, one that holds too long, one of tomorrow and one without times are refused, each by its name', async () => {
  const { refused, sign, now } = await site()
  assert.equal(await refused(sign({ iat: now - 700, exp: now - 100 })), 'identity.expired')
  assert.equal(await refused(sign({ iat: now - 600, exp: now - 30 })), 'taken', 'a minute between two clocks is forgiven')
  assert.equal(await refused(sign({ exp: now + 901 })), 'identity.too_long')
  assert.equal(await refused(sign({ iat: now + 120, exp: now + 600 })), 'identity.not_yet')
  assert.equal(await refused(sign({ nbf: now + 120 })), 'identity.not_yet')
  assert.equal(await refused(sign({ exp: undefined })), 'identity.incomplete')
  assert.equal(await refused(sign({ iat: undefined })), 'identity.incomplete')
  assert.equal(await refused(sign({ sub: '' })), 'identity.incomplete')
  assert.equal(await refused(sign({ sub: 'a\u202Eb' })), 'identity.incomplete')
})

test('a token of another widget, another tenant or another key is refused', async () => {
  const [mine, other] = [await site(), await site()]
  assert.equal(await mine.refused(mine.sign({ aud: other.at.widget.key })), 'identity.elsewhere')
  assert.equal(await mine.refused(mine.sign({ aud: [mine.at.widget.key, other.at.widget.key] })), 'identity.elsewhere')
  assert.equal(await mine.refused(other.sign()), 'identity.key_unknown')
  assert.equal(await mine.refused(other.sign({ aud: mine.at.widget.key })), 'identity.key_unknown')
  assert.equal(await mine.refused(mine.sign({}, {}, Buffer.from('x'.repeat(52)))), 'identity.signature')
  assert.equal(await mine.refused(mine.sign({}, { kid: 'unknown' })), 'identity.key_unknown')
})

test('what is no token at all is refused', async () => {
  const { refused, key } = await site()
  for (const text of [
    '',
    'a.b',
    'a.b.c.d',
    'not a token',
    '.'.repeat(9),
    'x'.repeat(5_000),
    raw([], {}),
    `${'e'.repeat(4_000)}.e30.`,
  ])
    assert.match(await refused(text), /^identity\.(unreadable|algorithm)$/, text.slice(0, 20))
  assert.equal(await refused(raw({ alg: 'HS256', kid: key.id, crit: ['x'], x: 1 }, {}, 'AAAA')), 'identity.unreadable')
})

test('two keys live at once, so that a site changes from one to the other without a gap', async () => {
  const { at, key, sign, refused } = await site()
  const fresh = await make(at, { name: 'Neuve' })
  const secret = Buffer.from(fresh.secret ?? '')
  assert.equal(await refused(sign()), 'taken')
  assert.equal(await refused(sign({}, { kid: fresh.id }, secret)), 'taken')
  assert.equal(await refused(sign({}, { kid: undefined })), 'identity.key_unknown', 'of several it must say which')
  await at.work((w) => retireIdentityKey(w, { id: at.widget.id, identity_key: key.id }))
  assert.equal(await refused(sign()), 'identity.key_unknown')
  assert.equal(await refused(sign({}, { kid: undefined }, secret)), 'taken', 'there is only one')
  const { items } = await at.work((w) => listIdentityKeys(w, { id: at.widget.id }))
  assert.deepEqual(items.map(({ name, retired_at, used_at }) => [name, retired_at !== null, used_at !== null]), [['Neuve', false, true], ['Site', true, true]]) // prettier-ignore
  assert.ok(!JSON.stringify(items).includes(key.secret!), 'a secret is shown once')
})

test('a pasted key is public, readable and strong, or refused', async () => {
  const at = await testSite()
  const paste = (public_key: string) => codeOf(make(at, { public_key }))
  const { privateKey } = generateKeyPairSync('ed25519')
  assert.equal(await paste(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()), 'identity_key.private')
  assert.equal(await paste(JSON.stringify(privateKey.export({ format: 'jwk' }))), 'identity_key.private')
  const small = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey
  assert.equal(await paste(small.export({ type: 'spki', format: 'pem' }).toString()), 'identity_key.weak')
  const other = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey
  assert.equal(await paste(other.export({ type: 'spki', format: 'pem' }).toString()), 'identity_key.weak')
  assert.equal(await paste('{"kty":"oct","k":"AAAA"}'), 'identity_key.weak')
  assert.equal(await paste('-----BEGIN PUBLIC KEY-----\nzzzz\n-----END PUBLIC KEY-----'), 'identity_key.unreadable')
})

test('a widget has at most five live keys', async () => {
  const at = await testSite()
  for (let n = 0; n < 5; n++) await make(at)
  assert.equal(await codeOf(make(at)), 'identity_key.enough')
})
