// What the things are called that rules speak of by id. In a scenario written by hand ids are names already. Pure.
import type { RulesHouse } from '../contract/rulebook-endpoints.ts'
import { queueName, type Rulebook } from '../contract/rulebook.ts'

export type Names = (id: string) => string

export const namesThemselves: Names = (id) => id

/** Names of the house, of the sites and of the queues of a rulebook; what was taken away since has none. */
export function namesOfHouse(house: RulesHouse, book: Pick<Rulebook, 'queues' | 'sites'>): Names {
  const named = [house.brands, house.entry_points, house.reasons, house.skills, house.teams, house.calendars].flat()
  const known = new Map(named.map(({ id, name }) => [id, name]))
  for (const { key, name } of book.sites) known.set(`site ${key}`, name)
  for (const queue of book.queues) known.set(`queue ${queue.key}`, queueName(queue))
  return (id) => known.get(id) ?? (id.includes(' ') ? id.slice(id.indexOf(' ') + 1) : '…')
}

export const siteNamed = (names: Names, key: string): string => named(names, 'site', key)
export const queueNamed = (names: Names, key: string): string => named(names, 'queue', key)

function named(names: Names, kind: string, key: string): string {
  const found = names(`${kind} ${key}`)
  return found === `${kind} ${key}` ? key : found
}
