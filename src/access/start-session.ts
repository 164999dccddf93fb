import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import type { Work } from '#base/work'
import { audit } from './audit.ts'
import type { SessionId } from './contract.ts'
import { makeToken } from './token.ts'
import * as store from './store/sessions.ts'

export const IDLE_HOURS = 12
export const LONGEST_DAYS = 30
export type Arrival = { address: string; browser: string }
export type SignedIn = { person: PersonId; session: SessionId; token: string }

export async function startSession(work: Work, who: { person: PersonId; how: 'link' | 'password' } & Arrival): Promise<SignedIn> {
  const { text, hash } = makeToken(work.tenant)
  const session = newId<'session'>(work.now)
  await store.forgetOldSessions(work.sql, work, { person: who.person, before: work.now.subtract({ hours: LONGEST_DAYS * 24 }) })
  await store.insertSession(work.sql, work, {
    id: session,
    person: who.person,
    hash,
    expires_at: work.now.add({ hours: LONGEST_DAYS * 24 }),
    how: who.how,
    address: who.address,
    browser: who.browser.slice(0, 300),
  })
  await audit(work, 'session.started', { about: who.person, details: { session, how: who.how } })
  return { person: who.person, session, token: text }
}

export const idleSince = (now: Temporal.Instant): Temporal.Instant => now.subtract({ hours: IDLE_HOURS })
