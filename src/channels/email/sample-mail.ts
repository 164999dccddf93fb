// A first mail to try the house with: an imaginary customer writes through the real SMTP door, so that what follows is what will follow
// with real mail. Their domain is reserved for examples (RFC 2606): nobody lives there, and an answer cannot reach a stranger.
import * as brands from '#brands'
import * as cases from '#cases'
import { allow, can } from '#access'
import type { Within } from '#base/http'
import { newToken } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse } from '#base/work'
import { doorClosed } from '../contract.ts'
import { sampleLetter } from './rules/sample-letters.ts'
import { compose } from './sending/compose.ts'
import { deliver, openRelay } from './sending/deliver.ts'
import { waitUntilFiled } from './probe-walk.ts'
import { interactionOfMail } from './store/thread.ts'

type Means = { smtpPort: number }
type Answer = { filed: boolean; case_id: string | null; from: string; subject: string }

export const sendSampleMail =
  ({ smtpPort }: Means) =>
  async (within: Within, { language }: { language: 'fr' | 'en' }): Promise<Answer> => {
    const { door, now } = await within(async (work) => {
      allow(work, 'channel.manage')
      const main = await brands.mainEntryPoint(work)
      if (!main || !can(work.actor, 'channel.manage', { brand: main.brand_id })) throw refuse(notFound, {})
      return { door: main, now: work.now }
    })
    if (smtpPort === 0) throw refuse(doorClosed, {})
    const letter = sampleLetter(language, Math.random())
    const messageId = `sample-${newToken()}@example.org`
    const bytes = await compose({
    messageId: `<${messageId}>`, boundarySeed: messageId, date: now.toZonedDateTimeISO(door.zone), from: letter.from,
    to: [{ name: null, address: door.address ?? 'contact@localhost' }], subject: letter.subject, text: letter.text,
  }) // prettier-ignore
    const ourselves = openRelay(`smtp://127.0.0.1:${smtpPort}`)
    const delivery = await deliver(ourselves, { from: letter.from.address, to: [door.address ?? 'contact@localhost'] }, bytes)
    await ourselves.close()
    if (delivery.state !== 'handed_over') throw refuse(doorClosed, {})
    const late = await waitUntilFiled(within, messageId)
    const brief = await within(async (work) => {
      const mail = late ? undefined : await interactionOfMail(work, messageId)
      return mail && (await cases.briefs(work, [mail.interaction_id])).get(mail.interaction_id)
    })
    return {
      filed: !late,
      case_id: brief?.case_id ?? null,
      from: letter.from.name ?? letter.from.address,
      subject: letter.subject,
    }
  }
