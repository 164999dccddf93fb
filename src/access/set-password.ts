import { refuse, signInNeeded } from '#base/refusal'
import { inWork, type As, type Open } from '#base/work'
import type { PersonId } from '#base/contract'
import { audit } from './audit.ts'
import { passwordWeak, passwordWrong, sessionsEnded, type SessionId } from './contract.ts'
import { hashPassword, isPassword } from './password.ts'
import { isWeak } from './rules/password-strength.ts'
import * as store from './store/accounts.ts'
import * as sessions from './store/sessions.ts'
import { countPasswordTry, welcome } from './tries.ts'
import { visitOf } from './visit.ts'

const LINK_PROVES_MINUTES = 15
type Own = { person: PersonId; session: SessionId | undefined; address: string }

// One's own, and nobody else's. Three transactions, so that none is held open while argon2 computes; other sessions end.
export async function setPassword(open: Open, as: As, given: { current?: string | undefined; password: string }): Promise<void> {
  const own = ownOf(as)
  const secrets = await inWork(open, as, (work) => store.findSecrets(work.sql, work, own.person))
  if (!secrets) throw refuse(signInNeeded, {})
  if (isWeak(given.password, secrets.email)) throw refuse(passwordWeak, {})
  if (secrets.password !== null && !(await cameByFreshLink(open, as, own))) {
    const caller = { email: secrets.email, address: own.address }
    await countPasswordTry(open, caller)
    if (!(await isPassword(given.current ?? '', secrets.password))) throw refuse(passwordWrong, {})
    await welcome(open, caller)
  }
  const password = await hashPassword(given.password)
  await inWork(open, as, async (work) => {
    await store.updatePassword(work.sql, work, { person: own.person, password })
    const ended = await sessions.endSessions(work.sql, work, { person: own.person, except: own.session })
    await sessions.mustRenew(work.sql, work, own.person)
    await audit(work, 'password.set', { about: own.person })
    work.publish(sessionsEnded, { person_id: own.person, session_ids: ended.map(({ id }) => id) })
  })
}

function ownOf({ actor }: As): Own {
  if (actor.kind !== 'person') throw refuse(signInNeeded, {})
  const visit = visitOf(actor)
  return { person: actor.id, session: visit?.session ?? undefined, address: visit?.address ?? '' }
}

// Who came by a link minutes ago has shown that the mailbox is theirs, and may have forgotten the old password.
const cameByFreshLink = (open: Open, as: As, { session }: Own): Promise<boolean> =>
  inWork(open, as, async (work) => {
    const since = work.now.subtract({ minutes: LINK_PROVES_MINUTES })
    return session !== undefined && (await sessions.findFreshLinkSession(work.sql, work, { id: session, since })) !== undefined
  })
