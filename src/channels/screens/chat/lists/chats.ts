// The chats as this page holds them: three lists, and a fourth for what is over.
import { getSession } from '#access/contract'
import { useAsk, useAskPages } from '#ui/query'
import { listChats, type Chat, type ChatState } from '../../../contract.ts'
import { PAGE } from './fresh.ts'

export type Group = {
  state: ChatState
  chats: readonly Chat[]
  known: boolean
  hasMore: boolean
  more: () => void
  error: Error | null
}

export function useGroup(state: ChatState, enabled = true): Group {
  const { items, hasMore, more, isSuccess, error } = useAskPages(listChats, { state, limit: PAGE }, { enabled })
  return { state, chats: state === 'mine' ? inPlace(items) : items, known: isSuccess, hasMore, more, error }
}

// One's own chats keep their places while people write: the keys 1 to 9 must not change under the fingers.
const inPlace = (chats: readonly Chat[]): Chat[] =>
  chats.toSorted(
    (a, b) => Date.parse(a.opened_at) - Date.parse(b.opened_at) || a.conversation_id.localeCompare(b.conversation_id),
  )

export type Me = { id: string; may: ReadonlySet<string> }

export function useMe(): Me | null {
  const { data } = useAsk(getSession, {}, { staleSeconds: 300 })
  return data?.person ? { id: data.person.id, may: new Set(data.permissions) } : null
}
