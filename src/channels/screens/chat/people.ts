// The people who serve, asked once and shared with every page that shows them.
import { listStaff, type Person, type PresenceState } from '#staff/contract'
import type { Presence } from '#ui/person'
import { useAsk } from '#ui/query'

const NOBODY: readonly Person[] = []

export function usePeople(): readonly Person[] {
  return useAsk(listStaff, { limit: 200, gone: false }, { staleSeconds: 60 }).data?.items ?? NOBODY
}

export const nameIn = (people: readonly Person[], id: string): string => people.find((person) => person.id === id)?.name ?? ''

const shown: Readonly<Record<PresenceState, Presence>> = { available: 'present', busy: 'busy', away: 'away', offline: 'away' }
export const presenceOf = (person: Person): Presence => (person.absent_until ? 'away' : shown[person.presence])
