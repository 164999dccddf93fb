import assert from 'node:assert/strict'
import { test } from 'node:test'
import { handClock } from '#base/clock'
import { accessTokens, type Grant } from './oauth.ts'
import { Trouble } from './mishap.ts'

const grant: Grant = {
  token: 'https://provider.example/token',
  clientId: 'guichet',
  clientSecret: 's3cret',
  refreshToken: 'refresh-1',
}
const signal = new AbortController().signal

/** A token endpoint that gives these answers in turn, and remembers what it was asked. */
function provider(...answers: (object | Error | string)[]) {
  const asked: URLSearchParams[] = []
  const fetch: typeof globalThis.fetch = (_url, init) => {
    asked.push(new URLSearchParams(init?.body instanceof URLSearchParams ? init.body : ''))
    const answer = answers.shift() ?? { error: 'server_error' }
    if (answer instanceof Error) return Promise.reject(answer)
    if (typeof answer === 'string') return Promise.resolve(new Response(answer, { status: 502 }))
    return Promise.resolve(Response.json(answer, { status: 'error' in answer ? 400 : 200 }))
  }
  return { asked, fetch }
}

test('a token is asked for once and used until a minute before it ends', async () => {
  const { asked, fetch } = provider({ access_token: 'a', expires_in: 3600 }, { access_token: 'b', expires_in: 3600 })
  const clock = handClock('2026-11-21T20:00:00Z')
  const token = accessTokens({ grant, fetch, clock })
  assert.deepEqual(await Promise.all([token({ renew: false, signal }), token({ renew: false, signal })]), ['a', 'a'])
  clock.advance({ minutes: 58 })
  assert.equal(await token({ renew: false, signal }), 'a')
  clock.advance({ minutes: 1, seconds: 1 })
  assert.equal(await token({ renew: false, signal }), 'b')
  assert.equal(asked.length, 2)
  assert.equal(asked[0]?.get('grant_type'), 'refresh_token')
  assert.equal(asked[0]?.get('refresh_token'), 'refresh-1')
})

test('a token that the mail server refuses is replaced although it has not ended', async () => {
  const { fetch } = provider({ access_token: 'a', expires_in: 3600 }, { access_token: 'b', expires_in: 3600 })
  const token = accessTokens({ grant, fetch, clock: handClock('2026-11-21T20:00:00Z') })
  await token({ renew: false, signal })
  assert.equal(await token({ renew: true, signal }), 'b')
})

test('a new refresh token is stored before it is relied upon', async () => {
  const { asked, fetch } = provider(
    { access_token: 'a', expires_in: 1, refresh_token: 'refresh-2' },
    { access_token: 'b', expires_in: 1 },
  )
  const stored: string[] = []
  const rotated = (refreshToken: string) => Promise.resolve(void stored.push(refreshToken))
  const token = accessTokens({ grant, fetch, clock: handClock('2026-11-21T20:00:00Z'), rotated })
  await token({ renew: false, signal })
  await token({ renew: false, signal })
  assert.deepEqual(stored, ['refresh-2'])
  assert.equal(asked[1]?.get('refresh_token'), 'refresh-2')
})

const failures: [string, object | Error | string, string][] = [
  ['the consent was withdrawn', { error: 'invalid_grant', error_description: 'Token refresh-1 revoked' }, 'consent-withdrawn'],
  ['the client is unknown', { error: 'invalid_client' }, 'consent-withdrawn'],
  ['the provider is ill', { error: 'temporarily_unavailable' }, 'token-unavailable'],
  ['the provider answers a page', '<html>Bad gateway</html>', 'token-unavailable'],
  ['the provider cannot be reached', new TypeError('fetch failed for s3cret'), 'token-unavailable'],
]
for (const [what, answer, code] of failures) {
  test(`${what}: said as ${code}, without a secret, and the next try asks again`, async () => {
    const { fetch } = provider(answer, { access_token: 'later', expires_in: 60 })
    const token = accessTokens({ grant, fetch, clock: handClock('2026-11-21T20:00:00Z') })
    await assert.rejects(token({ renew: false, signal }), (error) => {
      assert.ok(error instanceof Trouble)
      assert.equal(error.mishap.code, code)
      assert.doesNotMatch(JSON.stringify([error.message, error.mishap]), /refresh-1|s3cret/)
      return true
    })
    assert.equal(await token({ renew: false, signal }), 'later')
  })
}
