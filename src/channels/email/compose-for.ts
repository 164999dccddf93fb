// Writes the mail for a message of a case: from the brand's address, with a reply address and a Message-ID that only its readers know.
import * as brands from '#brands'
import { allOf, bothOf } from '#base/all-of'
import { keepFile } from '#base/files'
import { hashToken, newId, newToken } from '#base/id'
import type { Work } from '#base/work'
import type { Outgoing } from '#cases'
import type { BrandId, EntryPoint, EntryPointId } from '#brands/contract'
import { withWhatItCarries } from '../chat/gathered.ts'
import { withPageLink } from './page-link.ts'
import { senderOf, type Sender } from './rules/sender-of.ts'
import { signOff } from './rules/sign-off.ts'
import { compose } from './sending/compose.ts'
import { sign } from './sending/sign.ts'
import type { Composed, Seals } from './bag.ts'
import { insertSent, insertToken, messageIdsOf } from './store/sent.ts'
import { openDkimKeys } from './store/dkim.ts'
import { lastMessageId } from './store/thread.ts'

export async function composeFor(work: Work, given: Outgoing, seals: Seals): Promise<Composed> {
  const url = seals.url ?? ''
  const out = await withWhatItCarries(work, given, url)
  const { interaction, conversation } = out
  const [door, brandOfCase, theirs, ours] = await Promise.all([
    mailDoor(work, out),
    brands.brand(work, out.case.brand as BrandId), // a foreign key says so
    lastMessageId(work, conversation.id),
    messageIdsOf(work, conversation.id),
  ])
  const brand = door && door.brand_id !== brandOfCase?.id ? await brands.brand(work, door.brand_id) : brandOfCase
  const from = senderOf({ door, brand, author: out.author, heardAt: theirs?.to ?? null })
  const written =
    interaction.kind === 'message'
      ? signOff(interaction, { name: out.author?.name ?? null, signature: brand?.signature ?? '' })
      : await withPageLink(work, out, { written: interaction, url })
  const tokens = { reply: newToken(), message: newToken() }
  const messageId = `${tokens.message}@${from.domain}`
  const [bytes, keys] = await bothOf(
    write(work, { out, written, door, from, messageId, tokens, theirs, ours }),
    openDkimKeys(work, from.domain), // asked while the mail is being written
  )
  const final = sealed(work, { bytes, domain: from.domain, seals, keys })
  const file = newId(work.now)
  const envelope = { from: interaction.kind === 'acknowledgement' ? '' : from.address.address, to: everybody(out) }
  await allOf<unknown>([
    keepFile(work, final, file),
    insertSent(work, { interaction: interaction.id, message_id: messageId, reply_token: tokens.reply, file, envelope }),
    insertToken(work, {
      hash: hashToken(tokens.reply),
      conversation: conversation.id,
      interaction: interaction.id,
      kind: 'reply_address',
    }),
    insertToken(work, {
      hash: hashToken(messageId),
      conversation: conversation.id,
      interaction: interaction.id,
      kind: 'message_id',
    }),
    out.recordSent(work, { from: { name: from.address.name ?? '', address: from.address.address }, original: file }),
  ])
  return { file_id: file, bytes: final, envelope, attempts: 0 }
}

// What was said elsewhere and follows by mail leaves from the brand's own mailbox.
async function mailDoor(work: Work, { conversation, case: of }: Outgoing): Promise<EntryPoint | undefined> {
  const own = await brands.entryPoint(work, conversation.entry_point_id as EntryPointId) // a foreign key says so
  if (own?.kind === 'email') return own
  return (await brands.doorOf(work, of.brand as BrandId, 'email')) ?? (await brands.mainEntryPoint(work)) // a foreign key says so
}

type Letter = {
  out: Outgoing
  written: { html: string | null; text: string }
  door: EntryPoint | undefined
  from: Sender
  messageId: string
  tokens: { reply: string }
  theirs: { message_id: string | null } | undefined
  ours: { message_id: string }[]
}

async function write(
  work: Work,
  { out: { interaction, attachments }, written, door, from, messageId, tokens, theirs, ours }: Letter,
): Promise<Buffer> {
  return await compose({
    messageId: `<${messageId}>`, boundarySeed: interaction.id, date: work.now.toZonedDateTimeISO(door?.zone ?? 'UTC'), from: from.address,
    to: interaction.recipients.to, cc: interaction.recipients.cc, replyTo: { name: from.address.name, address: `${from.local}+${tokens.reply}@${from.domain}` },
    subject: interaction.subject, html: written.html, text: written.text || null,
    attachments: attachments.map(({ name, type, bytes: content }) => ({ name, type, content })),
    inReplyTo: theirs?.message_id ? `<${theirs.message_id}>` : null, references: references(ours, theirs?.message_id ?? null),
    automatic: interaction.kind === 'acknowledgement' ? 'auto-replied' : null,
  }) // prettier-ignore
}

type Sealing = { bytes: Buffer; domain: string; seals: Seals; keys: Awaited<ReturnType<typeof openDkimKeys>> }

export function sealed(work: Work, { bytes, domain, seals, keys }: Sealing): Buffer {
  if (keys.length === 0) return bytes
  const own = keys.map(({ selector, sealed: key }) => ({ domain, selector, privateKey: seals.open(key) }))
  return sign(bytes, own, work.now)
}

const references = (ours: { message_id: string }[], theirs: string | null): string[] =>
  [...ours.map(({ message_id }) => message_id), ...(theirs ? [theirs] : [])].map((id) => `<${id}>`)

function everybody({ interaction }: Outgoing): string[] {
  const all = [...interaction.recipients.to, ...interaction.recipients.cc].map(({ address }) => address)
  return [...new Map(all.map((address) => [address.toLowerCase(), address])).values()]
}
