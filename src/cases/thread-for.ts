// Which conversation an answer goes on, and to whom: what the conversation's door can do decides, never its name.
import * as customers from '#customers'
import { refuse, type Work } from '#base/work'
import {
  answersInPlace, isReachable, nobodyToAnswer, replyTooLate, replyTooLong, type Address, type CaseId, type ChannelTraits, type ConversationId,
} from './contract.ts' // prettier-ignore
import { familyOf } from './family.ts'
import { replySubject } from './rules/reply-subject.ts'
import type { CaseRow } from './store/case.ts'
import { conversationsOf } from './store/conversation.ts'
import { lastArrival, lastSpokenIn } from './store/interaction.ts'
import type { findThread } from './store/thread.ts'

type Wish = { conversation?: ConversationId | undefined; to?: Address[] | undefined; cc: Address[]; subject?: string | undefined }
export type Thread = {
  conversation: ConversationId
  case: CaseId
  channel: string
  traits: ChannelTraits
  to: Address[]
  subject: string
}
type Last = Awaited<ReturnType<typeof lastArrival>>

type Spoken = Awaited<ReturnType<typeof findThread>> // asked for together with the case: it waits for nothing but its lock

export async function threadFor(work: Work, found: CaseRow, { given, spoken }: { given: Wish; spoken: Spoken }): Promise<Thread> {
  if (!spoken) throw refuse(nobodyToAnswer, {})
  const { id, case_id, channel, traits } = spoken
  const last = lastOf(spoken)
  const to = traits.addressed ? await addressees(work, found, { given, last }) : whoIsThere(given, last)
  refuseTooLate(work, traits, last)
  const about = traits.instant ? found.subject : last?.subject || found.subject // what is said in a chat has no subject of its own
  const subject = given.subject?.trim() || replySubject(about)
  return { conversation: id, case: case_id, channel, traits, to, subject }
}

function lastOf({ last_id: id, last_at: at, from_name, from_address, recipients, subject }: NonNullable<Spoken>): Last {
  if (!id || !at || !recipients) return undefined
  return { id, at, from_name: from_name ?? '', from_address: from_address ?? '', recipients, subject: subject ?? '' }
}

// Where the customer spoke last; where nobody has, the one begun last.
async function usualConversation(work: Work, cases: readonly CaseId[]) {
  const [all, last] = await Promise.all([conversationsOf(work, cases), lastSpokenIn(work, cases)])
  return all.find((each) => each.id === last?.conversation_id) ?? all.at(-1)
}

export type ThreadOf = { conversation: Awaited<ReturnType<typeof conversationsOf>>[number]; to: Address[] }

/** The conversations of a case, the usual one first, and whom an answer in each goes to. For rooms above. */
export async function threads(work: Work, found: CaseRow): Promise<ThreadOf[]> {
  const dossier = await familyOf(work, found.id)
  const usual = await usualConversation(work, dossier)
  const all = (await conversationsOf(work, dossier)).toReversed()
  const inOrder = all.toSorted((a, b) => Number(b.id === usual?.id) - Number(a.id === usual?.id))
  return await Promise.all(inOrder.map(async (conversation) => {
    const to = await usualAddressees(work, found, await lastArrival(work, conversation.id))
    return { conversation, to: to.filter(({ address }) => isReachable(address)) }
  })) // prettier-ignore
}

export function refuseTooLong({ maxLength }: ChannelTraits, text: string): void {
  if (maxLength !== null && text.length > maxLength) throw refuse(replyTooLong, { limit: maxLength, length: text.length })
}

function refuseTooLate(work: Work, { replyWindow }: ChannelTraits, last: Last): void {
  if (replyWindow === null || !last) return
  if (Temporal.Instant.compare(last.at.add({ seconds: replyWindow }), work.now) < 0) throw refuse(replyTooLate, {})
}

async function addressees(work: Work, found: CaseRow, { given, last }: { given: Wish; last: Last }): Promise<Address[]> {
  const to = given.to?.length
    ? given.to
    : (await usualAddressees(work, found, last)).filter(({ address }) => isReachable(address))
  if (to.length === 0) throw refuse(nobodyToAnswer, {})
  return to
}

async function usualAddressees(work: Work, found: CaseRow, last: Last): Promise<Address[]> {
  if (last?.recipients.answer_to?.length) return last.recipients.answer_to
  if (last?.from_address) return [{ name: last.from_name, address: last.from_address }]
  if (!found.customer_id) return []
  const customer = (await customers.find(work, [found.customer_id])).get(found.customer_id)
  return customer?.email ? [{ name: customer.name, address: customer.email }] : []
}

// Nobody else can be made to hear what is said where the conversation is.
function whoIsThere({ to, cc }: Wish, last: Last): Address[] {
  if (to?.length || cc.length > 0) throw refuse(answersInPlace, {})
  return last ? [{ name: last.from_name, address: last.from_address }] : []
}
