// Carries a mail away. It is composed once and its bytes kept; every retry sends the same bytes with the same Message-ID. What is not known to
// have left is called uncertain, never sent: a crash in the middle of an attempt leaves an attempt without an end, and whoever finds it does not
// try again by itself.
import { allOf } from '#base/all-of'
import { point } from '#base/crash-points'
import { isAway } from '#base/database'
import { readFile } from '#base/files'
import { worker, type Job, type JobKind, type Worker } from '#base/jobs'
import type { Work } from '#base/work'
import type { Bag } from './bag.ts'
import { NotComposable } from './sending/compose.ts'
import { deliver, type Delivery, type Relay } from './sending/deliver.ts'
import { nextAttempt } from './sending/next-attempt.ts'
import type { SentEnvelope } from './store/sent.ts'

type Ready = { bytes: Buffer; envelope: SentEnvelope; attempts: number }
type Prepared =
  | { state: 'ready'; mail: Ready }
  | { state: 'kept' }
  | { state: 'gone' }
  | { state: 'interrupted' }
  | { state: 'unwritable'; why: string }
type Carrying<Payload, Key extends string> = { kind: JobKind<Payload>; idOf: (payload: Payload) => Key; bag: Bag<Key> }

export function carrier<Payload, Key extends string>(relay: Relay | null, { kind, idOf, bag }: Carrying<Payload, Key>): Worker {
  return worker(
    kind,
    async (job) => {
      const id = idOf(job.payload)
      const prepared = await job.work(async (work) => {
        const found = await prepare(work, id, { relay, bag })
        if (found.state === 'interrupted') await bag.settle(work, id, { state: 'uncertain', detail: INTERRUPTED })
        if (found.state === 'unwritable') await bag.settle(work, id, { state: 'failed', detail: found.why }) // trying again would not help
        if (found.state === 'kept') await bag.settle(work, id, { state: 'kept', detail: null })
        if (found.state !== 'ready') await job.finish(work)
        point('sending.before_attempt_is_noted')
        return found
      })
      if (prepared.state !== 'ready' || !relay) return
      point('sending.after_attempt_is_noted')
      const delivery = await deliver(relay, prepared.mail.envelope, prepared.mail.bytes)
      point('sending.before_answer_is_noted')
      const outcome = { id, delivery, attempts: prepared.mail.attempts }
      await insist(() => job.work((work) => conclude(work, { job, bag }, outcome)))
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

async function prepare<Key extends string>(
  work: Work,
  id: Key,
  { relay, bag }: { relay: Relay | null; bag: Bag<Key> },
): Promise<Prepared> {
  const { taken, before, write } = await bag.look(work, id)
  if (!taken) return before?.attempt_began_at && !before.attempt_ended_at ? { state: 'interrupted' } : { state: 'gone' }
  if (!write) return { state: 'gone' }
  const sent = before ?? (await write(relay !== null).catch(unwritable))
  if (!sent) return { state: 'gone' }
  if ('why' in sent) return sent
  if (!relay) return { state: 'kept' }
  const { envelope, attempts } = sent
  if ('begun' in sent && sent.begun) return { state: 'ready', mail: { bytes: sent.bytes, envelope, attempts } }
  const [bytes] = await Promise.all(['bytes' in sent ? sent.bytes : readFile(work, sent.file_id), bag.beginAttempt(work, id)])
  return { state: 'ready', mail: { bytes, envelope, attempts: attempts + 1 } }
}

function unwritable(error: unknown): { state: 'unwritable'; why: string } {
  if (error instanceof NotComposable) return { state: 'unwritable', why: error.message }
  throw error
}

type Outcome<Key> = { id: Key; delivery: Delivery; attempts: number }

async function conclude<Key extends string>(
  work: Work,
  { job, bag }: { job: Job<unknown>; bag: Bag<Key> },
  { id, delivery, attempts }: Outcome<Key>,
): Promise<void> {
  const again = delivery.state === 'failed' && !delivery.permanent ? nextAttempt(attempts, work.now, Math.random()) : null
  await allOf<unknown>([
    bag.endAttempt(work, id, answerOf(delivery)),
    bag.settle(work, id, {
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
