// A made-up house for the tests of rules: ids are names.
import type { Ability } from '../contract/abilities.ts'
import { rulebookShape, type QueueInput, type Rulebook, type WorkFacts } from '../contract/rulebook.ts'
import type { RulesHouse } from '../contract/rulebook-endpoints.ts'

export const aPerson = (name: string, of: Partial<Ability> = {}): Ability => ({
  person: name as Ability['person'], // an id that is a name
  name,
  teams: [],
  skills: {},
  languages: null,
  degree: 1,
  queues: {},
  most: {},
  seat_units: null,
  speaks: { fr: 5 },
  takes: true,
  version: 0,
  ...of,
})

const named = (...names: string[]) => names.map((name) => ({ id: name, name }))
export const aHouse = (people: readonly Ability[], of: Partial<RulesHouse> = {}): RulesHouse => ({
  brands: named('Lumen'),
  entry_points: [],
  reasons: named('Facture', 'Panne'),
  skills: named('Facturation', 'Technique'),
  teams: named('Lille', 'Lyon'),
  calendars: [],
  languages: ['fr', 'en'],
  people: [...people],
  away: [],
  more_people: false,
  ...of,
})

export const aBook = (...queues: QueueInput[]): Rulebook => rulebookShape.parse({ queues })

export const work = (of: Partial<WorkFacts> = {}): WorkFacts => ({
  channel: 'phone',
  reason: null,
  language: null,
  brand: null,
  entry_point: null,
  flags: [],
  priority: 'normal',
  degree: null,
  ...of,
})
