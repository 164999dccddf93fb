import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { allow } from './allow.ts'
import { audit } from './audit.ts'
import { accountWithin } from './may-give.ts'
import { makeToken } from './token.ts'
import * as store from './store/links.ts'

export type SignInLink = { token: string; path: string; expires_at: Temporal.Instant }

// The token stands behind '#', which browsers do not send: it stays out of logs, referrers, and what mail scanners fetch.
export async function createSignInLink(work: Work, person: PersonId, minutes = 15): Promise<SignInLink> {
  allow(work, 'role.manage')
  await accountWithin(work, person)
  const { text, hash } = makeToken(work.tenant)
  const expires_at = work.now.add({ minutes })
  await store.forgetOldLinks(work.sql, work, { person, before: work.now.subtract({ hours: KEPT_DAYS * 24 }) })
  await store.insertLink(work.sql, work, { hash, person, expires_at })
  await audit(work, 'link.made', { about: person, details: { minutes } })
  return { token: text, path: `/desk/sign-in#${text}`, expires_at }
}

const KEPT_DAYS = 30 // a link used or expired is told from one that never was for this long
export const FIRST_START_MINUTES = 24 * 60
