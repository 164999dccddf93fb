// Customers answer what the visitor wrote to them. They hear of it where we do: in the journal, once the mail is kept or handed over.
import * as cases from '#cases'
import type { Case, Interaction, InteractionId } from '#cases/contract'
import { messageSettled } from '#cases/contract'
import { hear, reader, type Reader } from '#base/journal'
import { jobKind, later, worker, type Worker } from '#base/jobs'
import { inWork, type Open, type Work } from '#base/work'
import type { Speed } from '../contract.ts'
import { headOf, type Written } from '../furnish/mailed.ts'
import { findHouse } from '../store.ts'
import { answerOf } from '../texts/answers.ts'
import { chanceOf } from '../texts/chance.ts'
import { outsidersHear } from './outsiders.ts'
import { paces } from './pace.ts'
import { post } from './post.ts'

const customerAnswers = jobKind<{ interaction: InteractionId; case: string }>('demo.answer', { tries: 3 })
const MOST_MINUTES = 15 // what was settled before the server was started is not answered today
const MOST_EXCHANGES = 12

export const customersRead = (speed: Speed): Reader =>
  reader('demo.customers', [
    outsidersHear(speed),
    hear(messageSettled, async (work, { interaction_id, case_id, state }, event) => {
      if (state !== 'kept' && state !== 'handed_over') return
      if (work.now.since(event.at).total('minutes') > MOST_MINUTES || !(await findHouse(work))) return
      const [least, most] = paces[speed].answers_seconds
      const at = work.now.add({ seconds: chanceOf(event.seq).between(least, most) })
      await later(work, customerAnswers, { payload: { interaction: interaction_id, case: case_id }, at })
    }),
  ])

export const customersAnswer = (open: Open, smtpPort: number): Worker =>
  worker(customerAnswers, async (job) => {
    const letter = await job.work((work) => write(work, job.payload))
    if (letter) await post(smtpPort, letter)
    await inWork(open, { tenant: job.tenant, actor: { kind: 'system', name: 'demo' } }, (work) => job.finish(work))
  })

async function write(
  work: Work,
  { interaction, case: id }: { interaction: InteractionId; case: string },
): Promise<Written | null> {
  const house = await findHouse(work)
  if (!house) return null
  const about = await cases.view(work, { id: id as Case['id'] }) // a job's payload is what its reader wrote
  const all = about.conversations.flatMap((conversation) => conversation.interactions)
  const ours = all.find((each) => each.id === interaction)
  if (!ours?.has_original || ours.kind !== 'message' || hasAnswered(all, ours) || all.length > MOST_EXCHANGES) return null
  return await answerTo(work, { ours, about, chance: chanceOf(house.seed * 31 + about.number * 17 + all.length) })
}

const hasAnswered = (all: readonly Interaction[], ours: Interaction): boolean =>
  all.some(({ direction, at }) => direction === 'in' && Temporal.Instant.compare(at, ours.at) > 0)

type Facts = { ours: Interaction; about: Case; chance: ReturnType<typeof chanceOf> }

async function answerTo(work: Work, { ours, about, chance }: Facts): Promise<Written | null> {
  const addressee = ours.to[0]
  if (!addressee?.address.endsWith('.example')) return null // only made-up people answer by themselves
  const name = about.customer?.name ?? (addressee.name || addressee.address)
  const english = about.conversations.some(({ entry_point }) => /english/i.test(entry_point.name))
  const words = answerOf(chance, { language: english ? 'en' : 'fr', name })
  if (!words) return null
  const head = await headOf(work, ours.id, ours.visible_text)
  return {
    from: { name, address: addressee.address },
    to: head.answerTo,
    subject: `Re: ${about.subject}`,
    text: words.text,
    at: work.now,
    id: `a-${ours.id}`,
    answers: head,
  }
}
