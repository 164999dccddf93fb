// People with what was said of them for a while.
import type { Work } from '#base/work'
import type { PersonFactsOfRouting } from '../../contract/rulebook.ts'
import { placingsNow } from './store.ts'

export async function placedPeople(work: Work, people: readonly PersonFactsOfRouting[]): Promise<PersonFactsOfRouting[]> {
  const said = Map.groupBy(await placingsNow(work), ({ person_id }) => String(person_id))
  return people.map((person) => {
    const words = said.get(person.id)
    if (!words) return person
    return {
      ...person,
      queues: { ...person.queues, ...Object.fromEntries(words.map(({ queue, preference }) => [queue, preference])) },
    }
  })
}
