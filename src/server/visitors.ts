// Which visitors are on a chat and who is typing, told to the desks that may read that chat; and the other way, that an agent is typing, to
// the visitor served. Kept nowhere.
import { can } from '#access'
import type { ChatHub, Here } from '#channels'
import type { TenantId } from '#base/contract'
import type { Guest } from './hub.ts'

const MOST_UNREAD_BYTES = 2_000_000

export type VisitorsTold = {
  tell(): void
  show(guest: Guest): void
  agentTypes(guest: Guest, now: { looking: string | null | undefined; typing: boolean }): void
  close(): void
}

export function keepVisitors(chats: ChatHub['desk'], desksOf: (tenant: TenantId) => Iterable<Guest>): VisitorsTold {
  const changed = new Map<TenantId, Map<string, Here>>()
  const off = chats.onChange((tenant, one) => {
    const news = changed.get(tenant) ?? new Map<string, Here>()
    changed.set(tenant, news.set(one.conversation, one))
  })
  return {
    tell: () => {
      for (const [tenant, news] of changed) for (const guest of desksOf(tenant)) tellDesk(guest, [...news.values()])
      changed.clear()
    },
    show: (guest) => tellDesk(guest, chats.here(guest.tenant)),
    agentTypes: ({ tenant, actor, looking: before }, { looking, typing }) => {
      if (actor.kind !== 'person') return
      const at = looking === undefined ? before : looking
      if (before && before !== at) chats.typing(tenant, { case: before, person: actor.id, on: false })
      if (at) chats.typing(tenant, { case: at, person: actor.id, on: typing })
    },
    close: off,
  }
}

function tellDesk({ socket, actor }: Guest, visitors: readonly Here[]): void {
  const theirs = visitors.filter(({ brand }) => can(actor, 'case.read', { brand }))
  if (theirs.length === 0) return
  if (socket.bufferedAmount > MOST_UNREAD_BYTES) return socket.terminate()
  socket.send(
    JSON.stringify({
      chats: Object.fromEntries(theirs.map(({ conversation, online, typing }) => [conversation, { online, typing }])),
    }),
  )
}
