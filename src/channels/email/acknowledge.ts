// "We have your message": at most once a day per address, and without a word of what they wrote; for a new request, or one whose owner is away,
// and then it says until when and who stands in. To whoever wrote a mail when their address is proven; to an address given in a form, which
// anybody may have typed, as long as that form is not being flooded.
import * as brands from '#brands'
import * as cases from '#cases'
import type { Work } from '#base/work'
import type { EntryPointId } from '#brands/contract'
import { messageReceived, type InteractionId } from '#cases/contract'
import type { ReceiptId } from '../contract.ts'
import { acknowledgeLeft } from '../widgets/acknowledge-left.ts'
import { tellWhoStandsIn } from '../chat/tell-who-stands-in.ts'
import { isFlooded } from '../form/is-flooded.ts'
import { standingIn } from '../standing-in.ts'
import { acknowledgementText } from './rules/acknowledgement-text.ts'
import { claimAcknowledgement } from './store/sent.ts'

type Received = ReturnType<typeof messageReceived.shape.parse>

export async function acknowledge(work: Work, received: Received): Promise<void> {
  if (received.kind !== 'message') return
  if (received.channel === 'chat') return await acknowledgeChat(work, received)
  const mail = await cases.arrived(work, received.interaction_id as InteractionId)
  if (!mail || mail.from.address === '' || !(await mayBeAcknowledged(work, received, mail))) return
  await thank(work, received, mail)
}

async function thank(work: Work, received: Received, mail: cases.Arrived): Promise<void> {
  const door = await brands.entryPoint(work, received.entry_point as EntryPointId) // the event's own id
  const { owner, away } = await standingIn(work, { ...mail, zone: door?.zone ?? 'Europe/Paris' })
  if (!received.opened && !away) return // whoever knows that they write to somebody who is here needs no courtesy
  if ((await claimAcknowledgement(work, mail.from.address, work.now.subtract({ hours: 24 }))) === 0) return
  const brand = door && (await brands.brand(work, door.brand_id))
  const language = mail.language === 'en' ? 'en' : 'fr'
  const text = acknowledgementText({ language, brand: brand?.name ?? '', owner, number: mail.number, away })
  await cases.acknowledge(work, {
    case: received.case_id, conversation: received.conversation_id, channel: received.channel, to: { name: '', address: mail.from.address }, language, ...text,
  }) // prettier-ignore
}

async function acknowledgeChat(work: Work, received: Received): Promise<void> {
  if (!received.opened) return
  await tellWhoStandsIn(work, received)
  await acknowledgeLeft(work, received)
}

async function mayBeAcknowledged(work: Work, { channel, source }: Received, { marks }: cases.Arrived): Promise<boolean> {
  if (channel === 'form') return !(await isFlooded(work, source.replace(/^form:/, '') as ReceiptId)) // so its door names its receipts
  return channel === 'email' && !marks.automatic && marks.authentication?.verdict === 'pass'
}
