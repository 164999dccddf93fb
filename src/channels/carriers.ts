// Who takes an answer away. A carrier is told once per message, in the transaction that hears of it, and does its work later.
import { point } from '#base/crash-points'
import { later } from '#base/jobs'
import type { Work } from '#base/work'
import type { messageQueued } from '#cases/contract'
import { carriedBy } from './all.ts'
import { placeAnswer } from './chat/place.ts'
import { sendMail } from './email/send.ts'

export type Queued = ReturnType<(typeof messageQueued)['shape']['parse']>
export type Carrier = (work: Work, message: Queued) => Promise<unknown>

/** The job that takes it away is written by the commit that wrote it. An answer in a chat takes its place when the journal tells of it: its
 * thread is locked before its case, and whoever answers holds the case. */
export const carryAtOnce = async (work: Work, message: Queued): Promise<boolean> => {
  if (carriedBy(message.channel) !== 'email') return false
  await byMail(work, message)
  point('sending.job_is_written')
  return true
}

const byMail: Carrier = (work, { interaction_id, conversation_id, leaves_at }) =>
  later(work, sendMail, {
    payload: { interaction: interaction_id },
    id: interaction_id,
    at: Temporal.Instant.from(leaves_at),
    line: conversation_id,
  })

export const carriers: Readonly<Record<string, Carrier>> = { email: byMail, chat: placeAnswer }
