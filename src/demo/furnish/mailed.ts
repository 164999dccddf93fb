// A customer's letter as the bytes their mail program would send, and what they can read of ours: where to answer, and to what.
import * as cases from '#cases'
import type { InteractionId } from '#cases/contract'
import { compose, type OutgoingMail } from '#channels'
import type { Work } from '#base/work'
import { enclosureOf } from '../texts/enclosures.ts'
import type { Enclosure } from '../texts/story.ts'
import { escapeHtml } from '../texts/typography.ts'

export type Head = { messageId: string; answerTo: string; from: string; subject: string; text: string }
export type Written = {
  from: { name: string; address: string }
  to: string
  subject: string
  text: string
  at: Temporal.Instant
  id: string
  enclosed?: Enclosure | null
  answers?: Head | null
  dressed?: boolean // as HTML with a picture in the signature, as companies do
  automatic?: boolean
}

export async function mailOf(letter: Written): Promise<Buffer> {
  const files = letter.enclosed && letter.enclosed !== 'logo' ? [enclosureOf(letter.enclosed, paperOf(letter))] : []
  const mail: OutgoingMail = {
    messageId: `<${letter.id}@${letter.from.address.split('@')[1]}>`, boundarySeed: letter.id, date: letter.at.toZonedDateTimeISO('Europe/Paris'), from: letter.from,
    to: [{ name: null, address: letter.to }], subject: letter.subject, text: letter.text, attachments: files,
    ...(letter.answers ? { inReplyTo: letter.answers.messageId, references: [letter.answers.messageId], quoted: quote(letter.answers, letter.at) } : {}),
    ...(letter.dressed ? { html: dressed(letter), inline: [{ ...enclosureOf('logo', []), cid: `logo-${letter.id}@picture` }] } : {}),
    ...(letter.automatic ? { automatic: 'auto-replied' } : {}),
  } // prettier-ignore
  return await compose(mail)
}

const paperOf = ({ subject, from }: Written): string[] => [subject, '', from.name, '', 'Document de démonstration, sans valeur.']

const quote = (answered: Head, at: Temporal.Instant) => ({
  introduction: `Le ${at.toZonedDateTimeISO('Europe/Paris').toLocaleString('fr-FR', { dateStyle: 'medium', timeStyle: 'short' })}, ${answered.from} a écrit :`,
  text: answered.text,
})

const dressed = ({ text, id }: Written): string =>
  `<div style="font-family:Georgia,serif;font-size:15px;color:#333">${text
    .split('\n\n')
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('')}<p><img src="cid:logo-${id}@picture" width="120" height="90" alt="Logo"></p>
  <p style="color:#888;font-size:12px">Pensez à la planète : n’imprimez que si c’est beau.<img src="https://mesure.example/ouvert.gif?id=${id}" width="1" height="1" alt=""></p></div>`

/** What the customer sees of a mail of ours: where to answer, and to what. `text` is what it said. */
export async function headOf(work: Work, interaction: InteractionId, text: string): Promise<Head> {
  const pieces: Buffer[] = []
  for await (const piece of (await cases.downloadOriginal(work, interaction)).pieces) pieces.push(piece)
  return { ...readHead(Buffer.concat(pieces).toString('utf8')), text }
}

export function readHead(raw: string): Omit<Head, 'text'> {
  const unfolded = (raw.split(/\r?\n\r?\n/, 1)[0] ?? '').replace(/\r?\n[ \t]+/g, ' ')
  const field = (name: string): string => new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? ''
  const address = (value: string): string => /<([^>]+)>/.exec(value)?.[1] ?? value
  return {
    messageId: field('Message-ID'),
    answerTo: address(field('Reply-To')) || address(field('From')),
    from: address(field('From')),
    subject: field('Subject'),
  }
}
