// A new link to the customer's page. Who holds it sees what its scope says and nothing else; only its hash is kept, so that it can be shown once.
import { makeToken } from '#access'
import * as cases from '#cases'
import { newId } from '#base/id'
import { actorId, type Work } from '#base/work'
import type { BrandId } from '#brands/contract'
import type { CaseId } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import { LINK_DAYS, MOST_LINKS, pageLinkMade, type LinkId, type LinkPurpose } from './contract.ts'
import { insertLink, makeRoom } from './store/link.ts'

type About =
  | { scope: 'customer'; customer: CustomerId; case: CaseId } // whoever gets it is proven to be that customer; the case opens first
  | { scope: 'case'; customer: CustomerId | null; case: CaseId } // whoever gets it wrote this request, and may be anybody
export type LinkWish = About & {
  brand: BrandId
  made_for: LinkPurpose
  mailed_to?: string | null // goes to this mailbox alone: acting through it proves that one reads it
}
export type MadeLink = { id: LinkId; path: string; expires_at: Temporal.Instant }

export async function linkFor(work: Work, wish: LinkWish): Promise<MadeLink> {
  const { scope, case: of, brand, made_for, mailed_to = null } = wish
  const customer = wish.customer ?? (await cases.request(work, of))?.customer_id ?? null // whoever the request is from, as far as one knows
  const token = makeToken(work.tenant, 'cp_')
  const id = newId<'page_link'>(work.now)
  const expires_at = work.now.add({ hours: 24 * LINK_DAYS })
  await makeRoom(work, { scope, customer, case: of, brand, most: MOST_LINKS - 1 })
  await insertLink(work, {
    id,
    hash: token.hash,
    brand,
    customer,
    case: of,
    scope,
    mailed_to,
    made_for,
    by: actorId(work.actor),
    expires_at,
  })
  work.publish(pageLinkMade, { case_id: of, link_id: id, made_for }, { case_id: of })
  return { id, path: `/r/${token.text}`, expires_at }
}
