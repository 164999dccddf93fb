import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PersonId, TeamId } from '../contract.ts'
import {
  answering, MOST_HOPS, next, standInFor, turnsOf, type Holder, type Holding, type Substitutes, type Team,
} from './stand-in.ts' // prettier-ignore

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

// ── places held by a person or a team, with a chain of deputies ──────────────────────────────────────────────────────────
const TEAMS = ['t', 'u'] as TeamId[] // as: ids of a test
const holding = fc.oneof(
  fc.constantFrom(...NAMES).map((person): Holding => ({ person })),
  fc.constantFrom(...TEAMS).map((team): Holding => ({ team })),
)
const teams = fc
  .tuple(
    ...TEAMS.map((id) =>
      fc.record({
        id: fc.constant(id),
        manager: fc.constantFrom(...NAMES),
        members: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 4 }),
      }),
    ),
  )
  .map((all): Map<TeamId, Team> => new Map(all.map((team) => [team.id, team])))
const holder: fc.Arbitrary<Holder> = fc
  .record({ person: someone, team: fc.option(fc.constantFrom(...TEAMS), { nil: null }), deputies: fc.array(holding, { maxLength: 5 }), face: fc.string() })
  .filter(({ person, team }) => person !== null || team !== null) // prettier-ignore

test('a held place: never an absent one when somebody who could be asked is here, and the same answer every time', () => {
  fc.assert(
    fc.property(holder, staff, teams, (held, known, all) => {
      const people = { known, teams: all }
      const found = answering(held, people)!
      assert.deepEqual(answering(held, people), found)
      const inPlace = (of: Holding): PersonId[] =>
        'person' in of ? [of.person] : [...all.get(of.team)!.members, all.get(of.team)!.manager]
      const asked = [found.shown, ...(held.team ? inPlace({ team: held.team }) : []), ...held.deputies.flatMap(inPlace)]
      const here = new Set(asked.flatMap((id) => [...reachable(id, known)]).filter((id) => isHere(known.get(id))))
      if (!found.stand_in) return assert.deepEqual([...here], [])
      assert.ok(here.has(found.stand_in.person))
      assert.equal(found.stand_in.because === 'present', found.stand_in.person === found.shown)
      assert.equal(new Set(found.stand_in.chain).size, found.stand_in.chain.length)
    }),
    { numRuns: 1_000 },
  )
})

test('a team of which nobody is here: whoever stands in for any of its members answers', () => {
  const away: Substitutes = {
    id: 'c' as PersonId, active: true, absent: true, absence_deputy: null, successor: null, deputy: null, managers: [],
  } // prettier-ignore
  const [alone, covered, there] = ['c', 'd', 'f'] as [PersonId, PersonId, PersonId] // as: ids of a test
  const known = new Map([
    [alone, away],
    [covered, { ...away, id: covered, deputy: there }],
    [there, { ...away, id: there, absent: false }],
  ])
  const crew: Team = { id: TEAMS[0]!, manager: alone, members: [alone, covered] }
  const place = (held: Partial<Holder>, face: string) =>
    answering({ person: null, team: null, deputies: [], face, ...held }, { known, teams: new Map([[crew.id, crew]]) })
  for (const face of ['one', 'two', 'three', 'four']) {
    assert.equal(place({ team: crew.id }, face)?.stand_in?.person, there)
    assert.equal(place({ person: alone, deputies: [{ team: crew.id }] }, face)?.stand_in?.person, there)
  }
})

test('the deputies are asked in their order, before anybody’s own substitutes', () => {
  fc.assert(
    fc.property(holder, staff, teams, (held, known, all) => {
      const alone: Holder = { ...held, person: 'a' as PersonId, team: null } // as: the id of a test
      if (isHere(known.get(alone.person!))) return
      const inTurn = alone.deputies.flatMap((of) => ('person' in of ? [of.person] : turnsOf(all.get(of.team), alone.face)))
      const first = inTurn.find((id) => isHere(known.get(id)))
      if (first) assert.equal(answering(alone, { known, teams: all })?.stand_in?.person, first)
    }),
    { numRuns: 500 },
  )
})

test('a team shows a customer the same member whoever else of it comes and goes, and shares its customers', () => {
  const members = Array.from({ length: 6 }, (_, i) => `m${i}` as PersonId) // as: ids of a test
  const crew: Team = { id: TEAMS[0]!, manager: members[0]!, members }
  const shown = (face: string, away: PersonId | null) => turnsOf(crew, face).find((id) => id !== away)!
  const counts = new Map<PersonId, number>()
  for (let i = 0; i < 3_000; i++) {
    const first = shown(`c${i}`, null)
    counts.set(first, (counts.get(first) ?? 0) + 1)
    for (const away of members) if (away !== first) assert.equal(shown(`c${i}`, away), first)
  }
  for (const id of members)
    assert.ok((counts.get(id) ?? 0) > 400 && (counts.get(id) ?? 0) < 600, `${id}: ${counts.get(id)} of 3,000`)
})
