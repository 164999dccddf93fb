// Is the link good, and what does it show? Opening proves nothing: programs that look through mail open links too. Acting does (act.ts).
import { readToken, type Token } from '#access'
import { system, inWork, refuse, type Open, type Work } from '#base/work'
import { LINK_DAYS, LONGEST_DAYS, linkOver, linkUnknown } from './contract.ts'
import { findByHash, recordOpening, type LinkRow } from './store/link.ts'

export const asVisitor = system('page')
const OPENED_EVERY_MINUTES = 60

/** The token of an address, when it has the form of one; nothing is looked up. */
export const pageToken = (text: string): Token | undefined => readToken(text, 'cp_')

/** One unit of work with a link that is good. Refuses `linkUnknown` and `linkOver`; what is refused has no effect. */
export async function throughLink<Result>(
  open: Open,
  text: string,
  body: (work: Work, link: LinkRow) => Promise<Result>,
): Promise<Result> {
  const token = pageToken(text)
  if (!token) throw refuse(linkUnknown, {})
  return await inWork(open, { tenant: token.tenant, actor: asVisitor }, async (work) => body(work, await goodLink(work, token)))
}

async function goodLink(work: Work, token: Token): Promise<LinkRow> {
  const link = await findByHash(work, token.hash)
  if (!link) throw refuse(linkUnknown, {})
  if (link.revoked_at || Temporal.Instant.compare(link.expires_at, work.now) <= 0) throw refuse(linkOver, {})
  return link
}

/** Each use begins its days anew, up to a year after it was made; written down once an hour at most. */
export async function noteOpening(work: Work, link: LinkRow): Promise<void> {
  const lately = work.now.subtract({ minutes: OPENED_EVERY_MINUTES })
  if (link.opened_at && Temporal.Instant.compare(link.opened_at, lately) > 0) return
  const last = link.made_at.add({ hours: 24 * LONGEST_DAYS })
  const renewed = work.now.add({ hours: 24 * LINK_DAYS })
  await recordOpening(work, link.id, Temporal.Instant.compare(renewed, last) < 0 ? renewed : last)
}
