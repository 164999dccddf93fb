// The visitor told who they are, or the site proved it, while a conversation is under way.
import type { Work } from '#base/work'
import { chatNamed } from '../contract.ts'
import { isReachable } from '#cases/contract'
import { isNews, knownAs } from './known-as.ts'
import { lookAfterUnread } from './mail-unread.ts'
import { shownOf, type Speaker } from './speaker.ts'
import { holdVisitBySecret } from './store/visit.ts'

export async function name(work: Work, speaker: Speaker): Promise<void> {
  const visit = await holdVisitBySecret(work, { entry_point: speaker.admitted.entry_point, hash: speaker.hash })
  if (!visit) return
  const who = { said: speaker.said, proven: shownOf(speaker.proven) }
  if (!isNews(visit, who)) return // said again, as after each coming back
  await knownAs(work, visit, who)
  work.publish(chatNamed, { case_id: visit.case_id, conversation_id: visit.conversation_id, proven: who.proven !== null }, { case_id: visit.case_id }) // prettier-ignore
  const reachable = [who.proven?.email, who.said?.email].some((address) => address && isReachable(address))
  if (reachable) await lookAfterUnread(work, visit) // what waited for an address has one now
}
