// Who may be offered work and from which queues: read whole when it is asked for, and kept a little while for the floor, which counts by it every second.
import { allow, can, scopesFor } from '#access'
import * as staff from '#staff'
import type { Work } from '#base/work'
import type { Roster } from '../contract/floor.ts'
import type { PersonFactsOfRouting } from '../contract/rulebook.ts'
import { capableAtLast } from '../rules/capable.ts'
import { peopleOfRouting } from '../rulebook/people.ts'
import { queuesOf, rulesNow, type InForce } from './rules-now.ts'

const KEPT_MILLISECONDS = 15_000
const MOST_KEPT = 200
const MOST_NAMES = 200

type Kept = { key: string; until: number; roster: Omit<Roster, 'may'> }
const kept = new Map<string, Kept>() // by tenant

export async function readRoster(work: Work): Promise<Roster> {
  allow(work, 'routing.read')
  const rules = await rulesNow(work)
  const roster = rules ? await freshRoster(work, rules) : { queues: [], people: [], teams: [], sites: [] }
  const sees = seesOf(work)
  return { ...roster, people: roster.people.filter(sees), may: { steer: can(work.actor, 'routing.steer') } }
}

/** Whoever leads some teams sees the people of these. */
export function seesOf(work: Work): (person: { teams: readonly string[] }) => boolean {
  const scopes = scopesFor(work.actor, 'routing.read')
  const teams = scopes.some((scope) => scope.teams === null) ? null : new Set(scopes.flatMap((scope) => scope.teams ?? []))
  return (person) => teams === null || person.teams.some((team) => teams.has(team))
}

export const keyOf = ({ current, tried }: InForce): string => `${current.id} ${tried?.id ?? ''}`

export async function knownRoster(work: Work, rules: InForce): Promise<Omit<Roster, 'may'>> {
  const known = kept.get(work.tenant)
  return known && known.key === keyOf(rules) && performance.now() < known.until ? known.roster : await freshRoster(work, rules)
}

async function freshRoster(work: Work, rules: InForce): Promise<Omit<Roster, 'may'>> {
  const [people, skills, teams] = await Promise.all([peopleOfRouting(work), skillNames(work), teamNames(work)])
  const queues = queuesOf(rules).map(({ queue }) => queue.key)
  const on = placesOf(rules, people)
  const roster = {
    queues,
    people: people.map((person) => ({ ...shown(person, skills), queues: on.get(person.id) ?? [] })),
    teams: [...teams].map(([id, name]) => ({ id, name })),
    sites: rules.current.document.sites.map(({ key, name, teams: of }) => ({ id: key, name, teams: of })),
  }
  kept.delete(work.tenant)
  kept.set(work.tenant, { key: keyOf(rules), until: performance.now() + KEPT_MILLISECONDS, roster })
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  return roster
}

// A queue that both versions have is asked of the usual one.
function placesOf(rules: InForce, people: readonly PersonFactsOfRouting[]): Map<string, number[]> {
  const on = new Map<string, number[]>()
  for (const [place, { queue, candidate }] of queuesOf(rules).entries()) {
    const book = candidate && rules.tried ? rules.tried.document : rules.current.document
    for (const { id } of capableAtLast(queue, people, book)) on.set(id, [...(on.get(id) ?? []), place])
  }
  return on
}

const shown = ({ id, name, teams, skills, languages }: PersonFactsOfRouting, names: ReadonlyMap<string, string>) => ({
  id: id as Roster['people'][number]['id'], // of people of the house, as staff gave it
  name,
  teams: [...teams],
  skills: Object.entries(skills)
    .map(([skill, level]) => ({ name: names.get(skill) ?? skill, level }))
    .toSorted((a, b) => b.level - a.level)
    .slice(0, 100),
  languages: Object.keys(languages),
})

async function skillNames(work: Work): Promise<Map<string, string>> {
  const { items } = await staff.listSkills(work, { limit: MOST_NAMES })
  return new Map(items.map(({ id, name }) => [id, name]))
}

async function teamNames(work: Work): Promise<Map<string, string>> {
  const { items } = await staff.listTeams(work, { limit: MOST_NAMES })
  return new Map(items.map(({ id, name }) => [id, name]))
}
