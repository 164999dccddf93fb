import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'

export type Named = { id: PersonId; name: string }

/** People by id, with their names; nobody for null. */
export async function namesOf(work: Work, ids: readonly (PersonId | null)[]): Promise<(id: PersonId | null) => Named | null> {
  const people = await staff.find(work, [...new Set(ids.flatMap((id) => id ?? []))])
  return (id) => (id ? { id, name: people.get(id)?.name ?? '' } : null)
}

export const byWhom = ({ actor }: Work): PersonId | null => (actor.kind === 'person' ? actor.id : null)
