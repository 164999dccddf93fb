// What the visitor says of themselves while a conversation is under way is a claim of theirs; what the site's token proves is a proof.
import * as customers from '#customers'
import type { Work } from '#base/work'
import { chat } from './channel.ts'
import { recordNamed, type VisitRow } from './store/visit.ts'

export async function knownAs(work: Work, visit: VisitRow, who: Pick<VisitRow, 'said' | 'proven'>): Promise<void> {
  await recordNamed(work, visit.id, who)
  if (!visit.customer_id) return
  const customer = visit.customer_id
  if (who.said?.email) await customers.claim(work, { customer, kind: 'email', value: who.said.email, said_by: chat.name })
  if (who.proven?.email) await customers.prove(work, { customer, kind: 'email', value: who.proven.email, how: 'token' })
}
