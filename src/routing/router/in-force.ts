// The rules in force as one house's engine knows them: versions of the rulebook, the people, who may read which brand, who is in which team.
import * as brands from '#brands'
import { whereMay } from '#access'
import type { Work } from '#base/work'
import type { Rules } from '../engine/rules.ts'
import type { Agent } from '../engine/people.ts'
import { weightsOf, workChannels, type PersonFactsOfRouting, type Rulebook } from '../contract.ts'
import { compile, type Ability, type Book, type Compiled, type Lane } from '../rules/compile.ts'
import type { Drawing } from '../rules/draw-arm.ts'
import { currentRulebook, rulebookOf } from '../rulebook/current.ts'
import { peopleOfRouting } from '../rulebook/people.ts'
import type { RulebookVersionId } from '../contract/rulebook-endpoints.ts'
import { liveTrial } from '../trial/live-trial.ts'
import type { AbilityName, LaneName } from './input.ts'

/** Everything that is fixed from one snapshot to the next, but for the agents themselves. */
export type InForce = {
  versions: readonly string[] // the usual one first
  drawing: Drawing | null
  rules: Rules
  gives_way: readonly boolean[] // by channel
  people: readonly string[]
  units: readonly number[] // of each of them
  most: readonly Partial<Record<string, number>>[]
  lanes: readonly { version: string; key: string; deferred: boolean }[]
  abilities: readonly AbilityName[]
  spoken: number // so many of them are skills and languages of the rulebook
}
export type Staffed = { inForce: InForce; agents: readonly Omit<Agent, 'state'>[]; compiled: Compiled }

export const laneName = (lane: { version: string; key: string; deferred: boolean }): LaneName =>
  `${lane.version} ${lane.deferred ? 'deferred' : 'instant'} ${lane.key}`
export const channelNames: readonly string[] = workChannels
export const abilityName = ({ kind, ref }: Ability): AbilityName => `${kind} ${ref}`

/** Null: nothing is routed. */
export async function staffedRules(work: Work): Promise<Staffed | null> {
  const current = await currentRulebook(work)
  if (!current) return null
  const trial = await liveTrial(work)
  const [tried, people, readers, all] = await Promise.all([
    trial ? rulebookOf(work, trial.tried) : null,
    peopleOfRouting(work),
    whereMay(work, ['routing.take', 'case.read', 'case.reply']),
    brands.listBrands(work, { limit: MOST_BRANDS }),
  ])
  const books: Book[] = [current, ...(tried ? [tried] : [])].map(({ id, document }) => ({ version: id, rulebook: document }))
  const drawing = trial ? { trial: trial.trial, share_per_mille: trial.share_per_mille } : null
  return staffed({ books, drawing, people, readers, brands: all.items.map(({ id }) => id) })
}
const MOST_BRANDS = 200

type House = {
  books: readonly Book[]
  drawing: Drawing | null
  people: readonly PersonFactsOfRouting[]
  readers: ReadonlyMap<string, readonly (readonly string[] | null)[]> // by person: the brands of each grant; null: all
  brands: readonly string[]
}

/** Beside what the rulebook asks, an item asks that whoever is offered it may read its case, or is of the team that was asked: abilities like others. */
export function staffed({ books, drawing, people, readers, brands: ofHouse }: House): Staffed {
  const compiled = compile(books, people)
  const spoken = compiled.abilities.map(abilityName)
  const teams = [...new Set(people.flatMap((person) => person.teams))]
  const abilities = [...spoken, ...ofHouse.map((brand) => `brand ${brand}`), ...teams.map((team) => `team ${team}`)]
  const at = new Map(abilities.map((name, place) => [name, place]))
  const own = (names: readonly string[]) => names.flatMap((name) => (at.has(name) ? [{ ability: at.get(name)!, level: 1 }] : []))
  const agents = compiled.agents.map((agent, place): Omit<Agent, 'state'> => {
    const { id, teams: of } = people[place]!
    const scopes = readers.get(id) ?? []
    const may = ofHouse.filter((brand) => scopes.some((scope) => scope === null || scope.includes(brand)))
    return {
      ...agent,
      abilities: [
        ...(agent.abilities ?? []),
        ...own(may.map((brand) => `brand ${brand}`)),
        ...own(of.map((team) => `team ${team}`)),
      ],
    }
  })
  const inForce: InForce = {
    versions: books.map(({ version }) => version),
    drawing,
    rules: compiled.rules,
    gives_way: givesWay(books[0]!.rulebook),
    people: compiled.people,
    units: agents.map(({ capacity = 1 }) => capacity),
    most: people.map(({ most }) => most),
    lanes: compiled.lanes.map(({ version, key, deferred }) => ({ version, key, deferred })),
    abilities,
    spoken: spoken.length,
  }
  return { inForce, agents, compiled }
}

function givesWay(rulebook: Rulebook): boolean[] {
  const weights = weightsOf(rulebook)
  return workChannels.map((channel) => weights.get(channel)?.gives_way ?? false)
}

/** The rulebook's side of what a snapshot keeps: for classifying what arrives. */
export async function compiledOf(work: Work, inForce: InForce): Promise<Compiled> {
  const books = new Map(
    await Promise.all(
      inForce.versions.map(
        async (version) => [version, (await rulebookOf(work, version as RulebookVersionId)).document] as const,
      ),
    ), // versions are ids of rulebooks
  )
  return {
    rules: inForce.rules,
    agents: [],
    people: inForce.people,
    lanes: inForce.lanes.flatMap((lane): Lane[] => {
      const queue = books.get(lane.version)?.queues.find(({ key }) => key === lane.key)
      return queue ? [{ ...lane, name: queue.name || queue.key, queue }] : []
    }),
    abilities: inForce.abilities.slice(0, inForce.spoken).map((name) => {
      const [kind = '', ...ref] = name.split(' ')
      return { kind: kind === 'skill' ? 'skill' : 'language', ref: ref.join(' ') }
    }),
    teams: [],
  }
}
