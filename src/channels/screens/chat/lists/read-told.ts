// What the journal tells of reading is written into what is shown; nothing has to be asked for it.
import { keyOf, queries } from '#ui/query'
import { getChat, type Chat, type OpenChat } from '../../../contract.ts'

type Pages = { pages: { items: Chat[] }[] }
type ReadTold = { conversation: string; by: string | null; seq: number }

export function readTold({ conversation, by, seq }: ReadTold, lists: readonly (readonly unknown[])[]): void {
  queries.setQueryData<OpenChat>(keyOf(getChat, { conversation }), (chat) => {
    if (!chat) return chat
    if (by === 'visitor') return { ...chat, read_by_visitor: Math.max(chat.read_by_visitor, seq) }
    return { ...chat, read_by_us: Math.max(chat.read_by_us, seq), unread: seq >= chat.last.seq ? 0 : chat.unread }
  })
  if (by !== 'us') return
  const read = (chat: Chat): Chat =>
    chat.conversation_id === conversation && seq >= chat.last.seq ? { ...chat, unread: 0 } : chat
  for (const queryKey of lists)
    queries.setQueryData<Pages>(queryKey, (known) => known && { ...known, pages: known.pages.map((page) => ({ ...page, items: page.items.map(read) })) }) // prettier-ignore
}
