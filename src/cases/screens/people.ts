// The people who serve, asked once and shared by every panel that shows a name, a presence or an absence.
import type { PersonId } from '#base/contract'
import { listStaff, type Person, type PresenceState } from '#staff/contract'
import type { Presence } from '#ui/person'
import { useAsk } from '#ui/query'

const NOBODY: readonly Person[] = []

export function usePeople(): readonly Person[] {
  return useAsk(listStaff, { limit: 200, gone: false }, { staleSeconds: 60 }).data?.items ?? NOBODY
}

export const nameIn = (people: readonly Person[], id: PersonId | string): string =>
  people.find((person) => person.id === id)?.name ?? '?'

export function presenceOf(person: Pick<Person, 'absent_until' | 'presence'>): Presence {
  if (person.absent_until) return 'away'
  const shown: Record<PresenceState, Presence> = { available: 'present', busy: 'busy', away: 'away', offline: 'away' }
  return shown[person.presence]
}
