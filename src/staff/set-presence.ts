import { allow } from '#access'
import { refuse, type Work } from '#base/work'
import { onlyPeople, presenceChanged, type PersonId, type Presence, type PresenceState } from './contract.ts'
import { needActive } from './need.ts'
import { allowFor, isSelf } from './permit.ts'
import { findPresence, putPresence } from './store/presence.ts'

export async function setOwnPresence(work: Work, { state }: { state: PresenceState }): Promise<Presence> {
  allow(work, 'presence.set')
  if (work.actor.kind !== 'person') throw refuse(onlyPeople, {})
  return await setPresence(work, { person: work.actor.id, state })
}

// Also for the live connection, which says `offline` when the last window of a person has closed.
export async function setPresence(work: Work, { person, state }: { person: PersonId; state: PresenceState }): Promise<Presence> {
  if (!isSelf(work, person)) await allowFor(work, person, 'presence.set_others')
  await needActive(work, person)
  const before = await findPresence(work, person)
  const { since, last_seen_at } = await putPresence(work, person, state)
  if ((before?.state ?? 'offline') !== state) work.publish(presenceChanged, { person, state, since: String(since) })
  return { person_id: person, state, since: String(since), last_seen_at: String(last_seen_at) }
}
