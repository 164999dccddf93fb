// What was said in a chat, as lines in the server's order. Pure: what the case keeps (interactions) meets what the chat adds (places).
import type { Attachment, ConversationId, Interaction, SendState } from '#cases/contract'
import type { OpenChat } from '../../../contract.ts'

export type Read = Interaction & { conversation_id: ConversationId }
export type Speaker = 'visitor' | 'agent' | 'house'
export type Line = {
  id: string
  seq: number | null // null: so fresh that its place is not known yet
  from: Speaker
  by: { id: string; name: string } | null
  at: string
  text: string
  files: readonly Attachment[]
  by_mail: boolean
  state: SendState
  detail: string | null
}

/** Every line once: by place, those not yet placed after, by the hour. What was held back is not told. */
export function linesOf(read: readonly Read[], places: OpenChat['places']): Line[] {
  const placed = new Map(places.map((place) => [place.interaction_id, place]))
  const byId = new Map(read.map((each) => [each.id, each]))
  return [...byId.values()]
    .filter(({ state }) => state !== 'cancelled')
    .map((each) => lineOf(each, placed.get(each.id)))
    .toSorted(inOrder)
}

function lineOf(said: Read, place: OpenChat['places'][number] | undefined): Line {
  const { id, author, at, attachments, state, state_detail } = said
  const text = (said.visible_text || said.text).trim()
  return {
    id, at, state, text: speakerOf(said) === 'house' && text === '' ? said.subject : text, seq: place?.seq ?? null, from: speakerOf(said), by: author, files: attachments,
    by_mail: place?.by_mail ?? (said.travels_by === 'email' || said.marks.via === 'mail'), detail: state_detail,
  } // prettier-ignore
}

function speakerOf({ direction, kind }: Interaction): Speaker {
  if (kind !== 'message') return 'house'
  return direction === 'in' ? 'visitor' : 'agent'
}

function inOrder(a: Line, b: Line): number {
  if (a.seq !== null && b.seq !== null) return a.seq - b.seq
  if (a.seq !== b.seq) return a.seq === null ? 1 : -1
  return Date.parse(a.at) - Date.parse(b.at) || a.id.localeCompare(b.id)
}

/** Which line the visitor has read up to: the last of ours, or none. */
export const lastSeen = (lines: readonly Line[], readByVisitor: number): string | null =>
  lines.findLast(({ from, seq }) => from === 'agent' && seq !== null && seq <= readByVisitor)?.id ?? null

/** The last place there is, for saying that we have seen it; 0 when nothing has one. */
export const lastPlace = (lines: readonly Line[]): number => Math.max(0, ...lines.map(({ seq }) => seq ?? 0))

/** Where the mark "new" stands: at the first unread line after our last word; null where everything is new, or nothing. */
export function firstNew(lines: readonly Line[], readByUs: number): string | null {
  const ours = lines.findLastIndex(({ from }) => from === 'agent')
  const at = lines.findIndex(({ from, seq }, place) => place > ours && from === 'visitor' && seq !== null && seq > readByUs)
  return at > 0 ? (lines[at]?.id ?? null) : null
}

/**
 * What is held after a reading: `news` join it; `afresh`, so much was said meanwhile that it begins again. Two readings may cross on the way: a
 * `first` one that comes after its news, or goes back before them, takes nothing of them away.
 */
export function afterReading(held: readonly Read[], read: readonly Read[], how: 'first' | 'news' | 'afresh'): readonly Read[] {
  if (how === 'afresh') return read
  const [one, other] = how === 'news' ? [held, read] : [read, held]
  return [...new Map([...one, ...other].map((each) => [each.id, each])).values()]
}
