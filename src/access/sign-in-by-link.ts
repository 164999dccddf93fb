import type { TenantId } from '#base/contract'
import { refuse } from '#base/refusal'
import { inWork, system, type Open } from '#base/work'
import { audit } from './audit.ts'
import { linkRefused } from './contract.ts'
import { readToken, type Token } from './token.ts'
import { startSession, type Arrival, type SignedIn } from './start-session.ts'
import * as store from './store/links.ts'
import { arriving } from './visit.ts'

export async function signInByLink(open: Open, given: { token: string } & Arrival): Promise<SignedIn & { tenant: TenantId }> {
  const token = readToken(given.token)
  if (!token) throw refuse(linkRefused, {})
  const as = { tenant: token.tenant, actor: arriving(system('sign-in'), { address: given.address, session: null }) }
  const signedIn = await inWork(open, as, async (work) => {
    const link = await store.useLink(work.sql, work, token.hash)
    return link && (await startSession(work, { ...given, person: link.person_id, how: 'link' }))
  })
  if (signedIn) return { tenant: token.tenant, ...signedIn }
  await noteRefusal(open, as, token)
  throw refuse(linkRefused, {})
}

// Only links that once were real are noted: whoever makes tokens up cannot fill a tenant's trail.
const noteRefusal = (open: Open, as: Parameters<typeof inWork>[1], token: Token): Promise<void> =>
  inWork(open, as, async (work) => {
    const link = await store.personOfLink(work.sql, work, token.hash)
    if (link) await audit(work, 'link.refused', { about: link.person_id })
  })
