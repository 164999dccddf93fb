// The teams one may follow: those one leads first.
import * as staff from '#staff'
import { scopesFor } from '#access'
import type { Work } from '#base/work'
import type { TeamId } from '#staff/contract'
import { meOf } from '../me.ts'

const MOST_TEAMS = 200

export async function teamsToFollow(work: Work): Promise<{ id: TeamId; name: string }[]> {
  const scopes = scopesFor(work.actor, 'team.follow')
  const everywhere = scopes.some(({ teams }) => teams === null)
  const named = scopes.flatMap(({ teams }) => teams ?? []) as TeamId[] // a grant names teams by their ids
  const all = everywhere
    ? (await staff.listTeams(work, { limit: MOST_TEAMS })).items
    : [...(await staff.teamsNamed(work, named)).values()].filter(({ open }) => open)
  const own = new Set(await staff.teamsOf(work, meOf(work)))
  return all
    .map(({ id, name }) => ({ id, name }))
    .toSorted((a, b) => Number(own.has(b.id)) - Number(own.has(a.id)) || a.name.localeCompare(b.name, 'fr'))
}
