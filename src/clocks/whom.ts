// Who is meant by a step of the ladder, and reached now: whoever is away is told together with who stands in. Where a role is nobody's, the
// next one up is meant: an alarm is never told to an empty chair.
import * as access from '#access'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Whom } from './contract.ts'

type Of = { owner_id: PersonId; brand_id: string }
const UP = ['team_manager', 'floor_manager', 'centre_manager', 'director'] as const
const MOST_TOLD = 12

export async function peopleMeant(work: Work, whom: Whom, of: Of): Promise<PersonId[]> {
  const meant = (await named(work, whom, of)).slice(0, MOST_TOLD)
  const here = await Promise.all(meant.map((person) => reached(work, person)))
  const readers = await reading(work, [...new Set(here.flat())], of)
  return readers.length > 0 ? readers : await reading(work, await holding(work, 'floor_manager', of), of)
}

// Whoever reads nothing of the brand is not told of its cases, and can do nothing about them: where that is nobody, the next one up is meant.
async function reading(work: Work, people: readonly PersonId[], { brand_id }: Of): Promise<PersonId[]> {
  const may = await Promise.all(
    people.map((person) => access.mayPerson(work, person, { permission: 'case.read', object: { brand: brand_id } })),
  )
  return people.filter((_, nth) => may[nth])
}

/** A person, and whoever stands in while they are away. */
export async function reached(work: Work, person: PersonId): Promise<PersonId[]> {
  const found = await staff.standIn(work, person)
  return found && found.person !== person ? [person, found.person] : [person]
}

async function named(work: Work, whom: Whom, of: Of): Promise<PersonId[]> {
  if (whom.kind === 'person') return (await staff.active(work, whom.id)) ? [whom.id] : await holding(work, 'team_manager', of)
  if (whom.kind === 'team') return orUp(work, await staff.membersOfTeam(work, whom.id), of)
  if (whom.kind === 'owner') return [of.owner_id]
  if (whom.kind === 'stand_in') return orUp(work, await standingIn(work, of.owner_id), of)
  return await holding(work, whom.kind, of)
}

const orUp = async (work: Work, people: PersonId[], of: Of): Promise<PersonId[]> =>
  people.length > 0 ? people : await holding(work, 'team_manager', of)

// Who stands in now; while the owner is here, whoever would.
async function standingIn(work: Work, owner: PersonId): Promise<PersonId[]> {
  const found = await staff.standIn(work, owner)
  if (found && found.person !== owner) return [found.person]
  const deputy = await staff.deputyFor(work, owner)
  return deputy ? [deputy] : []
}

async function holding(work: Work, role: (typeof UP)[number], of: Of): Promise<PersonId[]> {
  if (role === 'team_manager') {
    const managers = (await staff.managersFor(work, of.owner_id)).filter((id) => id !== of.owner_id)
    if (managers.length > 0) return managers
  }
  for (const each of UP.slice(UP.indexOf(role))) {
    const people = await access.holdersOf(work, each, { brand: of.brand_id })
    if (people.length > 0) return people
  }
  return [of.owner_id]
}
