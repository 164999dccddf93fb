// Writes the mail for a message of a case: from the brand's address, with a reply address and a Message-ID that only its readers know.
import * as brands from '#brands'
import * as staff from '#staff'
import { allOf, bothOf } from '#base/all-of'
import { keepFile } from '#base/files'
import { hashToken, newId, newToken } from '#base/id'
import { once } from '#base/once'
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
import { insertSent, insertTokens } from './store/sent.ts'
import { openDkimKeys } from './store/dkim.ts'
import { lettersSoFar } from './store/thread.ts'

type Ways = { seals: Seals; leaves: boolean } // leaves: the relay is spoken to as soon as this is on the disk

export async function composeFor(work: Work, given: Outgoing, { seals, leaves }: Ways): Promise<Composed> {
  const url = seals.url ?? ''
  const out = await withWhatItCarries(work, given, url)
  const { interaction, conversation } = out
  const [door, brandOfCase, author, before] = await Promise.all([
    mailDoor(work, out),
    brandOf(work, out.case.brand as BrandId), // a foreign key says so
    interaction.author_id ? staff.find(work, [interaction.author_id]).then((found) => found.values().next().value ?? null) : null,
    lettersSoFar(work, conversation.id),
  ])
  const brand = door && door.brand_id !== brandOfCase?.id ? await brandOf(work, door.brand_id) : brandOfCase
  const from = senderOf({ door, brand, author, heardAt: before.heard_at })
  const written =
    interaction.kind === 'message'
      ? signOff(interaction, { name: author?.name ?? null, signature: brand?.signature ?? '' })
      : await withPageLink(work, out, { written: interaction, url })
  const tokens = { reply: newToken(), message: newToken() }
  const messageId = `${tokens.message}@${from.domain}`
  const [bytes, keys] = await bothOf(
    write(work, { out, written, door, from, messageId, tokens, before }),
    once(work, `dkim ${from.domain}`, () => openDkimKeys(work, from.domain)), // asked while the mail is being written
  )
  const final = sealed(work, { bytes, domain: from.domain, seals, keys })
  const file = newId(work.now)
  const envelope = { from: interaction.kind === 'acknowledgement' ? '' : from.address.address, to: everybody(out) }
  await allOf<unknown>([
    keepFile(work, final, file),
    insertSent(work, { interaction: interaction.id, message_id: messageId, reply_token: tokens.reply, file, envelope, leaves }),
    insertTokens(work, {
      conversation: conversation.id,
      interaction: interaction.id,
      reply_address: hashToken(tokens.reply),
      message_id: hashToken(messageId),
    }),
    out.recordWritten(work, { from: { name: from.address.name ?? '', address: from.address.address }, original: file, leaves }),
  ])
  return { file_id: file, bytes: final, envelope, attempts: leaves ? 1 : 0, begun: leaves }
}

// Mails written in one unit of work are mostly of one brand and leave by one door.
const brandOf = (work: Work, id: BrandId) => once(work, `brand ${id}`, () => brands.brand(work, id))

// What was said elsewhere and follows by mail leaves from the brand's own mailbox.
async function mailDoor(work: Work, { conversation, case: of }: Outgoing): Promise<EntryPoint | undefined> {
  const id = conversation.entry_point_id as EntryPointId // a foreign key says so
  const own = await once(work, `door ${id}`, () => brands.entryPoint(work, id))
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
  before: { theirs: string | null; ours: string[] }
}

async function write(
  work: Work,
  { out: { interaction, attachments }, written, door, from, messageId, tokens, before }: Letter,
): Promise<Buffer> {
  return await compose({
    messageId: `<${messageId}>`, boundarySeed: interaction.id, date: work.now.toZonedDateTimeISO(door?.zone ?? 'UTC'), from: from.address,
    to: interaction.recipients.to, cc: interaction.recipients.cc, replyTo: { name: from.address.name, address: `${from.local}+${tokens.reply}@${from.domain}` },
    subject: interaction.subject, html: written.html, text: written.text || null,
    attachments: attachments.map(({ name, type, bytes: content }) => ({ name, type, content })),
    inReplyTo: before.theirs ? `<${before.theirs}>` : null, references: [...before.ours, ...(before.theirs ? [before.theirs] : [])].map((id) => `<${id}>`),
    automatic: interaction.kind === 'acknowledgement' ? 'auto-replied' : null,
  }) // prettier-ignore
}

type Sealing = { bytes: Buffer; domain: string; seals: Seals; keys: Awaited<ReturnType<typeof openDkimKeys>> }

export function sealed(work: Work, { bytes, domain, seals, keys }: Sealing): Buffer {
  if (keys.length === 0) return bytes
  const own = keys.map(({ selector, sealed: key }) => ({ domain, selector, privateKey: seals.open(key) }))
  return sign(bytes, own, work.now)
}

function everybody({ interaction }: Outgoing): string[] {
  const all = [...interaction.recipients.to, ...interaction.recipients.cc].map(({ address }) => address)
  return [...new Map(all.map((address) => [address.toLowerCase(), address])).values()]
}
