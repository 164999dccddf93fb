// What a customer does on their page: they write, bring documents, say that it is not solved, or that it is. It becomes a message of theirs in
// the conversation it is about, so that owner, events and desk follow as for any other. Pressing twice does it once.
import * as cases from '#cases'
import { keepFile } from '#base/files'
import { judgeGivenFile } from '#base/given-file'
import { refuse, type Work } from '#base/work'
import * as customers from '#customers'
import type { Arrival, ConversationId } from '#cases/contract'
import { confirm } from './confirm.ts'
import {
  filesTooLarge, messageTooLong, MOST_DEEDS_AN_HOUR, MOST_FILES, MOST_FILES_BYTES, MOST_MESSAGE, nothingSaid, pageDeedDone, tooManyDeeds,
  type Deed, type DeedId,
} from './contract.ts' // prettier-ignore
import { heardThrough, requestOf } from './requests.ts'
import { countDeeds, insertDeed, recordInteraction } from './store/deed.ts'
import type { LinkRow } from './store/link.ts'

export type Act = {
  did: Deed
  once: DeedId // made with the form
  number: number | undefined // of the request; the one the link opens when not said
  text: string
  files: readonly { name: string; bytes: Uint8Array }[]
  language: 'fr' | 'en'
}
export type Done = { number: number; again: boolean }

export async function act(work: Work, link: LinkRow, given: Act): Promise<Done> {
  const found = await requestOf(work, link, given.number)
  if (given.did === 'solved' && found.closed_at) return { number: found.number, again: true } // somebody closed it meanwhile
  const text = worded(given)
  if (text === '' && given.files.length === 0) throw refuse(nothingSaid, {})
  if (text.length > MOST_MESSAGE) throw refuse(messageTooLong, { limit: MOST_MESSAGE })
  await needRoom(work, link)
  if ((await insertDeed(work, { id: given.once, link: link.id, case: found.id, did: given.did })) === 0)
    return { number: found.number, again: true }
  const attachments = await keepDocuments(work, given.files)
  const filed = await cases.receive(work, await arrivalOf(work, { link, found, given, text, attachments }))
  await recordInteraction(work, given.once, filed.interaction)
  await confirm(work, link)
  if (given.did === 'solved') await closeSolved(work, found)
  work.publish(pageDeedDone, { case_id: found.id, link_id: link.id, did: given.did }, { case_id: found.id })
  return { number: found.number, again: false }
}

// What the house still waits for keeps the request open, and so does the dossier it is part of: whoever answers reads that it is solved.
async function closeSolved(work: Work, { id }: cases.RequestFacts): Promise<void> {
  const [main, blockers] = await Promise.all([cases.mainOf(work, [id]), cases.blockersOf(work, [id])])
  if (!main.has(id) && blockers.length === 0) await cases.close(work, { id })
}

const OPENING = {
  not_solved: { fr: 'Ce n’est pas résolu.', en: 'It is not solved.' },
  solved: { fr: 'C’est résolu, merci.', en: 'It is solved, thank you.' },
} as const
function worded({ did, text, language }: Act): string {
  const own = text.replaceAll('\r\n', '\n').trim()
  return did === 'wrote' ? own : [OPENING[did][language], own].filter((part) => part !== '').join('\n\n')
}

async function needRoom(work: Work, link: LinkRow): Promise<void> {
  const { n } = await countDeeds(work, link.id, work.now.subtract({ hours: 1 }))
  if (n >= MOST_DEEDS_AN_HOUR) throw refuse(tooManyDeeds, { retry_after_seconds: 600 })
}

async function keepDocuments(work: Work, files: Act['files']): Promise<Arrival['attachments']> {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  if (files.length > MOST_FILES || bytes > MOST_FILES_BYTES)
    throw refuse(filesTooLarge, { limit_bytes: MOST_FILES_BYTES, most: MOST_FILES })
  const kept: Arrival['attachments'] = []
  for (const file of files) {
    const judged = await judgeGivenFile(file)
    const { id, size } = await keepFile(work, file.bytes)
    kept.push({ ...judged, size, file: id, inline: false, content_id: null })
  }
  return kept
}

type Writing = { link: LinkRow; found: cases.RequestFacts; given: Act; text: string; attachments: Arrival['attachments'] }

async function arrivalOf(work: Work, { link, found, given, text, attachments }: Writing): Promise<Arrival> {
  const facts = link.customer_id ? (await customers.find(work, [link.customer_id])).get(link.customer_id) : undefined
  const address = link.mailed_to ?? facts?.email ?? ''
  const conversation = await conversationOf(work, link, found)
  const thread = conversation ? await cases.conversation(work, conversation) : undefined
  return {
    source: `page:${given.once}`, channel: thread?.channel ?? 'form', entry_point: thread?.entry_point_id ?? found.entry_point_id, kind: 'message',
    at: work.now, sent_at: null, from: { name: facts?.name ?? '', address }, identity: null, ...(link.customer_id ? { customer: link.customer_id } : {}),
    to: [], cc: [], more_recipients: 0, answer_to: [], subject: found.subject, text, visible_text: text, html: null, language: given.language,
    original_file: null, attachments, marks: { via: 'page' }, answers: conversation, trusted: true, certain: true,
  } // prettier-ignore
}

// The one they last spoke in, else the first of the request.
async function conversationOf(work: Work, link: LinkRow, found: cases.RequestFacts): Promise<ConversationId | null> {
  const { said } = await heardThrough(work, link, found)
  return said.at(-1)?.conversation_id ?? (await cases.conversations(work, found.id))[0]?.id ?? null
}
