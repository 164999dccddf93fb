// Presence follows the live line: whoever opens a desk is there; whoever has not been heard of for a while is offline, also when the
// server died in between. A state somebody chose (busy, away) is left alone as long as they are heard of.
import type { Work } from '#base/work'
import { presenceChanged, type PersonId } from './contract.ts'
import { arriveIfOffline, leaveQuietOnes, touchAll } from './store/presence.ts'

export async function arrive(work: Work, person: PersonId): Promise<void> {
  const [arrived] = await arriveIfOffline(work, person)
  if (arrived) work.publish(presenceChanged, { person, state: 'available', since: work.now.toString() })
}

export const heardOf = (work: Work, people: readonly PersonId[]): Promise<number> => touchAll(work, people)

export async function dismissQuietOnes(work: Work, before: Temporal.Instant): Promise<void> {
  for (const { person_id: person } of await leaveQuietOnes(work, before))
    work.publish(presenceChanged, { person, state: 'offline', since: work.now.toString() })
}
