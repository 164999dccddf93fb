// "We have your message": at most once a day per address, only to a person whose address is proven, and without a word of what they wrote.
import * as brands from '#brands'
import * as cases from '#cases'
import * as staff from '#staff'
import type { Work } from '#base/work'
import { messageReceived, type InteractionId } from '#cases/contract'
import { acknowledgementText } from './rules/acknowledgement-text.ts'
import { claimAcknowledgement } from './store/sent.ts'

type Received = ReturnType<typeof messageReceived.shape.parse>

export async function acknowledge(work: Work, received: Received): Promise<void> {
  if (received.channel !== 'email' || !received.opened || received.kind !== 'message') return
  const mail = await cases.arrived(work, received.interaction_id as InteractionId)
  if (!mail || !mayBeAcknowledged(mail)) return
  if ((await claimAcknowledgement(work, mail.from.address.toLowerCase(), work.now.subtract({ hours: 24 }))) === 0) return
  const [door, owner] = await Promise.all([
    brands.entryPoint(work, received.entry_point as never),
    staff.find(work, [mail.owner]),
  ])
  const brand = door && (await brands.brand(work, door.brand_id))
  const language = mail.language === 'en' ? 'en' : 'fr'
  const text = acknowledgementText({
    language,
    brand: brand?.name ?? '',
    owner: owner.get(mail.owner)?.name ?? '',
    number: mail.number,
  })
  await cases.acknowledge(work, {
    case: received.case_id, conversation: received.conversation_id, channel: 'email', to: mail.from, language, ...text,
  }) // prettier-ignore
}

const mayBeAcknowledged = (mail: cases.Arrived): boolean =>
  !mail.marks.automatic && mail.marks.authentication?.verdict === 'pass' && mail.from.address !== ''
