// Open sessions of a person: one's own, or anybody's for who may manage their roles.
import type { PersonId } from '#base/contract'
import { notFound, refuse, signInNeeded } from '#base/refusal'
import type { Work } from '#base/work'
import { allow } from './allow.ts'
import { audit } from './audit.ts'
import { sessionsEnded, type SessionId } from './contract.ts'
import { accountWithin } from './may-give.ts'
import { idleSince } from './start-session.ts'
import * as store from './store/sessions.ts'
import { visitOf } from './visit.ts'

const MOST = 200

export async function listSessions(work: Work, of: { person?: PersonId | undefined }) {
  const person = await mine(work, of.person)
  const found = await store.findSessions(work.sql, work, { person, idle_since: idleSince(work.now), most: MOST })
  const here = visitOf(work.actor)?.session
  const items = found.map((s) => ({
    ...s,
    started_at: s.started_at.toString(),
    used_at: s.used_at.toString(),
    mine: s.id === here,
  }))
  return { items }
}

export async function endSession(work: Work, { id }: { id: SessionId }): Promise<object> {
  const session = await store.personOfSession(work.sql, work, id)
  if (!session) throw refuse(notFound, {})
  return await end(work, { person: await mine(work, session.person_id), only: id })
}

export async function endAllSessions(work: Work, of: { person?: PersonId | undefined }): Promise<object> {
  return await end(work, { person: await mine(work, of.person) })
}

async function end(work: Work, ending: store.Ending): Promise<object> {
  const ended = await store.endSessions(work.sql, work, ending)
  const session_ids = ended.map(({ id }) => id)
  await audit(work, 'session.ended', { about: ending.person, details: { session_ids } })
  work.publish(sessionsEnded, { person_id: ending.person, session_ids })
  return {}
}

async function mine(work: Work, asked: PersonId | undefined): Promise<PersonId> {
  const own = work.actor.kind === 'person' ? work.actor.id : undefined
  if (asked === undefined && own === undefined) throw refuse(signInNeeded, {})
  const person = asked ?? own!
  if (person === own) return person
  allow(work, 'role.manage')
  await accountWithin(work, person)
  return person
}
