// Of whom a task is asked: found, fit to answer, and named.
import * as staff from '#staff'
import { mayPerson } from '#access'
import { newId } from '#base/id'
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import type { TeamId } from '#staff/contract'
import { askedUnfit, type Asked, type PartyId, type Whom } from './contract.ts'
import { standsInFor } from './reader.ts'
import type { Whose } from './store/changes.ts'
import { findOrAdd, findParties } from './store/party.ts'
import type { TaskRow } from './store/row.ts'

const NOBODY: Whose = { team_id: null, person_id: null, party_id: null }

/** A team that is open, a colleague who is here and may answer tasks, somebody outside by address. */
export async function resolve(work: Work, asked: Asked): Promise<Whose> {
  if ('team' in asked) return { ...NOBODY, team_id: await openTeam(work, asked.team) }
  if ('person' in asked) return { ...NOBODY, person_id: await fitPerson(work, asked.person) }
  if ('party' in asked) return { ...NOBODY, party_id: await knownParty(work, asked.party) }
  const name = asked.name || asked.email.split('@')[0]! // what stands before the @
  const { id } = await findOrAdd(work, { id: newId<'party'>(work.now), name, email: asked.email })
  return { ...NOBODY, party_id: id }
}

async function openTeam(work: Work, id: TeamId): Promise<TeamId> {
  const team = (await staff.teamsNamed(work, [id])).get(id)
  if (team?.open) return id
  throw refuse(askedUnfit, { name: team?.name ?? '' })
}

async function fitPerson(work: Work, id: PersonId): Promise<PersonId> {
  const person = (await staff.find(work, [id])).get(id)
  if (person?.active && (await mayPerson(work, id, { permission: 'task.answer' }))) return id
  throw refuse(askedUnfit, { name: person?.name ?? '' })
}

async function knownParty(work: Work, id: PartyId): Promise<PartyId> {
  const [party] = await findParties(work, [id])
  if (party && !party.retired) return id
  throw refuse(askedUnfit, { name: party?.name ?? '' })
}

/** The names of everybody these tasks are asked of. */
export async function whomOf(work: Work, rows: readonly Whose[]): Promise<(row: Whose) => Whom> {
  const [teams, people, parties] = await Promise.all([
    staff.teamsNamed(work, rows.flatMap(({ team_id }) => team_id ?? [])),
    staff.find(work, rows.flatMap(({ person_id }) => person_id ?? [])),
    partiesOf(work, rows.flatMap(({ party_id }) => party_id ?? [])),
  ]) // prettier-ignore
  return ({ team_id, person_id, party_id }) => {
    if (team_id) return { kind: 'team', id: team_id, name: teams.get(team_id)?.name ?? '', email: null }
    if (person_id) return { kind: 'person', id: person_id, name: people.get(person_id)?.name ?? '', email: null }
    const party = parties.get(party_id!) // one of the three: the table says so
    return { kind: 'party', id: party_id!, name: party?.name ?? '', email: party?.email ?? null }
  }
}

async function partiesOf(work: Work, ids: readonly PartyId[]) {
  const found = ids.length === 0 ? [] : await findParties(work, [...new Set(ids)])
  return new Map(found.map((party) => [party.id, party]))
}

/** Who of ours hears of it: whoever has it, else all of whom it is asked, and who stands in for them today. */
export async function peopleAsked(work: Work, task: Pick<TaskRow, 'team_id' | 'person_id' | 'taken_by_id'>): Promise<PersonId[]> {
  if (task.taken_by_id) return await withStandIn(work, task.taken_by_id)
  if (task.person_id) return await withStandIn(work, task.person_id)
  if (!task.team_id) return []
  const team = (await staff.teamsNamed(work, [task.team_id])).get(task.team_id)
  return team ? [...new Set(team.members.length > 0 ? team.members : [team.manager])] : []
}

export async function withStandIn(work: Work, person: PersonId): Promise<PersonId[]> {
  const stand_in = await standsInFor(work, person)
  return stand_in ? [person, stand_in] : [person]
}
