import { allow } from '#access'
import { isConflict } from '#base/database'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import {
  nameTaken,
  restsOnTeam,
  teamChanged,
  type NewTeam,
  type PersonId,
  type Team,
  type TeamEdit,
  type TeamId,
} from './contract.ts'
import { needActive, needTeams } from './need.ts'
import { nobodyCountsOn } from './nobody-counts-on.ts'
import { overtaken } from '#base/overtaken'
import { cut } from './page.ts'
import * as store from './store/team.ts'

export async function listTeams(
  work: Work,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: Team[]; next: string | null }> {
  allow(work, 'staff.read')
  const { items, next } = cut(await store.listTeams(work, { cursor, most: limit + 1 }), limit, ({ id }) => id)
  return {
    items: items.map(({ manager_id, manager_name, ...team }) => ({ ...team, manager: { id: manager_id, name: manager_name } })),
    next,
  }
}

export async function addTeam(work: Work, { name, manager_id: manager }: NewTeam): Promise<{ id: TeamId; version: number }> {
  allow(work, 'staff.manage', { team: null })
  const id = newId<'team'>(work.now)
  await needActive(work, manager)
  await store.insertTeam(work, { id, name, manager }).catch(refusedByIndex)
  work.publish(teamChanged, { team: id })
  return { id, version: 1 }
}

export async function editTeam(work: Work, { id, version, name, manager_id }: TeamEdit): Promise<{ version: number }> {
  allow(work, 'staff.manage', { team: id })
  const current = await store.findTeam(work, id)
  if (!current) throw refuse(notFound, {})
  if (manager_id) await needActive(work, manager_id)
  const changed = await store
    .updateTeam(work, { id, version, name: name ?? current.name, manager: manager_id ?? current.manager_id })
    .catch(refusedByIndex)
  if (changed === 0) throw overtaken(await store.findTeam(work, id), version)
  work.publish(teamChanged, { team: id })
  return { version: version + 1 }
}

export async function closeTeam(work: Work, { id }: { id: TeamId }): Promise<object> {
  allow(work, 'staff.manage', { team: id })
  if ((await store.closeTeam(work, id)) === 0) throw refuse(notFound, {})
  await store.leaveTogether(work, id)
  await nobodyCountsOn(work, restsOnTeam)
  work.publish(teamChanged, { team: id })
  return {}
}

export async function joinTeam(work: Work, { team, person }: { team: TeamId; person: PersonId }): Promise<object> {
  allow(work, 'staff.manage', { team })
  await needTeams(work, [team])
  await needActive(work, person)
  if ((await store.join(work, [team], person)) > 0) work.publish(teamChanged, { team })
  return {}
}

export async function leaveTeam(work: Work, { team, person }: { team: TeamId; person: PersonId }): Promise<object> {
  allow(work, 'staff.manage', { team })
  if ((await store.leave(work, team, person)) === 0) throw refuse(notFound, {})
  work.publish(teamChanged, { team })
  return {}
}

function refusedByIndex(error: unknown): never {
  throw isConflict(error, 'team_name') ? refuse(nameTaken, {}) : error
}
