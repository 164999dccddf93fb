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
export function staleLists(told: Told, shown: Shown): ChatState[] {
  const states = Object.keys(shown.ids) as ChatState[] // the keys of a literal are its names
  const holding = states.filter((state) => shown.ids[state].has(told.conversation))
  return [...new Set([...holding, ...joined(told, shown, holding)])]
}

// Lists that do not show it yet, and may have to.
function joined({ name, by, before }: Told, { me, whole }: Shown, holding: readonly ChatState[]): ChatState[] {
  const ends = (state: ChatState): ChatState[] => (whole[state] ? [state] : [])
  switch (name) {
    case 'chat.opened':
      return ends('waiting')
    case 'chat.served':
      return [...(by === me || before === me ? (['mine'] as const) : []), ...ends(by === null ? 'waiting' : 'others')]
    case 'message.received': // the visitor came back to a chat that was over, or one further down a list spoke
      return holding.every((state) => state === 'ended') ? ['mine', ...ends('waiting')] : []
    case 'chat.over':
      return holding.length > 0 ? ends('ended') : []
    default:
      return []
  }
}
