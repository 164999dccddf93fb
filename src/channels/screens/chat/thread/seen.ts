// Telling that we have read: only when it was really seen, at the end of the thread, in a window one looks at, by whoever serves the chat.
import { useEffect, useSyncExternalStore } from 'react'
import { send } from '#ui/api'
import { queries } from '#ui/query'
import { putChatRead, type Chat, type OpenChat } from '../../../contract.ts'
import { listKey } from '../lists/fresh.ts'

type Seeing = { chat: OpenChat; seq: number; mine: boolean; atEnd: boolean }
const PAUSE_MILLISECONDS = 400 // a glance on the way to another chat is no reading

export function useSeen({ chat, seq, mine, atEnd }: Seeing): void {
  const looked = useSyncExternalStore(listen, () => document.visibilityState === 'visible' && document.hasFocus())
  const { conversation_id: conversation, read_by_us, unread } = chat
  const owed = mine && atEnd && looked && (seq > read_by_us || unread > 0)
  useEffect(() => {
    if (!owed || seq === 0) return
    const timer = setTimeout(() => {
      nothingUnread(conversation)
      send(putChatRead, { conversation, seq }).catch(
        () => {}, // not worth a word to the reader: the next line says it again
      )
    }, PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [owed, conversation, seq])
}

type Pages = { pages: { items: Chat[] }[] }

// Seen at once on this desk; the journal tells the other desks.
function nothingUnread(conversation: string): void {
  queries.setQueryData<Pages>(listKey('mine'), (known) => {
    if (!known) return known
    const read = (chat: Chat): Chat => (chat.conversation_id === conversation ? { ...chat, unread: 0 } : chat)
    return { ...known, pages: known.pages.map((page) => ({ ...page, items: page.items.map(read) })) }
  })
}

function listen(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  addEventListener('focus', listener)
  addEventListener('blur', listener)
  return () => {
    document.removeEventListener('visibilitychange', listener)
    removeEventListener('focus', listener)
    removeEventListener('blur', listener)
  }
}
