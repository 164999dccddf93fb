// The day of a team: the same as a person's, for several at once, and what whoever leads them should take up.
import * as cases from '#cases'
import * as clocks from '#clocks'
import * as commitments from '#commitments'
import * as customers from '#customers'
import * as staff from '#staff'
import { can } from '#access'
import { notAllowed, refuse } from '#base/refusal'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { TeamId } from '#staff/contract'
import { LINES_OF_A_TEAM, type Line, type Member, type TeamDay } from '../contract.ts'
import { spanOf } from '../page/day.ts'
import { KINDS } from '../page/deadlines.ts'
import { promiseLine } from '../page/lines.ts'
import { formula as heatFormula, heatOf, pointsOf } from '../rules/heat.ts'
import { lastGates } from '../store/gate.ts'
import { listUnhappy } from '../unhappy/list.ts'
import { countsOf, NONE, totalOf } from './counts.ts'
import { teamsToFollow } from './teams.ts'

const MOST_MEMBERS = 200
const breakingFormula = {
  id: 'team.breaking.1',
  fr: 'Promesses de l’équipe en retard ou dont l’échéance tombe avant ce soir minuit, la plus ancienne en tête.',
  en: 'Promises of the team that are late or fall due before midnight tonight, the oldest first.',
}

export async function teamDay(work: Work, { team: wanted }: { team?: TeamId | undefined }): Promise<TeamDay> {
  const teams = await teamsToFollow(work)
  if (wanted && !can(work.actor, 'team.follow', { team: wanted })) throw refuse(notAllowed, { permission: 'team.follow' })
  const team = teams.find(({ id }) => id === wanted) ?? (wanted ? null : teams[0]) ?? null
  const people = team ? (await staff.membersOfTeam(work, team.id)).slice(0, MOST_MEMBERS) : []
  const { until } = await spanOf(work)
  const [members, breaking, escalated, unhappy] = await Promise.all([
    membersOf(work, people, until),
    team ? breakingOf(work, team.id, until) : [],
    escalatedOf(work, people),
    team ? listUnhappy(work, { team: team.id, limit: LINES_OF_A_TEAM }) : { items: [] },
  ])
  return {
    teams, team, at: work.now.toString(), members: members.toSorted((a, b) => b.points - a.points || a.person.name.localeCompare(b.person.name, 'fr')),
    totals: totalOf(members.map(({ counts }) => counts)), breaking, escalated, unhappy: unhappy.items, formulas: { heat: heatFormula, breaking: breakingFormula },
  } // prettier-ignore
}

async function membersOf(work: Work, people: readonly PersonId[], until: Temporal.Instant): Promise<Member[]> {
  const [facts, presence, counts, gone] = await Promise.all([
    staff.find(work, people),
    staff.presenceOf(work, people),
    countsOf(work, people, until),
    lastGates(work, people, work.now.subtract({ hours: 24 })),
  ])
  const covers = await coversOf(work, people.filter((id) => facts.get(id)?.absent_until)) // prettier-ignore
  const names = await staff.find(work, [...covers.values()])
  const left = new Map(gone.map(({ person_id, at }) => [person_id, at]))
  const named = (id: PersonId): { id: PersonId; name: string } => ({ id, name: (facts.get(id) ?? names.get(id))?.name ?? '' })
  return people.map((id) => {
    const mine = counts.get(id) ?? NONE
    const points = pointsOf(mine)
    const until_ = facts.get(id)?.absent_until
    const by = covers.get(id)
    return {
      person: named(id), presence: presence.get(id) ?? 'offline', away: until_ ? { until: until_.toString(), covered_by: by ? named(by) : null } : null,
      covers: [...covers].flatMap(([away, cover]) => (cover === id ? [named(away)] : [])), counts: mine, points, heat: heatOf(points),
      left_at: left.get(id)?.toString() ?? null,
    } // prettier-ignore
  })
}

async function coversOf(work: Work, away: readonly PersonId[]): Promise<Map<PersonId, PersonId>> {
  const found = await Promise.all(away.map(async (id) => [id, (await staff.standIn(work, id))?.person] as const))
  return new Map(found.flatMap(([id, by]) => (by && by !== id ? [[id, by] as const] : [])))
}

async function breakingOf(work: Work, team: TeamId, until: Temporal.Instant): Promise<TeamDay['breaking']> {
  const { items } = await commitments.list(work, { team, state: 'owed', due_until: until.toString(), limit: LINES_OF_A_TEAM })
  return items.map((each) => ({ ...promiseLine(each, work.now), owner: each.owner }))
}

async function escalatedOf(work: Work, people: readonly PersonId[]): Promise<TeamDay['escalated']> {
  const rows = await clocks.escalatedOf(work, people, LINES_OF_A_TEAM)
  const of = await cases.facts(work, rows.map(({ case_id }) => case_id)) // prettier-ignore
  const known = await customers.find(work, [...of.values()].flatMap(({ customer_id }) => customer_id ?? [])) // prettier-ignore
  return rows.flatMap(({ id, case_id, owner, cause, step, at }) => {
    const facts = of.get(case_id)
    if (!facts) return []
    const customer = facts.customer_id ? known.get(facts.customer_id) : undefined
    const why = CAUSES[cause]
    const line: Line = {
      key: `deadline:${id}`, kind: 'deadline', id, case: { id: facts.id, number: facts.number, subject: facts.subject, closed: facts.closed_at !== null },
      customer: customer ? { id: customer.id, name: customer.name } : null, person: null, what: '',
      why: { fr: `${why.fr} · palier ${step}`, en: `${why.en} · step ${step}` }, at: at.toString(), late: true, path: `/cases/${facts.id}`, version: null,
    } // prettier-ignore
    return [{ ...line, owner }]
  })
}

const CAUSES = {
  ...KINDS,
  silence: { fr: 'Client sans nouvelles', en: 'Silent customer' },
  stagnation: { fr: 'Dossier qui n’avance pas', en: 'Stagnant case' },
} as const
