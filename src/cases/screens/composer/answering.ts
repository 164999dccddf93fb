// Whom an answer goes to, and what has been said since one began to write. Pure.
import { LETTER, type Address, type Case, type ChannelTraits, type Interaction } from '../../contract.ts'
import { without } from './addresses.ts'
import { fill, type Values } from './fill.ts'
import type { ReplyDraft } from './draft.ts'
import { isAddress } from './addresses.ts'

const said = ({ conversations }: Pick<Case, 'conversations'>): Interaction[] =>
  conversations.flatMap(({ interactions }) => interactions).toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))

/** The last thing the customer's side wrote: people before machines. */
export function lastArrival(found: Pick<Case, 'conversations'>): Interaction | null {
  const inward = said(found).filter(
    ({ direction, kind }) => direction === 'in' && ['message', 'auto-reply', 'list'].includes(kind),
  )
  return inward.findLast(({ kind }) => kind === 'message') ?? inward.at(-1) ?? null
}

/** Where an answer goes unless somebody says otherwise. */
export function answerTo(last: Interaction | null, customer: Address | null): Address[] {
  if (last?.answer_to.length) return last.answer_to
  if (last?.from.address) return [last.from]
  return customer ? [customer] : []
}

/** Who else took part in the last message: not the sender, not us. */
export function otherPeople(found: Pick<Case, 'conversations'>, last: Interaction | null, held: readonly Address[]): Address[] {
  if (!last) return []
  const ours = said(found).flatMap(({ direction, from }) => (direction === 'out' && from.address ? [from] : []))
  const doors = last.to.length === 1 && last.cc.length === 0 ? last.to : []
  return without([...last.to, ...last.cc].filter(isAddress), [...held, last.from, ...ours, ...doors])
}

export type Overtaken = { by: 'colleague'; name: string } | { by: 'customer' } | null

/** What came into the case after `since` that the writer has not answered to. */
export function overtaken(found: Pick<Case, 'conversations'>, since: string, me: string | undefined): Overtaken {
  const later = said(found).filter(
    ({ at, kind, state }) => Date.parse(at) > Date.parse(since) && kind === 'message' && state !== 'cancelled',
  )
  const colleague = later.findLast(({ direction, author }) => direction === 'out' && author?.id !== me)
  if (colleague) return { by: 'colleague', name: colleague.author?.name ?? '' }
  return later.some(({ direction }) => direction === 'in') ? { by: 'customer' } : null
}

export type Fault =
  | { key: 'noRecipient' | 'emptyReply' | 'stillUploading' }
  | { key: 'badAddress'; address: string }
  | { key: 'missing'; names: string[] }
  | { key: 'tooLong'; most: number }

type Outgoing = { to: readonly Address[]; values: Values; uploading: boolean; traits?: ChannelTraits | undefined }

/** Why an answer cannot leave yet, or what leaves. */
export function ready(
  draft: ReplyDraft,
  { to, values, uploading, traits = LETTER }: Outgoing,
): Fault | { html: string; text: string } {
  const fault = traits.addressed ? misaddressed([...to, ...draft.cc], to.length) : null
  if (fault) return fault
  if (uploading) return { key: 'stillUploading' }
  if (draft.text.trim() === '' && draft.files.length === 0) return { key: 'emptyReply' }
  const { html, text, missing } = fill(draft, values)
  if (missing.length > 0) return { key: 'missing', names: missing }
  if (traits.maxLength !== null && text.length > traits.maxLength) return { key: 'tooLong', most: traits.maxLength }
  return { html, text: text.replace(/\n{3,}/g, '\n\n') } // an empty line is one, in the plain twin too
}

function misaddressed(all: readonly Address[], to: number): Fault | null {
  const bad = all.find((each) => !isAddress(each))
  if (bad) return { key: 'badAddress', address: bad.address }
  return to === 0 ? { key: 'noRecipient' } : null
}
