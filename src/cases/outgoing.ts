// What a channel needs to carry a message away.
import { readFile } from '#base/files'
import type { Work } from '#base/work'
import type { Address, InteractionId } from './contract.ts'
import { attachmentsOfInteraction } from './store/interaction.ts'
import { findOutgoing, holdOutgoing, recordWritten } from './store/outgoing.ts'

export async function outgoing(work: Work, id: InteractionId): Promise<Outgoing | null> {
  return await whole(work, await findOutgoing(work, id))
}

/** Held until the end of the unit of work, so that nobody else takes it or holds it back meanwhile; null when somebody did before. */
export async function holdForSending(work: Work, id: InteractionId): Promise<Outgoing | null> {
  return await whole(work, await holdOutgoing(work, id))
}

type Found = NonNullable<Awaited<ReturnType<typeof findOutgoing>>>
type Attached = Awaited<ReturnType<typeof attachmentsOfInteraction>>[number] & { bytes: Buffer }
/** `leaves`: it is also on its way from now on. */
type Written = { from: Address; original: string; leaves: boolean }
export type Outgoing = {
  interaction: Pick<Found, 'id' | 'kind' | 'author_id' | 'recipients' | 'subject' | 'text' | 'html' | 'language'>
  conversation: Pick<Found, 'channel' | 'entry_point_id' | 'traits'> & { id: Found['conversation_id'] }
  case: { id: Found['case_id']; number: number; owner: Found['owner_id']; brand: string; customer: Found['customer_id'] }
  attachments: Attached[]
  recordWritten(within: Work, written: Written): Promise<number>
}

async function whole(work: Work, found: Found | undefined): Promise<Outgoing | null> {
  if (!found) return null
  const attachments: Attached[] = []
  if (found.has_files)
    for (const file of await attachmentsOfInteraction(work, found.id))
      attachments.push({ ...file, bytes: await readFile(work, file.file_id) })
  const { id, kind, author_id, recipients, subject, text, html, language, ...of } = found
  return {
    interaction: { id, kind, author_id, recipients, subject, text, html, language },
    conversation: { id: of.conversation_id, channel: of.channel, entry_point_id: of.entry_point_id, traits: of.traits },
    case: { id: of.case_id, number: of.number, owner: of.owner_id, brand: of.brand_id, customer: of.customer_id },
    attachments,
    recordWritten: (within, written) => recordWritten(within, id, written),
  }
}
