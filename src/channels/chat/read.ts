// Marks of reading, both ways. What the visitor has read was handed over, and goes by no other way.
import * as cases from '#cases'
import type { Work } from '#base/work'
import type { ConversationId, InteractionId } from '#cases/contract'
import { chatRead } from '../contract.ts'
import { needVisit } from './need.ts'
import { answersUpTo, ungatherAll } from './store/message.ts'
import { holdVisit, recordReadByUs, recordReadByVisitor } from './store/visit.ts'

export async function readByVisitor(work: Work, conversation: ConversationId, given: number): Promise<void> {
  const visit = await holdVisit(work, conversation)
  if (!visit) return
  const seq = Math.min(given, visit.last_seq)
  if (seq <= visit.read_by_visitor) return
  const [answers] = await Promise.all([
    answersUpTo(work, conversation, { after: visit.read_by_visitor, to: seq }),
    recordReadByVisitor(work, visit.id, seq),
  ])
  const goingByMail = await stillGoingByMail(work, answers)
  for (const { interaction_id, mailed_with } of answers)
    if (!mailed_with || !goingByMail.has(mailed_with))
      await cases.settle(work, interaction_id, { state: 'handed_over', detail: null })
  work.publish(
    chatRead,
    { case_id: visit.case_id, conversation_id: conversation, by: 'visitor', seq },
    { case_id: visit.case_id },
  )
}

// A mail that has not left need not leave; one that is being handed over, or was, settles what it carries itself.
async function stillGoingByMail(work: Work, answers: Awaited<ReturnType<typeof answersUpTo>>): Promise<Set<InteractionId>> {
  const going = new Set(answers.flatMap(({ mailed_with }) => mailed_with ?? []))
  for (const carrier of going)
    if (await cases.takeForSending(work, carrier)) {
      await ungatherAll(work, carrier)
      going.delete(carrier)
    }
  return going
}

export async function readByUs(
  work: Work,
  { conversation, seq: given }: { conversation: ConversationId; seq: number },
): Promise<object> {
  const visit = await needVisit(work, conversation, 'case.reply')
  const seq = Math.min(given, visit.last_seq)
  if (seq <= visit.read_by_us) return {}
  await recordReadByUs(work, visit.id, seq)
  work.publish(chatRead, { case_id: visit.case_id, conversation_id: conversation, by: 'us', seq }, { case_id: visit.case_id })
  return {}
}
