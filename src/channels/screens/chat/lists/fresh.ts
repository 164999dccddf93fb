// What the journal makes stale on this page: the lists that show the chat, the thread that is open, and nothing else.
import { getSession } from '#access/contract'
import type { CaseId, ConversationId } from '#cases/contract'
import { atMostEvery } from '#ui/at-most-every'
import { live, type JournalEvent } from '#ui/live'
import { keyOf, queries } from '#ui/query'
import { getChat, listChats, type Chat, type ChatState } from '../../../contract.ts'
import { ofCase, readAllOn, readOn } from '../thread/threads.ts'
import { readTold } from './read-told.ts'
import { staleLists, type Shown, type Told } from './stale.ts'

const NAMES = [
  'chat.opened', 'chat.served', 'chat.placed', 'chat.read', 'chat.named', 'chat.mailed', 'chat.left', 'chat.over', 'message.received',
  'message.queued', 'message.settled', 'message.cancelled', 'message.noticed',
] // prettier-ignore
// Of which the lists show nothing new.
const OF_THE_THREAD = new Set(['message.settled', 'message.cancelled', 'message.noticed', 'chat.mailed'])
const PACE: Readonly<Record<ChatState, number>> = { mine: 600, waiting: 1_500, others: 4_000, ended: 8_000 } // milliseconds

type Pages = { pages: { items: Chat[]; next: string | null }[] }
export const listKey = (state: ChatState) => keyOf(listChats, { state, limit: PAGE })
export const PAGE = 50

let kept = false

/** Once, by whatever shows chats first. */
export function keepFresh(): void {
  if (kept) return
  kept = true
  const reread = forEach((state) => atMostEvery(PACE[state], () => void queries.invalidateQueries({ queryKey: listKey(state) })))
  const chat = new Map<string, () => void>()
  const rereadChat = (conversation: string): void => {
    if (!queries.getQueryState(keyOf(getChat, { conversation }))) return
    if (!chat.has(conversation))
      chat.set(conversation, atMostEvery(200, () => void queries.invalidateQueries({ queryKey: keyOf(getChat, { conversation }) }))) // prettier-ignore
    chat.get(conversation)?.()
  }
  live.onGap(readAllOn)
  live.on(NAMES, (event) => {
    const told = whatIsTold(event)
    if (!told) return
    if (event.name === 'chat.read') return seenTold(told, event)
    readOn(told.conversation as ConversationId) // looked at: an unknown one is no thread of ours
    rereadChat(told.conversation)
    if (OF_THE_THREAD.has(event.name)) return
    for (const state of staleLists(told, shown())) reread[state]()
  })
}

function whatIsTold({ name, case_id, payload }: JournalEvent): Told | null {
  const told = (payload ?? {}) as Record<string, unknown> // each field is looked at
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  const conversation = text(told['conversation_id']) ?? (case_id ? (ofCase(case_id as CaseId) ?? null) : null) // an unknown case has no thread here
  if (conversation === null) return null
  return { name, conversation, by: text(told['by']), before: text(told['before']) }
}

function seenTold({ conversation, by }: Told, { payload }: JournalEvent): void {
  const seq = payload !== null && typeof payload === 'object' && 'seq' in payload ? Number(payload.seq) : 0
  const lists = (['mine', 'others', 'waiting'] as const).filter((state) => shown().ids[state].has(conversation))
  readTold({ conversation, by, seq }, lists.map(listKey))
}

function shown(): Shown {
  const me = queries.getQueryData<{ person: { id: string } | null }>(keyOf(getSession, {}))?.person?.id ?? ''
  const pagesOf = (state: ChatState) => queries.getQueryData<Pages>(listKey(state))?.pages ?? []
  const ids = (state: ChatState) => new Set(pagesOf(state).flatMap(({ items }) => items.map((chat) => chat.conversation_id)))
  const whole = (state: ChatState) => pagesOf(state).at(-1)?.next === null
  return { me, ids: forEach(ids), whole: forEach(whole) }
}

const forEach = <Value>(of: (state: ChatState) => Value): Record<ChatState, Value> => ({
  waiting: of('waiting'), mine: of('mine'), others: of('others'), ended: of('ended'),
}) // prettier-ignore
