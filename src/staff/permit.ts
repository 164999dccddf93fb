// Whoever manages staff may do so for their own teams only, unless they hold the role for all of them.
import { allow, can } from '#access'
import type { Permission } from '#access/contract'
import type { Work } from '#base/work'
import type { PersonId, TeamId } from './contract.ts'
import { teamsOf } from './store/team.ts'

export const isSelf = (work: Work, person: PersonId): boolean => work.actor.kind === 'person' && work.actor.id === person

export async function mayManage(work: Work, person: PersonId, permission: Permission = 'staff.manage'): Promise<boolean> {
  if (can(work.actor, permission, { team: null })) return true
  const teams = await teamsOf(work, person)
  return teams.some(({ team_id: team }) => can(work.actor, permission, { team }))
}

export async function allowFor(work: Work, person: PersonId, permission: Permission = 'staff.manage'): Promise<void> {
  if (!(await mayManage(work, person, permission))) allow(work, permission, { team: null }) // refuses, in the words of access
}

// Nobody approves their own absence, but for who approves everybody's: there is nobody else to ask.
export async function mayApprove(work: Work, person: PersonId): Promise<boolean> {
  if (isSelf(work, person)) return can(work.actor, 'absence.approve', { team: null })
  return await mayManage(work, person, 'absence.approve')
}

export function allowInTeams(work: Work, teams: readonly TeamId[]): void {
  if (teams.length === 0) return allow(work, 'staff.manage', { team: null })
  for (const team of teams) allow(work, 'staff.manage', { team })
}
