// Who else looks at this case, and who is writing. Said over the live line, kept nowhere.
import { usePresence } from '#ui/live'
import type { Somebody } from '#ui/person'
import { useSayTyping } from '#ui/say-typing'
import { useMe } from '../me.ts'
import { nameIn, usePeople } from '../people.ts'
import { readPresence } from './presence-told.ts'

const QUIET_MILLISECONDS = 4_000

export type Company = { looking: Somebody[]; typing: Somebody[]; sayTyping: () => void }

export function useCompany(caseId: string): Company {
  const [me, people, told] = [useMe(), usePeople(), usePresence()]
  const sayTyping = useSayTyping(caseId, QUIET_MILLISECONDS)
  const others = readPresence(told, caseId).filter(({ person }) => person !== me?.id)
  const named = (each: { person: string }): Somebody => ({ id: each.person, name: nameIn(people, each.person) })
  return { looking: once(others.map(named)), typing: once(others.filter(({ typing }) => typing).map(named)), sayTyping }
}

const once = (people: readonly Somebody[]): Somebody[] => [...new Map(people.map((person) => [person.id, person])).values()]
