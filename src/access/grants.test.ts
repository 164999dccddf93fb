import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, PersonId } from '#base/contract'
import { newId } from '#base/id'
import { Refused } from '#base/refusal'
import { testHouse, type TestHouse } from '#base/test-database'
import type { Work } from '#base/work'
import { changeGrants } from './change-grants.ts'
import { closeAccount } from './close-account.ts'
import { accountClosed, accountOpened, grantsChanged, keyRevoked } from './contract.ts'
import { createSignInLink } from './create-sign-in-link.ts'
import { findAccount, listAccounts } from './accounts.ts'
import { createKey, listKeys, revokeKey } from './keys.ts'
import { complete, openAccount, type GrantInput } from './open-account.ts'
import { heldOf, sumOf } from './rules/rights.ts'
import { endAllSessions } from './sessions.ts'

const LILLE = '00000000-0000-7000-8000-00000000000a'
const LYON = '00000000-0000-7000-8000-00000000000b'
const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.refusal.code === code

async function hired(house: TestHouse, ...roles: GrantInput[]): Promise<Extract<Actor, { kind: 'person' }>> {
  const person = newId<'person'>(house.clock.now())
  await house.work((work) => openAccount(work, { person, email: `${person}@example.org`, roles }))
  const grants = heldOf(roles.map(complete))
  return { kind: 'person', id: person, ...sumOf(grants), grants }
}
const grantsOf = async (house: TestHouse, person: PersonId) => (await house.work((work) => findAccount(work, { person }))).grants

test('roles are given, replaced and taken, and the journal tells', async () => {
  const house = await testHouse()
  const boss = await hired(house, { role: 'director' })
  const camille = await hired(house, { role: 'agent', teams: [LILLE] })
  await house.work(
    (work) => changeGrants(work, { person: camille.id, grants: [{ role: 'quality' }, { role: 'agent', brands: [LYON] }] }),
    boss,
  )
  assert.deepEqual(await grantsOf(house, camille.id), [
    { role: 'quality', teams: null, brands: null },
    { role: 'agent', teams: null, brands: [LYON] },
  ])
  await house.work((work) => closeAccount(work, { person: camille.id }), boss)
  assert.deepEqual(await house.heard(grantsChanged), [{ person_id: camille.id }])
  assert.deepEqual(await house.heard(accountClosed), [{ person_id: camille.id }])
  assert.equal((await house.heard(accountOpened)).length, 2)
})

test('one address opens one account', async () => {
  const house = await testHouse()
  const email = 'camille@example.org'
  const [first, second] = [newId<'person'>(house.clock.now()), newId<'person'>(house.clock.now())]
  await house.work((work) => openAccount(work, { person: first, email, roles: [] }))
  const again = house.work((work) => openAccount(work, { person: second, email: 'Camille@Example.org', roles: [] }))
  await assert.rejects(again, refusedWith('account.email_taken'))
  await assert.rejects(house.work((work) => openAccount(work, { person: first, email: 'other@example.org', roles: [] })), refusedWith('account.email_taken')) // prettier-ignore
})

test('an agent manages nobody', async () => {
  const house = await testHouse()
  const agent = await hired(house, { role: 'agent' })
  await assert.rejects(
    house.work((work) => changeGrants(work, { person: agent.id, grants: [{ role: 'director' }] }), agent),
    refusedWith('not_allowed'),
  )
  await assert.rejects(
    house.work((work) => createKey(work, { role: 'agent', name: 'k', days: 1 }), agent),
    refusedWith('not_allowed'),
  )
})

test('nobody raises themselves or others above their own rights', async () => {
  const house = await testHouse()
  const lille = await hired(house, { role: 'centre_manager', teams: [LILLE] })
  const agent = await hired(house, { role: 'agent', teams: [LILLE] })
  for (const grant of [
    { role: 'director' },
    { role: 'centre_manager' },
    { role: 'agent', teams: [LYON] },
    { role: 'agent', teams: [LILLE, LYON] },
  ] as const)
    for (const person of [agent.id, lille.id])
      await assert.rejects(
        house.work(
          (work) =>
            changeGrants(work, { person, grants: [complete({ ...grant, teams: 'teams' in grant ? [...grant.teams] : null })] }),
          lille,
        ),
        refusedWith('account.beyond_own_rights'),
      )
  await house.work((work) => changeGrants(work, { person: agent.id, grants: [{ role: 'team_manager', teams: [LILLE] }] }), lille)
})

test('nobody touches the account of somebody with more rights: not the roles, the sessions, the door', async () => {
  const house = await testHouse()
  const boss = await hired(house, { role: 'director' })
  const manager = await hired(house, { role: 'centre_manager' })
  const attempts: ((work: Work) => Promise<unknown>)[] = [
    (work) => changeGrants(work, { person: boss.id, grants: [] }),
    (work) => closeAccount(work, { person: boss.id }),
    (work) => createSignInLink(work, boss.id),
    (work) => endAllSessions(work, { person: boss.id }),
  ]
  for (const attempt of attempts) await assert.rejects(house.work(attempt, manager), refusedWith('account.beyond_own_rights'))
})

test('a house always keeps somebody who directs it, even when two directors dismiss each other at once', async () => {
  const house = await testHouse()
  const [one, two] = [await hired(house, { role: 'director' }), await hired(house, { role: 'director' })]
  const both = await Promise.allSettled([
    house.work((work) => changeGrants(work, { person: two.id, grants: [{ role: 'agent' }] }), one),
    house.work((work) => closeAccount(work, { person: one.id }), two),
  ])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const rejected = both.find((each) => each.status === 'rejected')
  assert.ok(refusedWith('account.last_director')(rejected?.reason), String(rejected?.reason))
})

test('a key holds one role, at most its maker’s, and is seen without its secret', async () => {
  const house = await testHouse()
  const it = await hired(house, { role: 'it' })
  await assert.rejects(house.work((work) => createKey(work, { role: 'agent', name: 'too much', days: 1 }), it), refusedWith('account.beyond_own_rights')) // prettier-ignore
  const made = await house.work((work) => createKey(work, { role: 'it', name: 'monitoring', days: 30 }), it)
  assert.match(made.secret, new RegExp(`^gk_${house.tenant.replaceAll('-', '')}_[a-z2-7]{26}$`))
  const listed = await house.work((work) => listKeys(work, { limit: 10 }), it)
  assert.equal(listed.items.length, 1)
  assert.ok(!JSON.stringify(listed).includes(made.secret.slice(-26)))
  await house.work((work) => revokeKey(work, { id: made.id }), it)
  assert.deepEqual(await house.heard(keyRevoked), [{ key_id: made.id }])
  await assert.rejects(
    house.work((work) => revokeKey(work, { id: made.id }), it),
    refusedWith('not_found'),
  )
})

test('accounts are listed page by page, each once', async () => {
  const house = await testHouse()
  for (let i = 0; i < 5; i++) await hired(house, { role: 'agent' })
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await house.work((work) => listAccounts(work, { cursor, limit: 2 }))
    seen.push(...page.items.map(({ person_id }) => person_id))
    cursor = page.next ?? undefined
  } while (cursor)
  assert.equal(seen.length, 5)
  assert.equal(new Set(seen).size, 5)
})
