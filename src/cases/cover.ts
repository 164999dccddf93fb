// Absence is cover, not un-assignment: while an owner is away somebody stands in, and the owner stays the one who answers for the case. Who
// it is comes from staff, the one place that knows; a deputy whom the point of contact named goes first.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId, Cover } from './contract.ts'
import { personNamed } from './names.ts'
import { namedDeputiesOf } from './store/cover.ts'

export type Answered = { id: CaseId; owner_id: PersonId; deputy_id: PersonId | null; deputy_is_named: boolean }
export type Covered = { away_until: string | null; covered_by: Cover | null }

const HERE: Covered = { away_until: null, covered_by: null }

/** For those of these cases whose owner is away: until when, and who stands in (nobody, where nobody is here). */
export async function coverOf(
  work: Work,
  cases: readonly Answered[],
  away: ReadonlySet<PersonId>,
): Promise<Map<CaseId, Covered>> {
  const theirs = cases.filter(({ owner_id }) => away.has(owner_id))
  if (theirs.length === 0) return new Map()
  const pairs = new Map(theirs.map((each) => [keyOf(pairOf(each)), pairOf(each)]))
  const found = await standIns(work, [...pairs.values()])
  const people = await staff.find(work, [...found.values()].flatMap((each) => each?.person ?? [])) // prettier-ignore
  return new Map(
    theirs.map((each) => {
      const stand = found.get(keyOf(pairOf(each)))
      if (!stand) return [each.id, HERE]
      const until = stand.until.toString()
      return [each.id, { away_until: until, covered_by: stand.person && { person: personNamed(people, stand.person), until, because: stand.because } }]
    }),
  ) // prettier-ignore
}

export type Pair = { owner: PersonId; deputy: PersonId | null } // deputy: named by the point of contact
type Stand = { person: PersonId | null; until: Temporal.Instant; because: Cover['because'] }

const pairOf = ({ owner_id: owner, deputy_id, deputy_is_named }: Answered): Pair => ({
  owner,
  deputy: deputy_is_named ? deputy_id : null,
})
const keyOf = ({ owner, deputy }: Pair): string => `${owner} ${deputy ?? ''}`

// Null where the owner is here after all.
async function standIns(work: Work, pairs: readonly Pair[]): Promise<Map<string, Stand | null>> {
  const answers = await staff.answering(
    work,
    pairs.map(({ owner, deputy }) => ({ person: owner, team: null, deputies: deputy ? [{ person: deputy }] : [], face: '' })),
  )
  return new Map(
    pairs.map((pair, place) => {
      const answer = answers[place]
      if (!answer?.away_until) return [keyOf(pair), null]
      const person = answer.stand_in?.person ?? null
      const because = person !== null && person === pair.deputy ? ('named_deputy' as const) : ('stand_in' as const)
      return [keyOf(pair), { person, until: answer.away_until, because }]
    }),
  )
}

/** Whose cases somebody stands in for at this moment: of these owners all, except where a deputy is named; with a deputy only these pairs. */
export type StandsInFor = { owners: readonly PersonId[]; pairs: readonly Pair[] }

export async function standsInFor(work: Work, person: PersonId): Promise<StandsInFor> {
  const away = (await staff.awayNow(work)).filter((id) => id !== person)
  if (away.length === 0) return { owners: [], pairs: [] }
  const named = (await namedDeputiesOf(work, away)).map(({ person_id: owner, deputy_id: deputy }) => ({ owner, deputy }))
  const found = await standIns(work, [...away.map((owner) => ({ owner, deputy: null })), ...named])
  const mine = (pair: Pair): boolean => found.get(keyOf(pair))?.person === person
  return { owners: away.filter((owner) => mine({ owner, deputy: null })), pairs: named.filter(mine) }
}
