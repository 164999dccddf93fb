// Which lists an event of the journal makes stale, so that a busy house does not make five hundred desks read everything all the time. Pure.
import type { ChatState } from '../../../contract.ts'

export type Shown = {
  me: string
  ids: Readonly<Record<ChatState, ReadonlySet<string>>>
  whole: Readonly<Record<ChatState, boolean>>
}
export type Told = { name: string; conversation: string; by: string | null; before: string | null }

/**
 * `ids`: the chats each list shows; `whole`: all there are of it, no further page. A chat that nobody sees on this desk costs nothing, and one that
 * joins the end of a long queue neither, because the end is not shown.
 */
export function staleLists({ name, conversation, by, before }: Told, { me, ids, whole }: Shown): ChatState[] {
  const holding = (Object.keys(ids) as ChatState[]).filter((state) => ids[state].has(conversation)) // the keys of a literal are its names
  const joins: ChatState[] = []
  if (name === 'chat.opened' && whole.waiting) joins.push('waiting')
  if (name === 'chat.served') {
    if (by === me || before === me) joins.push('mine')
    if (by === null && whole.waiting) joins.push('waiting')
    if (by !== null && by !== me && whole.others) joins.push('others')
  }
  // The visitor came back to a chat that was over, or one further down the list spoke: it may now stand in a list that does not show it.
  if (name === 'message.received' && holding.every((state) => state === 'ended')) joins.push('mine', ...(whole.waiting ? (['waiting'] as const) : [])) // prettier-ignore
  if (name === 'chat.over' && whole.ended && holding.length > 0) joins.push('ended')
  return [...new Set([...holding, ...joins])]
}
