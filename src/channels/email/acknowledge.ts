// "We have your message": at most once a day per address, and without a word of what they wrote. To whoever wrote a mail when their address is
// proven; to an address given in a form, which anybody may have typed, as long as that form is not being flooded.
import * as brands from '#brands'
import * as cases from '#cases'
import * as staff from '#staff'
import type { Work } from '#base/work'
import { messageReceived, type InteractionId } from '#cases/contract'
import type { ReceiptId } from '../contract.ts'
import { acknowledgeLeft } from '../widgets/acknowledge-left.ts'
import { isFlooded } from '../form/is-flooded.ts'
import { acknowledgementText } from './rules/acknowledgement-text.ts'
import { claimAcknowledgement } from './store/sent.ts'

type Received = ReturnType<typeof messageReceived.shape.parse>

export async function acknowledge(work: Work, received: Received): Promise<void> {
  if (!received.opened || received.kind !== 'message') return
  if (received.channel === 'chat') return await acknowledgeLeft(work, received)
  const mail = await cases.arrived(work, received.interaction_id as InteractionId)
  if (!mail || mail.from.address === '' || !(await mayBeAcknowledged(work, received, mail))) return
  if ((await claimAcknowledgement(work, mail.from.address, work.now.subtract({ hours: 24 }))) === 0) return
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
    case: received.case_id, conversation: received.conversation_id, channel: received.channel, to: { name: '', address: mail.from.address }, language, ...text,
  }) // prettier-ignore
}

async function mayBeAcknowledged(work: Work, { channel, source }: Received, { marks }: cases.Arrived): Promise<boolean> {
  if (channel === 'form') return !(await isFlooded(work, source.replace(/^form:/, '') as ReceiptId)) // so its door names its receipts
  return channel === 'email' && !marks.automatic && marks.authentication?.verdict === 'pass'
}
