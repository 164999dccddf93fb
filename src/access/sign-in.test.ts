import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import { Refused } from '#base/refusal'
import { testHouse, type TestHouse } from '#base/test-database'
import { closeAccount } from './close-account.ts'
import { linkRequested, type RoleName } from './contract.ts'
import { createSignInLink } from './create-sign-in-link.ts'
import { openAccount } from './open-account.ts'
import { readAudit } from './read-audit.ts'
import { requestLink } from './request-link.ts'
import { setPassword } from './set-password.ts'
import { signInByLink } from './sign-in-by-link.ts'
import { signInByPassword } from './sign-in-by-password.ts'
import { heldOf, sumOf } from './rules/rights.ts'

const PASSWORD = 'quatre mots sans rapport'
const browser = 'test'
let addresses = 0
const newAddress = () => `198.51.${Math.floor(++addresses / 250)}.${addresses % 250}`

const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.refusal.code === code

async function withAccount(role: RoleName = 'agent') {
  const house = await testHouse()
  const person = newId<'person'>(house.clock.now())
  const email = `${person}@example.org`
  await house.work((work) => openAccount(work, { person, email, roles: [{ role }] }))
  return { house, person, email }
}
async function withPassword() {
  const known = await withAccount()
  await setPassword(known.house.open, as(known.house, known.person), { password: PASSWORD })
  return known
}
const as = (house: TestHouse, person: PersonId) => {
  const grants = heldOf([{ role: 'agent', teams: null, brands: null }])
  return { tenant: house.tenant, actor: { kind: 'person' as const, id: person, ...sumOf(grants), grants } }
}
const trail = async (house: TestHouse) =>
  (await house.work((work) => readAudit(work, { limit: 100 }))).items.map(({ what }) => what).toReversed()

test('a one-time link lets its person in, once', async () => {
  const { house, person } = await withAccount()
  const link = await house.work((work) => createSignInLink(work, person))
  assert.equal(link.path, `/desk/sign-in#${link.token}`)
  const signedIn = await signInByLink(house.open, { token: link.token, address: newAddress(), browser })
  assert.equal(signedIn.person, person)
  await assert.rejects(
    signInByLink(house.open, { token: link.token, address: newAddress(), browser }),
    refusedWith('sign_in.link_refused'),
  )
  assert.deepEqual(await trail(house), ['account.opened', 'link.made', 'session.started', 'link.refused'])
})

test('of twenty who hold the same link, one gets in', async () => {
  const { house, person } = await withAccount()
  const { token } = await house.work((work) => createSignInLink(work, person))
  const all = await Promise.allSettled(
    Array.from({ length: 20 }, () => signInByLink(house.open, { token, address: newAddress(), browser })),
  )
  assert.equal(all.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('a link is good for fifteen minutes, the one of the first start for a day', async () => {
  const { house, person } = await withAccount()
  const short = await house.work((work) => createSignInLink(work, person))
  const long = await house.work((work) => createSignInLink(work, person, 24 * 60))
  house.clock.advance({ minutes: 15 })
  await assert.rejects(
    signInByLink(house.open, { token: short.token, address: newAddress(), browser }),
    refusedWith('sign_in.link_refused'),
  )
  assert.ok(await signInByLink(house.open, { token: long.token, address: newAddress(), browser }))
})

test('a link made for one tenant opens nothing in another', async () => {
  const { house, person } = await withAccount()
  const other = await testHouse()
  const { token } = await house.work((work) => createSignInLink(work, person))
  const forged = `${other.tenant.replaceAll('-', '')}${token.slice(32)}`
  await assert.rejects(
    signInByLink(house.open, { token: forged, address: newAddress(), browser }),
    refusedWith('sign_in.link_refused'),
  )
})

test('the right password lets in, a wrong one and an unknown address are answered alike', async () => {
  const { house, email, person } = await withPassword()
  const signedIn = await signInByPassword(house.open, {
    email: ` ${email.toUpperCase()} `,
    password: PASSWORD,
    address: newAddress(),
    browser,
  })
  assert.equal(signedIn.person, person)
  const answers = await Promise.all(
    [email, 'nobody@example.org'].map((each) =>
      signInByPassword(house.open, { email: each, password: 'wrong', address: newAddress(), browser }).catch((error: Refused) => [
        error.refusal.code,
        error.details,
      ]),
    ),
  )
  assert.deepEqual(answers[0], ['sign_in.refused', {}])
  assert.deepEqual(answers[1], answers[0])
  assert.ok((await trail(house)).includes('sign_in.refused'))
})

test('an account without a password is opened by none, not even an empty one', async () => {
  const { house, email } = await withAccount()
  for (const password of ['', 'null', PASSWORD])
    await assert.rejects(
      signInByPassword(house.open, { email, password, address: newAddress(), browser }),
      refusedWith('sign_in.refused'),
    )
})

test('guessing is slowed down for known and unknown accounts alike, and says for how long', async () => {
  const { house, email } = await withPassword()
  const guess = (of: string) =>
    signInByPassword(house.open, { email: of, password: 'wrong', address: newAddress(), browser }).catch((error: Refused) => [
      error.refusal.code,
      error.details,
    ])
  const known: unknown[] = []
  const unknown: unknown[] = []
  const stranger = `nobody-${email}`
  for (let i = 0; i < 8; i++) {
    known.push(await guess(email))
    unknown.push(await guess(stranger))
  }
  assert.deepEqual(known, unknown)
  assert.deepEqual(known.at(4), ['sign_in.refused', {}])
  assert.deepEqual(known.at(5), ['sign_in.throttled', { retry_after_seconds: 2 }])
  house.clock.advance({ seconds: 2 })
  assert.deepEqual(await guess(email), ['sign_in.refused', {}], 'told two seconds, let through after two seconds')
  assert.deepEqual(await guess(email), ['sign_in.throttled', { retry_after_seconds: 4 }])
})

test('a hundred guesses sent at once count as a hundred guesses', async () => {
  const { house, email } = await withPassword()
  const all = await Promise.allSettled(
    Array.from({ length: 30 }, () => signInByPassword(house.open, { email, password: 'wrong', address: newAddress(), browser })),
  )
  const judged = all.filter((one) => one.status === 'rejected' && refusedWith('sign_in.refused')(one.reason))
  assert.equal(judged.length, 5)
})

test('strangers guessing at an account do not keep out its owner, who comes from where they came before', async () => {
  const { house, email, person } = await withPassword()
  const home = newAddress()
  await signInByPassword(house.open, { email, password: PASSWORD, address: home, browser })
  for (let i = 0; i < 12; i++)
    await signInByPassword(house.open, { email, password: 'wrong', address: newAddress(), browser }).catch(() => {})
  await assert.rejects(
    signInByPassword(house.open, { email, password: PASSWORD, address: newAddress(), browser }),
    refusedWith('sign_in.throttled'),
  )
  assert.equal((await signInByPassword(house.open, { email, password: PASSWORD, address: home, browser })).person, person)
})

test('one address guessing at many accounts is slowed down as well', async () => {
  const house = await testHouse()
  const address = newAddress()
  const codes: unknown[] = []
  for (let i = 0; i < 32; i++) {
    const guess = signInByPassword(house.open, { email: `${i}-${house.tenant}@example.org`, password: 'x', address, browser })
    codes.push(await guess.catch((error: Refused) => error.refusal.code))
  }
  assert.equal(codes.indexOf('sign_in.throttled'), 30)
})

test('an address that signs in to two houses enters the one whose password it gave', async () => {
  const { house, person, email } = await withPassword()
  const other = await testHouse()
  const twin = newId<'person'>(other.clock.now())
  await other.work((work) => openAccount(work, { person: twin, email, roles: [{ role: 'agent' }] }))
  await setPassword(other.open, as(other, twin), { password: 'tout autre chose ici' })
  const first = await signInByPassword(house.open, { email, password: PASSWORD, address: newAddress(), browser })
  const second = await signInByPassword(house.open, { email, password: 'tout autre chose ici', address: newAddress(), browser })
  assert.deepEqual([first.tenant, first.person], [house.tenant, person])
  assert.deepEqual([second.tenant, second.person], [other.tenant, twin])
  const elsewhere = { email, password: PASSWORD, tenant: other.tenant, address: newAddress(), browser }
  await assert.rejects(signInByPassword(house.open, elsewhere), refusedWith('sign_in.refused'))
})

test('a new password asks for the old one, refuses what is guessed first, and is kept as argon2id only', async () => {
  const { house, person, email } = await withPassword()
  const me = as(house, person)
  await assert.rejects(
    setPassword(house.open, me, { current: 'wrong', password: 'nouveau mot de passe long' }),
    refusedWith('password.wrong'),
  )
  await assert.rejects(
    setPassword(house.open, me, { current: PASSWORD, password: 'motdepasse123' }),
    refusedWith('password.weak'),
  )
  await setPassword(house.open, me, { current: PASSWORD, password: 'encore quatre autres mots' })
  await assert.rejects(
    signInByPassword(house.open, { email, password: PASSWORD, address: newAddress(), browser }),
    refusedWith('sign_in.refused'),
  )
  assert.ok(await signInByPassword(house.open, { email, password: 'encore quatre autres mots', address: newAddress(), browser }))
  const trailed = JSON.stringify(await house.work((work) => readAudit(work, { limit: 100 })))
  assert.ok(!trailed.includes(PASSWORD) && !trailed.includes('encore'), 'the trail holds no password')
})

test('asking for a link is answered alike for all, and the mail is asked for only where there is an account', async () => {
  const { house, email, person } = await withAccount()
  await requestLink(house.open, { email, address: newAddress() })
  await requestLink(house.open, { email: `nobody-${email}`, address: newAddress() })
  assert.deepEqual(await house.heard(linkRequested), [{ person_id: person, email, language: 'fr' }])
  for (let i = 0; i < 2; i++) await requestLink(house.open, { email, address: newAddress() })
  await assert.rejects(requestLink(house.open, { email, address: newAddress() }), refusedWith('sign_in.throttled'))
})

test('a closed account opens no door, and its link is worth nothing', async () => {
  const { house, email, person } = await withPassword()
  const link = await house.work((work) => createSignInLink(work, person))
  await house.work((work) => closeAccount(work, { person }))
  await assert.rejects(
    signInByPassword(house.open, { email, password: PASSWORD, address: newAddress(), browser }),
    refusedWith('sign_in.refused'),
  )
  await assert.rejects(
    signInByLink(house.open, { token: link.token, address: newAddress(), browser }),
    refusedWith('sign_in.link_refused'),
  )
  await house.work((work) => openAccount(work, { person, email, roles: [] }))
  await assert.rejects(
    signInByPassword(house.open, { email, password: PASSWORD, address: newAddress(), browser }),
    refusedWith('sign_in.refused'),
    'opened again, it has no password',
  )
})

test('the audit trail can be added to, never changed', async () => {
  const { house } = await withAccount()
  for (const attempt of ["update access.audit set what = ''", 'delete from access.audit', 'truncate access.audit'])
    await assert.rejects(house.open.database.server.query(attempt), /permission denied/)
})
