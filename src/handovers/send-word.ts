// The word that introduces the new person leaves some minutes after they accepted, by a job under the word's own lock, and only once.
import * as cases from '#cases'
import { cancelJob, jobKind, later, worker, type Job } from '#base/jobs'
import type { Work } from '#base/work'
import { Refused } from '#base/work'
import { introduced, type BatonId } from './contract.ts'
import { inNameOf } from './in-name-of.ts'
import { findBaton } from './store/baton.ts'
import { lockIntroduction, recordFailed, recordSent, schedule } from './store/introduction.ts'
import { derivedId } from './derived-id.ts'

export const MINUTES_TO_CHANGE = 10
const wordLeaves = jobKind<{ baton: BatonId }>('handovers.word_leaves')

export async function scheduleWord(work: Work, baton: BatonId): Promise<void> {
  const at = work.now.add({ minutes: MINUTES_TO_CHANGE })
  if ((await schedule(work, baton, at)) === 0) return
  await stopWord(work, baton)
  await later(work, wordLeaves, { payload: { baton }, id: wordJobId(baton), at })
}
const wordJobId = (baton: BatonId): string => derivedId('word', baton)
export const stopWord = (work: Work, baton: BatonId): Promise<number> => cancelJob(work, wordJobId(baton))

export const word = worker(wordLeaves, (job) => job.work((work) => look(work, job)))

async function look(work: Work, job: Job<{ baton: BatonId }>): Promise<void> {
  const found = await lockIntroduction(work, job.payload.baton)
  if (found?.leaves_at && Temporal.Instant.compare(work.now, found.leaves_at) < 0)
    return await job.again(work, found.leaves_at, 'not yet')
  await sendWord(work, job.payload.baton)
  await job.finish(work)
}

/** Sent in the name of whoever took over, in the conversation where the customer spoke last. What cannot be sent says why, and stays to be done. */
export async function sendWord(work: Work, id: BatonId): Promise<void> {
  const [found, baton] = [await lockIntroduction(work, id), await findBaton(work, id)]
  if (!found || !baton || found.sent_at || found.skipped_at || baton.ended_as !== 'accepted') return
  await stopWord(work, id)
  const sent = await deliver(inNameOf(work, baton.to_id, ['case.read', 'case.reply']), found)
  if ('because' in sent) return void (await recordFailed(work, id, sent.because))
  await recordSent(work, id, sent.interaction)
  work.publish(
    introduced,
    { hand_over_id: id, case_id: found.case_id, interaction_id: sent.interaction },
    { case_id: found.case_id },
  )
}

async function deliver(
  work: Work,
  { case_id, text }: { case_id: Parameters<typeof cases.reply>[1]['id']; text: string },
): Promise<{ interaction: string } | { because: string }> {
  try {
    const { id } = await cases.reply(work, { id: case_id, text, cc: [], uploads: [], undo_seconds: 0, close: false })
    return { interaction: id }
  } catch (error) {
    if (error instanceof Refused) return { because: error.refusal.fr } // cannot be sent this way: a person decides
    throw error
  }
}
