// Whoever gives out the work cannot give a chat to anybody now: a line of the house tells the visitor kindly, once, and what they may do. What they
// wrote stands in its case as before; nothing ends by it.
import * as cases from '#cases'
import type { Work } from '#base/work'
import type { ConversationId } from '#cases/contract'
import { chat } from './channel.ts'
import { placeHouse } from './place.ts'
import { waitingWords, type WhyWaiting } from './rules/waiting-words.ts'
import { holdVisit } from './store/visit.ts'

export async function tellWaiting(
  work: Work,
  { conversation, why }: { conversation: ConversationId; why: WhyWaiting },
): Promise<void> {
  const visit = await holdVisit(work, conversation)
  if (!visit || visit.over_at || visit.left_at || visit.served_by) return
  const said = await cases.notice(work, {
    case: visit.case_id, conversation: visit.conversation_id, channel: chat.name, text: waitingWords[why][visit.language], language: visit.language,
  }) // prettier-ignore
  await placeHouse(work, visit, said)
}
