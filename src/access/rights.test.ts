import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Actor, Held, PersonId, Scope } from '#base/contract'
import { system } from '#base/work'
import { anonymous, can, scopesFor, within } from './can.ts'
import { permissionNames, roleNames, roles, type Grant, type Permission } from './contract.ts'
import { permissionWords } from './contract/permission-words.ts'
import { beyond, covers, heldOf, sumOf } from './rules/rights.ts'

const somebody = (grants: readonly Grant[]): Actor & { grants?: readonly Held[] } => {
  const held = heldOf(grants)
  return { kind: 'person', id: 'p' as PersonId, ...sumOf(held), grants: held }
}

const places = ['lille', 'lyon', 'nice']
const some = fc.option(fc.uniqueArray(fc.constantFrom(...places), { minLength: 1 }), { nil: null })
const scope: fc.Arbitrary<Scope> = fc.record({ teams: some, brands: some })
const grant: fc.Arbitrary<Grant> = fc.record({ role: fc.constantFrom(...roleNames), teams: some, brands: some })
const grants = fc.array(grant, { maxLength: 4 })
const object = fc.record({
  team: fc.constantFrom(undefined, null, ...places),
  brand: fc.constantFrom(undefined, null, ...places),
})
const permission = fc.constantFrom(...permissionNames)

test('somebody may do what one of their roles allows, where that very role was given', () => {
  fc.assert(
    fc.property(grants, permission, object, (held, name, asked) => {
      const expected = held.some(
        ({ role, teams, brands }) => roles[role].permissions.has(name) && within({ teams, brands }, asked),
      )
      assert.equal(can(somebody(held), name, asked), expected)
    }),
  )
})

test('a manager in Lille who answers customers in Lyon manages nobody in Lyon', () => {
  const both = somebody([
    { role: 'team_manager', teams: ['lille'], brands: null },
    { role: 'agent', teams: ['lyon'], brands: null },
  ])
  assert.equal(can(both, 'case.assign', { team: 'lille' }), true)
  assert.equal(can(both, 'case.assign', { team: 'lyon' }), false)
  assert.equal(can(both, 'case.reply', { team: 'lyon' }), true)
  assert.deepEqual(scopesFor(both, 'case.assign'), [{ teams: ['lille'], brands: null }])
})

test('a list shows an object exactly when it may be opened', () => {
  fc.assert(
    fc.property(grants, permission, object, (held, name, asked) => {
      const actor = somebody(held)
      assert.equal(scopesFor(actor, name).some((one) => within(one, asked)), can(actor, name, asked)) // prettier-ignore
    }),
  )
})

test('one more role never takes a right away, and a narrower place never gives one', () => {
  fc.assert(
    fc.property(fc.tuple(grants, grant), fc.tuple(permission, object), ([held, more], [name, asked]) => {
      if (can(somebody(held), name, asked)) assert.ok(can(somebody([...held, more]), name, asked))
      if (can(somebody([more]), name, asked)) assert.ok(can(somebody([{ ...more, teams: null, brands: null }]), name, asked))
    }),
  )
})

test('what belongs to no team in particular is for those who have all teams', () => {
  const everywhere = somebody([{ role: 'agent', teams: null, brands: null }])
  const lille = somebody([{ role: 'agent', teams: ['lille'], brands: null }])
  assert.equal(can(everywhere, 'case.read', { team: null }), true)
  assert.equal(can(lille, 'case.read', { team: null }), false)
  assert.equal(can(lille, 'case.read'), true, 'where the team is not asked, somewhere is enough')
})

test('the house itself may do all, and who has not signed in nothing', () => {
  for (const name of permissionNames) {
    assert.equal(can(system('intake'), name, { team: null, brand: null }), true)
    assert.equal(can(anonymous, name), false)
  }
})

test('nobody gives more than they hold: what is not refused, the giver could do', () => {
  fc.assert(
    fc.property(fc.tuple(grants, grants), fc.tuple(permission, object), ([own, given], [name, asked]) => {
      const giver = somebody(own)
      if (beyond(giver, given) !== undefined) return
      if (can(somebody(given), name, asked)) assert.ok(can(giver, name, asked), `${name} was given by somebody who lacks it`)
    }),
    { numRuns: 2_000 },
  )
})

test('everybody may give what they hold, a director everything', () => {
  fc.assert(
    fc.property(grant, grants, (own, any) => {
      assert.equal(beyond(somebody([own]), [own]), undefined)
      assert.equal(beyond(somebody([{ role: 'director', teams: null, brands: null }]), any), undefined)
    }),
  )
})

test('a place covers another when all that lies in the second lies in the first', () => {
  fc.assert(
    fc.property(scope, scope, object, (own, asked, where) => {
      if (covers(own, asked) && within(asked, where)) assert.ok(within(own, where))
    }),
  )
})

test('the sum of several roles never reaches where none of them does', () => {
  fc.assert(
    fc.property(fc.array(scope, { minLength: 1, maxLength: 3 }), (scopes) => {
      const sum = sumOf(scopes.map((one) => ({ permissions: new Set<Permission>(['case.read']), scope: one })))
      if (sum.scope.teams === null) assert.ok(scopes.every((one) => one.teams === null))
      if (sum.scope.brands === null) assert.ok(scopes.every((one) => one.brands === null))
    }),
  )
})

test('every role and permission has a name in both languages, and the director lacks none', () => {
  for (const { fr, en } of [...Object.values(roles), ...Object.values(permissionWords)]) assert.ok(fr.length > 0 && en.length > 0)
  assert.deepEqual([...roles.director.permissions].toSorted(), permissionNames.toSorted())
  assert.equal(roleNames.length, 11)
})
