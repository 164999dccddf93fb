import type { TenantId } from '#base/contract'
import { inWork, system, type Open } from '#base/work'
import { audit } from './audit.ts'
import { linkRequested } from './contract.ts'
import * as store from './store/accounts.ts'
import { DOORSTEP } from './tenants.ts'
import { countLinkRequest } from './tries.ts'
import { arriving } from './visit.ts'

const MOST_HOUSES = 4

// The mail is sent by channels, which hears the event; here the answer is the same whether or not somebody has this address.
export async function requestLink(open: Open, given: { email: string; address: string }): Promise<void> {
  const email = given.email.trim().toLowerCase()
  await countLinkRequest(open, { email, address: given.address })
  const at = (tenant: TenantId) => ({ tenant, actor: arriving(system('sign-in'), { address: given.address, session: null }) })
  const places = await store.accountsOf(open.database.dispatcher, email, MOST_HOUSES)
  if (places.length === 0) await inWork(open, at(DOORSTEP), (work) => audit(work, 'link.requested', { details: { email } }))
  for (const { tenant, person } of places)
    await inWork(open, at(tenant), async (work) => {
      const account = await store.findSecrets(work.sql, work, person)
      if (!account) return
      await audit(work, 'link.requested', { about: person, details: { email } })
      work.publish(linkRequested, { person_id: person, email: account.email, language: account.language })
    })
}
