import type { Work } from '#base/work'
import type { PersonId } from './contract.ts'
import { answering as find, MOST_HOPS, next, standInFor, type Holder, type StandIn, type Team } from './rules/stand-in.ts'
import { findSubstitutes, findSubstitutesAround, type SubstitutesRow } from './store/substitutes.ts'
import { findTeamFacts } from './store/team.ts'

const MOST_PEOPLE = 200

export type Answers = { shown: PersonId; away_until: Temporal.Instant | null; stand_in: StandIn | null }

// One question to the database in the common case (the person is here), and one more for each step away.
export async function standIn(work: Work, person: PersonId, at: Temporal.Instant = work.now): Promise<StandIn | null> {
  const known = new Map<PersonId, SubstitutesRow>()
  await follow(work, { at, known }, [person])
  return standInFor(person, known)
}

// Who answers at places held by a person or by a team, each with its deputies; in the order of the places, null where nobody ever did. One
// round trip as long as somebody named is here at every one of them.
export async function answering(
  work: Work,
  holders: readonly Holder[],
  at: Temporal.Instant = work.now,
): Promise<(Answers | null)[]> {
  if (holders.length === 0) return []
  const named = holders.flatMap((each) => [each, ...each.deputies])
  const people = [...new Set(named.flatMap((each) => ('person' in each && each.person ? [each.person] : [])))]
  const teamIds = [...new Set(named.flatMap((each) => ('team' in each && each.team ? [each.team] : [])))]
  const [first, facts] = await Promise.all([
    findSubstitutesAround(work, { people, teams: teamIds }, at),
    teamIds.length > 0 ? findTeamFacts(work, teamIds) : [],
  ])
  const known = new Map(first.map((who) => [who.id, who]))
  const teams = new Map<Team['id'], Team>(facts.map((team) => [team.id, team]))
  const isOpen = (holder: Holder): boolean => !find(holder, { known, teams })?.stand_in
  if (holders.some(isOpen)) await follow(work, { at, known }, withoutThemselves(first))
  return holders.map((holder) => {
    const found = find(holder, { known, teams })
    return found && { ...found, away_until: known.get(found.shown)?.away_until ?? null }
  })
}

const unavailable = (found: readonly SubstitutesRow[]): SubstitutesRow[] => found.filter((who) => !who.active || who.absent)
const withoutThemselves = (found: readonly SubstitutesRow[]): PersonId[] => unavailable(found).flatMap(next)

type Asked = { at: Temporal.Instant; known: Map<PersonId, SubstitutesRow> }

export async function follow(work: Work, { at, known }: Asked, from: readonly PersonId[]): Promise<void> {
  let wanted = [...new Set(from)].filter((id) => !known.has(id))
  for (let hop = 0; hop <= MOST_HOPS && wanted.length > 0 && known.size < MOST_PEOPLE; hop++) {
    const found = await findSubstitutes(work, wanted, at)
    for (const who of found) known.set(who.id, who)
    wanted = [...new Set(withoutThemselves(found))].filter((id) => !known.has(id))
  }
}
