import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PersonId } from '../contract.ts'
import { MOST_HOPS, next, standInFor, type Substitutes } from './stand-in.ts'

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'] as PersonId[] // as: ids of a test
const someone = fc.option(fc.constantFrom(...NAMES), { nil: null })
const staff = fc
  .tuple(
    ...NAMES.map((id) =>
      fc.record({
        id: fc.constant(id), active: fc.boolean(), absent: fc.boolean(), absence_deputy: someone, successor: someone, deputy: someone,
        managers: fc.array(fc.constantFrom(...NAMES), { maxLength: 2 }),
      }),
    ),
  )
  .map((people): Map<PersonId, Substitutes> => new Map(people.map((who) => [who.id, who]))) // prettier-ignore

const isHere = (who: Substitutes | undefined): boolean => who !== undefined && who.active && !who.absent

function reachable(from: PersonId, known: Map<PersonId, Substitutes>): Set<PersonId> {
  const seen = new Set([from])
  for (const id of seen) {
    const who = known.get(id)
    if (who && !isHere(who)) for (const other of next(who)) seen.add(other) // a set being walked also gives what was added meanwhile
  }
  return seen
}

test('whoever stands in is here, and nobody does only when nobody who could be asked is here', () => {
  fc.assert(
    fc.property(staff, (known) => {
      const found = standInFor('a' as PersonId, known) // as: the id of a test
      const here = [...reachable('a' as PersonId, known)].filter((id) => isHere(known.get(id)))
      if (!found) return assert.deepEqual(here, [])
      assert.ok(here.includes(found.person))
      assert.equal(found.because === 'present', found.person === 'a')
    }),
    { numRuns: 500 },
  )
})

test('the chain leads from the absent to the stand-in, each a substitute of the one before, nobody twice', () => {
  fc.assert(
    fc.property(staff, (known) => {
      const chain = standInFor('a' as PersonId, known)?.chain ?? [] // as: the id of a test
      assert.equal(new Set(chain).size, chain.length)
      for (const [i, id] of chain.slice(1).entries()) assert.ok(next(known.get(chain[i]!)!).includes(id))
    }),
    { numRuns: 500 },
  )
})

test('a chain of deputies longer than the bound is not followed to its end', () => {
  const ids = Array.from({ length: MOST_HOPS + 3 }, (_, i) => `p${i}` as PersonId) // as: ids of a test
  const absent = (id: PersonId, i: number): Substitutes => ({
    id, active: true, absent: true, absence_deputy: ids[i + 1] ?? null, successor: null, deputy: null, managers: [],
  }) // prettier-ignore
  const line = (here: number) => new Map(ids.map((id, i) => [id, { ...absent(id, i), absent: i !== here }]))
  assert.equal(standInFor(ids[0]!, line(MOST_HOPS))?.person, ids[MOST_HOPS])
  assert.equal(standInFor(ids[0]!, line(MOST_HOPS + 1)), null)
})
