import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mishap, Trouble } from '../../src/channels/email/imap/mishap.ts'
import { allQuiet, letter } from './desk.ts'
import { scene } from './scene.ts'

const account = (tokens: string[]) => ({ accounts: [{ user: 'desk@example.org', password: 'right', tokens: new Set(tokens) }] })

test('a wrong password is said plainly, tried again rarely, and the mailbox comes back when it is mended', async (t) => {
  const { server, kept, watch } = await scene(t, { accounts: [{ user: 'desk@example.org', password: 'changed meanwhile' }] })
  server.deliver(letter())
  const watching = watch()
  await watching.until((health) => health.state === 'refused')
  assert.equal(watching.health()?.error?.code, 'login-refused')
  assert.match(watching.health()?.error?.fr ?? '', /mot de passe/)
  assert.ok(
    watching.waits.every((wait) => wait >= 30_000),
    'an account that is hammered gets locked',
  )
  server.premises.accounts = [{ user: 'desk@example.org', password: 'right' }]
  await watching.until(allQuiet)
  assert.equal(kept.held.size, 1)
})

test('a server that is unavailable during sign-in does not mean that the password is wrong', async (t) => {
  const { server, watch } = await scene(t)
  server.fault({
    when: 'AUTHENTICATE',
    does: { kind: 'answer', status: 'NO', text: '[UNAVAILABLE] Directory is away' },
    times: 3,
  })
  const watching = watch()
  await watching.until(allQuiet)
  assert.ok(watching.healths.every(({ state }) => state !== 'refused'))
  assert.ok(watching.healths.some(({ error }) => error?.code === 'unavailable'))
})

test('a server without SASL is given the password by LOGIN', async (t) => {
  const { server, watch } = await scene(t, { without: ['AUTH=PLAIN', 'SASL-IR'] })
  await watch().until(allQuiet)
  assert.ok(server.transcript.includes('LOGIN'))
})

for (const without of ['AUTH=XOAUTH2', 'AUTH=OAUTHBEARER']) {
  test(`an access token opens a mailbox that has no ${without.slice(5)}`, async (t) => {
    const { server, kept, watch } = await scene(t, { ...account(['fresh']), without: [without] })
    server.deliver(letter())
    const accessToken = () => Promise.resolve('fresh')
    await watch({ settings: { auth: { kind: 'oauth2', accessToken } } }).until(allQuiet)
    assert.equal(kept.held.size, 1)
  })
}

test('a token that is refused is renewed once, at once', async (t) => {
  const { watch } = await scene(t, account(['fresh']))
  const wishes: boolean[] = []
  const accessToken = ({ renew }: { renew: boolean }) => {
    wishes.push(renew)
    return Promise.resolve(renew ? 'fresh' : 'stale')
  }
  const watching = watch({ settings: { auth: { kind: 'oauth2', accessToken } } })
  await watching.until(allQuiet)
  assert.deepEqual(wishes, [false, true])
  assert.deepEqual(watching.waits, [], 'it was not made to wait')
})

test('a token that is refused even when new needs a person', async (t) => {
  const { watch } = await scene(t, account([]))
  const watching = watch({ settings: { auth: { kind: 'oauth2', accessToken: () => Promise.resolve('worthless') } } })
  await watching.until((health) => health.state === 'refused')
  assert.equal(watching.health()?.error?.code, 'token-refused')
})

test('a provider that gives no token is waited for; a consent that was withdrawn needs a person', async (t) => {
  const { watch } = await scene(t, account(['fresh']))
  const answers = [new Error('no network'), new Trouble(mishap('consent-withdrawn'))]
  const accessToken = () => (answers.length ? Promise.reject(answers.shift() ?? new Error()) : Promise.resolve('fresh'))
  const watching = watch({ settings: { auth: { kind: 'oauth2', accessToken } } })
  await watching.until(allQuiet)
  assert.deepEqual(
    watching.healths.flatMap(({ state, error }) => (error ? [[state, error.code]] : [])),
    [['waiting', 'token-unavailable'], ['refused', 'consent-withdrawn']],
  ) // prettier-ignore
})

test('no password, no token and nothing of a message is ever in the log or in health, even when the server repeats it', async (t) => {
  const { server, watch } = await scene(t)
  server.deliver(letter('a private matter'))
  server.fault({
    when: 'AUTHENTICATE',
    does: { kind: 'answer', status: 'NO', text: '[AUTHENTICATIONFAILED] hunter2-secret is not it' },
  })
  server.fault({ when: 'UID FETCH', does: { kind: 'drop' } })
  const watching = watch({ settings: { auth: { kind: 'password', password: 'hunter2-secret' } } })
  await watching.until((health) => health.state === 'refused')
  server.premises.accounts = [{ user: 'desk@example.org', password: 'hunter2-secret' }]
  await watching.until(allQuiet)
  const told = JSON.stringify([watching.logged, watching.healths])
  assert.doesNotMatch(told, /hunter2|private matter/)
  assert.doesNotMatch(told, new RegExp(Buffer.from('\0desk@example.org\0hunter2-secret').toString('base64')))
  assert.match(told, /AUTHENTICATIONFAILED|login-refused/)
})

test('a folder that does not exist needs a person; a server that is not there is called again', async (t) => {
  const { server, watch } = await scene(t)
  const lost = watch({ settings: { folder: 'Support/Nowhere' } })
  await lost.until((health) => health.state === 'refused')
  assert.equal(lost.health()?.error?.code, 'folder-missing')
  server.makeFolder('Support/Nowhere')
  await lost.until(allQuiet)
  const nobody = watch({ settings: { port: 1 } })
  await nobody.until((health) => health.state === 'waiting')
  assert.equal(nobody.health()?.error?.code, 'unreachable')
})
