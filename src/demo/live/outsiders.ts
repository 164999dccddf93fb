// Those outside the house answer what is asked of them, by mail: the carrier looks for the parcel, the glassblower speaks of kilns.
import { letterAsSent } from '#channels'
import { hear } from '#base/journal'
import { jobKind, later, worker, type Worker } from '#base/jobs'
import { inWork, type Open, type Work } from '#base/work'
import { letterSettled, type LetterId } from '#channels/contract'
import type { Speed } from '../contract.ts'
import { readHead, type Written } from '../furnish/mailed.ts'
import { findHouse } from '../store.ts'
import { chanceOf } from '../texts/chance.ts'
import { outsideAnswers } from '../texts/errands.ts'
import { typeset } from '../texts/typography.ts'
import { paces } from './pace.ts'
import { post } from './post.ts'

const outsiderAnswers = jobKind<{ letter: LetterId }>('demo.outsider', { tries: 3 })
const MOST_MINUTES = 15

/** For the reader of a demonstration's customers: whoever was asked or chased by mail answers a little later than a customer would. */
export const outsidersHear = (speed: Speed) =>
  hear(letterSettled, async (work, { letter_id, what, state }, event) => {
    if ((what !== 'asked' && what !== 'chased') || (state !== 'kept' && state !== 'handed_over')) return
    if (work.now.since(event.at).total('minutes') > MOST_MINUTES || !(await findHouse(work))) return
    const [least, most] = paces[speed].answers_seconds
    const at = work.now.add({ seconds: 3 * chanceOf(event.seq).between(least, most) })
    await later(work, outsiderAnswers, { payload: { letter: letter_id }, at })
  })

export const outsidersAnswer = (open: Open, smtpPort: number): Worker =>
  worker(outsiderAnswers, async (job) => {
    const letter = await job.work((work) => write(work, job.payload.letter))
    if (letter) await post(smtpPort, letter)
    await inWork(open, { tenant: job.tenant, actor: { kind: 'system', name: 'demo' } }, (work) => job.finish(work))
  })

async function write(work: Work, id: LetterId): Promise<Written | null> {
  const sent = (await findHouse(work)) && (await letterAsSent(work, id))
  if (!sent?.to.address.endsWith('.example') || sent.person) return null // colleagues answer at their desk
  const head = readHead(sent.bytes.toString('utf8'))
  const text = chanceOf(Number.parseInt(id.slice(-6), 16)).one(outsideAnswers)
  return {
    from: { name: sent.to.name, address: sent.to.address }, to: head.answerTo, subject: `Re: ${head.subject}`, text: typeset(text.replace('{moi}', sent.to.name), 'fr'),
    at: work.now, id: `o-${id}`, answers: { ...head, text: '' },
  } // prettier-ignore
}
