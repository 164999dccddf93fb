// Who else looks at this case, and who is writing. Said over the live line, kept nowhere.
import { useCallback, useEffect, useRef } from 'react'
import { live, useLineState, usePresence } from '#ui/live'
import type { Somebody } from '#ui/person'
import { useMe } from '../me.ts'
import { nameIn, usePeople } from '../people.ts'
import { readPresence } from './presence-told.ts'

const QUIET_MILLISECONDS = 4_000

export type Company = { looking: Somebody[]; typing: Somebody[]; sayTyping: () => void }

export function useCompany(caseId: string): Company {
  const [me, people, told, line] = [useMe(), usePeople(), usePresence(), useLineState()]
  const quiet = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (line !== 'open') return
    live.say({ looking: caseId, typing: false })
    return () => live.say({ looking: null, typing: false })
  }, [caseId, line])
  const sayTyping = useCallback(() => {
    if (quiet.current === undefined) live.say({ looking: caseId, typing: true })
    clearTimeout(quiet.current)
    quiet.current = setTimeout(() => {
      quiet.current = undefined
      live.say({ looking: caseId, typing: false })
    }, QUIET_MILLISECONDS)
  }, [caseId])
  const others = readPresence(told, caseId).filter(({ person }) => person !== me?.id)
  const named = (each: { person: string }): Somebody => ({ id: each.person, name: nameIn(people, each.person) })
  return { looking: once(others.map(named)), typing: once(others.filter(({ typing }) => typing).map(named)), sayTyping }
}

const once = (people: readonly Somebody[]): Somebody[] => [...new Map(people.map((person) => [person.id, person])).values()]
