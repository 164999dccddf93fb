// An answer that nobody has read in the widget after a while follows by mail: the same message of the same conversation, together with the
// others that wait. Without an address it is kept in its place until the visitor comes back. The timer is a row, and only one a conversation.
import * as cases from '#cases'
import { point } from '#base/crash-points'
import { jobKind, later, worker, type Worker } from '#base/jobs'
import type { Work } from '#base/work'
import { isReachable, type Address, type ConversationId, type InteractionId } from '#cases/contract'
import { chatMailed } from '../contract.ts'
import { gatherIn, unreadAnswers } from './store/message.ts'
import { holdVisit, recordMailAt, type VisitRow } from './store/visit.ts'

export const mailUnread = jobKind<{ conversation: ConversationId }>('chat.mail_unread', { tries: 1_000 })
const GONE_SECONDS = 20 // for the last words of an answer to whoever said goodbye

/** Sees to it that somebody looks when the time has come. The visit must be held. */
export async function lookAfterUnread(work: Work, visit: VisitRow): Promise<void> {
  const at = work.now.add({ seconds: patience(visit) })
  if (visit.mail_at && Temporal.Instant.compare(visit.mail_at, at) <= 0) return // somebody looks before that, and looks again if need be
  await recordMailAt(work, visit.id, at)
  await later(work, mailUnread, { payload: { conversation: visit.conversation_id }, at })
}

const patience = (visit: VisitRow): number =>
  visit.left_at ? Math.min(GONE_SECONDS, visit.mail_after_seconds) : visit.mail_after_seconds

export const unreadMailer: Worker = worker(mailUnread, (job) =>
  job.work(async (work) => {
    const visit = await holdVisit(work, job.payload.conversation)
    const again = visit && (await mailWhatIsUnread(work, visit))
    if (again) await job.again(work, again, 'not yet')
    else await job.finish(work)
    point('chat.before_mailing_commits')
  }),
)

/** Gives the moment to look again, or nothing when there is nothing left to wait for. */
async function mailWhatIsUnread(work: Work, visit: VisitRow): Promise<Temporal.Instant | null> {
  const unread = await unreadAnswers(work, visit.conversation_id, visit.read_by_visitor)
  const [first, last] = [unread[0], unread.at(-1)]
  const due = first?.at.add({ seconds: patience(visit) })
  if (due && Temporal.Instant.compare(due, work.now) > 0) {
    await recordMailAt(work, visit.id, due)
    return due
  }
  await recordMailAt(work, visit.id, null)
  if (!last) return null
  const ids = unread.map(({ interaction_id }) => interaction_id)
  const to = addressOf(visit)
  if (!to) await keep(work, visit, ids)
  else if (await cases.redirect(work, last.interaction_id, { channel: 'email', to })) {
    await gatherIn(work, last.interaction_id, ids)
    const about = { case_id: visit.case_id, conversation_id: visit.conversation_id }
    work.publish(chatMailed, { ...about, interaction_ids: ids }, { case_id: visit.case_id })
  }
  return null
}

async function keep(work: Work, visit: VisitRow, ids: readonly InteractionId[]): Promise<void> {
  const said = await cases.spoken(work, [visit.case_id], ids)
  for (const id of ids) if (said.get(id)?.state === 'leaving') await cases.settle(work, id, { state: 'kept', detail: null })
}

// What was proven counts before what was only said; both are where the visitor asked to be answered.
function addressOf({ proven, said }: VisitRow): Address | null {
  for (const who of [proven, said]) if (who?.email && isReachable(who.email)) return { name: who.name, address: who.email }
  return null
}
