import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { TenantId } from '#base/contract'
import { cookieForm, isCookieExposed, readCookie, setCookie } from './cookie.ts'
import { mayListen, mayWrite, type Sender } from './origin.ts'
import { isWeak } from './password-strength.ts'
import { makeToken, readToken } from '../token.ts'

test('a token leads back to its tenant and its hash, and only to those', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.constantFrom('' as const, 'gk_' as const), (tenant, prefix) => {
      const made = makeToken(tenant as TenantId, prefix)
      assert.deepEqual(readToken(made.text, prefix), made)
      assert.equal(readToken(made.text, prefix === '' ? 'gk_' : ''), undefined, 'a key is no session and a session is no key')
    }),
  )
})

test('what is not a token is not read as one', () => {
  fc.assert(fc.property(fc.string(), (text) => assert.equal(readToken(text), undefined)))
  const { text } = makeToken('018f0000-0000-7000-8000-000000000000' as TenantId)
  for (const wrong of [`${text}a`, text.slice(1), text.toUpperCase(), ` ${text}`, `${text}\n`])
    assert.equal(readToken(wrong), undefined)
})

const url = 'https://desk.example.org'
const ours: Sender = { origin: url, site: 'same-origin', host: 'desk.example.org', csrf: '1' }

test('our own page may write', () => {
  assert.equal(mayWrite(ours, url), true)
  assert.equal(mayWrite({ origin: 'http://127.0.0.1:4000', site: undefined, host: '127.0.0.1:4000', csrf: '1' }, ''), true)
  assert.equal(
    mayWrite({ origin: 'http://localhost:4000', site: 'same-origin', host: 'localhost:4000', csrf: '1' }, url),
    true,
    'at home',
  )
  assert.equal(mayWrite({ origin: undefined, site: undefined, host: 'x', csrf: '1' }, url), true, 'a program, not a browser')
})

test('nobody else’s page may', () => {
  const strangers: Partial<Sender>[] = [
    { csrf: undefined },
    { csrf: '0' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://desk.example.org' },
    { origin: 'https://desk.example.org.evil.example' },
    { origin: 'https://other.example.org' },
    { site: 'cross-site' },
    { site: 'same-site' },
    { site: 'none' },
    { origin: 'https://evil.example', host: 'evil.example' }, // a foreign name that leads to us
    { origin: 'http://localhost:9', host: 'localhost:4000' },
  ]
  for (const strange of strangers) assert.equal(mayWrite({ ...ours, ...strange }, url), false, JSON.stringify(strange))
})

test('a live connection needs an origin, and ours', () => {
  assert.equal(mayListen({ ...ours, csrf: undefined, site: undefined }, url), true)
  assert.equal(mayListen({ ...ours, csrf: undefined, site: undefined, origin: undefined }, url), false)
  assert.equal(mayListen({ ...ours, csrf: undefined, site: undefined, origin: 'https://evil.example' }, url), false)
})

const onLan = { protocol: 'http', hostname: 'desk.lan' }

test('the cookie is bound to the host wherever browsers can do that', () => {
  const bound = { name: '__Host-guichet', secure: true }
  const bare = { name: 'guichet', secure: false }
  assert.deepEqual(cookieForm(url, onLan), bound, 'the public address decides')
  assert.deepEqual(cookieForm('http://localhost:4000', onLan), bound)
  assert.deepEqual(cookieForm('http://desk.lan:4000', { protocol: 'https', hostname: 'x' }), bare)
  assert.deepEqual(cookieForm('', { protocol: 'http', hostname: '127.0.0.1' }), bound)
  assert.deepEqual(cookieForm('', { protocol: 'https', hostname: 'desk.lan' }), bound)
  assert.deepEqual(cookieForm('', onLan), bare)
  assert.equal(setCookie(bound, 'v', 60), '__Host-guichet=v; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure')
  assert.equal(setCookie(bare, 'v', 60), 'guichet=v; Path=/; HttpOnly; SameSite=Lax; Max-Age=60')
  assert.deepEqual([url, '', 'http://[::1]:4000', 'http://desk.lan'].map(isCookieExposed), [false, false, false, true]) // prettier-ignore
})

test('a cookie is found among others, by its whole name', () => {
  const form = cookieForm(url, onLan)
  assert.equal(readCookie(form, 'a=1; __Host-guichet=token; b=2'), 'token')
  assert.equal(readCookie(form, 'x__Host-guichet=no; __Host-guichet-2=no; __host-guichet=no'), undefined)
  assert.equal(readCookie(form, undefined), undefined)
})

test('long passwords are taken as they are, and what is guessed first is refused', () => {
  const email = 'camille.durand@example.org'
  for (const good of ['correct cheval pile agrafe', 'été à Saint-Malo, 1987', '🦊🐢🌳🚲 quatre mots'])
    assert.equal(isWeak(good, email), false, good)
  for (const bad of [
    'court',
    'aaaaaaaaaaaaaaaa',
    'abababababababab',
    'camille.durand1',
    'abcdefghijklmnop',
    'Password1234',
    'motdepasse2026',
  ])
    assert.equal(isWeak(bad, email), true, bad)
})
