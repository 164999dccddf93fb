// Somebody acted through a link. If it was mailed, they read that mailbox: the address is theirs. Opening alone says nothing, for programs
// that look through mail open links too.
import * as customers from '#customers'
import type { Work } from '#base/work'
import { recordConfirmation, revokeShownLinks, type LinkRow } from './store/link.ts'

export async function confirm(work: Work, link: LinkRow): Promise<void> {
  if (link.confirmed_at) return
  await recordConfirmation(work, link.id)
  if (!link.mailed_to || !link.customer_id) return
  await customers.prove(work, { customer: link.customer_id, kind: 'email', value: link.mailed_to, how: 'link' })
  // Whoever filled in the form may have named somebody else: from now on this request belongs to who reads the mailbox.
  if (link.scope === 'case' && link.case_id) await revokeShownLinks(work, { case: link.case_id, but: link.id })
}
