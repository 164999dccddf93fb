// What the visitor says of themselves while a conversation is under way is a claim of theirs; what the site's token proves is a proof.
import * as customers from '#customers'
import type { Work } from '#base/work'
import { chat } from './channel.ts'
import { recordNamed, type VisitRow } from './store/visit.ts'

export async function knownAs(work: Work, visit: VisitRow, who: Pick<VisitRow, 'said' | 'proven'>): Promise<void> {
  const proven = isSomebodyElse(visit, who.proven) ? null : who.proven
  await recordNamed(work, visit.id, { said: who.said, proven })
  if (!visit.customer_id) return
  const customer = visit.customer_id
  const name = proven?.name || who.said?.name
  if (name) await customers.nameAsSaid(work, { customer, name })
  if (who.said?.email) await customers.claim(work, { customer, kind: 'email', value: who.said.email, said_by: chat.name })
  if (proven?.email) await customers.prove(work, { customer, kind: 'email', value: proven.email, how: 'token' })
}

// Two people share a browser: the one who signs in second is not given to the record of the first, nor the other way round.
const isSomebodyElse = ({ proven: before }: VisitRow, now: VisitRow['proven']): boolean =>
  Boolean(before?.email && now?.email && before.email.toLowerCase() !== now.email.toLowerCase())

/** Is there something in it that was not known of this visit? */
export const isNews = (visit: VisitRow, { said, proven }: Pick<VisitRow, 'said' | 'proven'>): boolean =>
  (said !== null && (said.name !== visit.said?.name || said.email !== visit.said?.email)) ||
  (proven !== null && (proven.name !== visit.proven?.name || proven.email !== visit.proven?.email))
