// Carries a message away. The mail is composed once and its bytes kept; every retry sends the same bytes with the same Message-ID.
// What is not known to have left is called uncertain, never sent: a crash in the middle of an attempt leaves an attempt without an
// end, and whoever finds it does not try again by itself.
import * as cases from '#cases'
import { point } from '#base/crash-points'
import { allOf } from '#base/all-of'
import { isAway } from '#base/database'
import { readFile } from '#base/files'
import { jobKind, worker, type Job, type Worker } from '#base/jobs'
import type { Work } from '#base/work'
import type { InteractionId } from '#cases/contract'
import { composeFor } from './compose-for.ts'
import { NotComposable } from './sending/compose.ts'
import { deliver, type Delivery, type Relay } from './sending/deliver.ts'
import { nextAttempt } from './sending/next-attempt.ts'
import { beginAttempt, endAttempt, findSent, type SentEnvelope } from './store/sent.ts'

export const sendMail = jobKind<{ interaction: InteractionId }>('email.send', { tries: 1_000 })

type Ready = { bytes: Buffer; envelope: SentEnvelope; attempts: number }
type Prepared =
  | { state: 'ready'; mail: Ready }
  | { state: 'kept' }
  | { state: 'gone' }
  | { state: 'interrupted' }
  | { state: 'unwritable'; why: string }
export type Seals = { open(sealed: Buffer): string; url?: string } // url: where pages of ours are found

export function sender(relay: Relay | null, seals: Seals): Worker {
  return worker(
    sendMail,
    async (job) => {
      const { interaction } = job.payload
      const prepared = await job.work(async (work) => {
        const found = await prepare(work, interaction, { relay, seals })
        if (found.state === 'interrupted') await cases.settle(work, interaction, { state: 'uncertain', detail: INTERRUPTED })
        if (found.state === 'unwritable') await cases.settle(work, interaction, { state: 'failed', detail: found.why }) // trying again would not help
        if (found.state === 'kept') await cases.settle(work, interaction, { state: 'kept', detail: null })
        if (found.state !== 'ready') await job.finish(work)
        point('sending.before_attempt_is_noted')
        return found
      })
      if (prepared.state !== 'ready' || !relay) return
      point('sending.after_attempt_is_noted')
      const delivery = await deliver(relay, prepared.mail.envelope, prepared.mail.bytes)
      point('sending.before_answer_is_noted')
      await insist(() => job.work((work) => conclude(work, job, { delivery, attempts: prepared.mail.attempts })))
      point('sending.after_answer_is_noted')
    },
    { company: true },
  )
}

// What the relay answered is known only here until it is written down: while the database is away, we wait for it rather than forget.
async function insist(write: () => Promise<void>): Promise<void> {
  for (let left = MOST_INSISTING; ; left--) {
    try {
      return await write()
    } catch (error) {
      if (left === 0 || !isAway(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}
const MOST_INSISTING = 240 // two minutes

const INTERRUPTED = 'the server stopped while the mail was being handed over'

async function prepare(
  work: Work,
  id: InteractionId,
  { relay, seals }: { relay: Relay | null; seals: Seals },
): Promise<Prepared> {
  const [taken, before, out] = await Promise.all([cases.takeForSending(work, id), findSent(work, id), cases.outgoing(work, id)])
  if (!taken) return before?.attempt_began_at && !before.attempt_ended_at ? { state: 'interrupted' } : { state: 'gone' }
  if (!out) return { state: 'gone' }
  const sent = before ?? (await composeFor(work, out, seals).catch(unwritable))
  if ('why' in sent) return sent
  if (!relay) return { state: 'kept' }
  const [bytes] = await Promise.all(['bytes' in sent ? sent.bytes : readFile(work, sent.file_id), beginAttempt(work, id)])
  return { state: 'ready', mail: { bytes, envelope: sent.envelope, attempts: sent.attempts + 1 } }
}

function unwritable(error: unknown): { state: 'unwritable'; why: string } {
  if (error instanceof NotComposable) return { state: 'unwritable', why: error.message }
  throw error
}

type Outcome = { delivery: Delivery; attempts: number }

async function conclude(work: Work, job: Job<{ interaction: InteractionId }>, { delivery, attempts }: Outcome): Promise<void> {
  const id = job.payload.interaction
  const again = delivery.state === 'failed' && !delivery.permanent ? nextAttempt(attempts, work.now, Math.random()) : null
  await allOf<unknown>([
    endAttempt(work, id, answerOf(delivery)),
    cases.settle(work, id, {
      state: again ? 'queued' : delivery.state,
      detail: answerOf(delivery),
      lost: delivery.state === 'handed_over' && delivery.rejected.length > 0,
    }),
    again ? job.again(work, again, answerOf(delivery)) : job.finish(work),
  ])
}

function answerOf(delivery: Delivery): string {
  switch (delivery.state) {
    case 'handed_over':
      return [delivery.response, ...delivery.rejected.map((each) => `${each.address}: ${each.response}`)].join('\n')
    case 'failed':
      return failure(delivery)
    case 'uncertain':
      return delivery.why.en
  }
}

// A relay's answer begins with its codes most of the time ("550 5.1.1 no such user"): what it says itself is not said twice.
function failure({ code, enhanced, response, sentence }: Extract<Delivery, { state: 'failed' }>): string {
  const said = response ?? sentence.en
  return [code, enhanced, said].filter((part) => part && (part === said || !said.includes(String(part)))).join(' ')
}
