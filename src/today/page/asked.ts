// For whom a section is made. What only the person themselves may see is left out when somebody else looks.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Section } from '../contract.ts'
import type { Span } from './day.ts'

export type Asked = Span & { work: Work; person: PersonId; mine: boolean }
export type Made = Omit<Section, 'name'>
export const NOTHING: Made = { items: [], count: 0, late: 0, all: null }

/** Everything that is "mine" as another person would see it, with the rights of whoever asks: never more than these. For reading only. */
export function seenAs(work: Work, person: PersonId): Work {
  if (work.actor.kind !== 'person' || work.actor.id === person) return work
  return { ...work, actor: { ...work.actor, id: person } }
}
