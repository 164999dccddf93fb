// What the journal says about rights that ended or changed.
import type { EventKind } from '#base/contract'
import type { Event } from '#base/journal'
import { accountClosed, grantsChanged, keyRevoked, sessionsEnded } from '../contract.ts'
import type { Ended } from './door.ts'

type Reading = (event: Event) => Ended
const reading = <Payload>(kind: EventKind<Payload>, read: (payload: Payload) => Omit<Ended, 'tenant'>): [string, Reading] => [
  kind.name,
  (event) => ({ tenant: event.tenant_id, ...read(kind.shape.parse(event.payload)) }),
]

const readings = new Map([
  reading(accountClosed, ({ person_id }) => ({ actor: person_id, sessions: null })),
  reading(grantsChanged, ({ person_id }) => ({ actor: person_id, sessions: null })),
  reading(sessionsEnded, ({ person_id, session_ids }) => ({ actor: person_id, sessions: session_ids })),
  reading(keyRevoked, ({ key_id }) => ({ actor: key_id, sessions: null })),
])

export const endingsIn = (events: readonly Event[]): Ended[] =>
  events.flatMap((event) => {
    const read = readings.get(event.name)
    return read ? [read(event)] : []
  })
