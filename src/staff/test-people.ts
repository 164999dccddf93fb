// What the tests of this room need again and again: people, absences, actors.
import assert from 'node:assert/strict'
import type { Actor, PersonId } from '#base/contract'
import type { TestHouse } from '#base/test-database'
import { addPerson } from './add-person.ts'
import type { NewAbsence } from './contract.ts'

export const rejects = (work: Promise<unknown>, code: string): Promise<void> =>
  assert.rejects(work, { message: new RegExp(`^${code}: `) })

export async function welcome(house: TestHouse, ...names: string[]): Promise<PersonId[]> {
  const people: PersonId[] = []
  for (const name of names) {
    const email = `${name.toLowerCase()}.${house.tenant.slice(-12)}@example.org` // an address opens one account of the installation
    const { id } = await house.work((work) => addPerson(work, { name, email, language: 'fr', roles: ['agent'] }))
    people.push(id)
    house.clock.advance({ seconds: 1 })
  }
  return people
}

const NOW = ['2026-11-20T00:00:00Z', '2026-11-30T00:00:00Z'] as const
export const away = (
  person: PersonId,
  deputy_id: PersonId | null = null,
  [starts_at, ends_at]: readonly [string, string] = NOW,
): NewAbsence => ({
  person_id: person,
  starts_at,
  ends_at,
  reason: 'leave',
  deputy_id,
})

export const person = (id: PersonId, permissions: string[] = [], teams: string[] | null = null): Actor => ({
  kind: 'person',
  id,
  permissions: new Set(permissions),
  scope: { teams, brands: null },
})
