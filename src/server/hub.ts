// Who is connected live, and what each may hear. Journal events are turned into text once per tenant and handed to every desk of it;
// a desk that does not keep up is hung up on and comes back by itself.
import type { Writable } from 'node:stream'
import type { WebSocket } from 'ws'
import { can } from '#access'
import type { Actor, TenantId } from '#base/contract'
import { log } from '#base/log'
import { placeText, type Event, type Watcher } from '#base/journal'
import type { SessionId } from '#access/contract'
import { frameOf } from './frames.ts'
import { keepVisitors } from './visitors.ts'
import type { ChatHub } from '#channels'
import { hearsAll, isForSome, isOfTheDesk, mayHear, type BrandOf, type Lookups } from './audience.ts'

export type Guest = {
  socket: WebSocket
  wire: Writable
  tenant: TenantId
  actor: Actor
  session: SessionId | undefined
  looking: string | null
  typing: boolean
}
export type Hub = {
  watch: Watcher
  enter(guest: Guest): void
  leave(guest: Guest): void
  say(guest: Guest, ephemeral: { looking?: string | null; typing?: boolean }): void
  end(which: { tenant: TenantId; actor: string; sessions: readonly SessionId[] | null }): void
  size(): number
  here(): Iterable<Guest>
  close(): void
}

const nobody: ChatHub['desk'] = { here: () => [], onChange: () => () => {}, typing: () => {} }
const MOST_UNREAD_BYTES = 2_000_000
const PRESENCE_MILLISECONDS = 150
const GATHER_MILLISECONDS = 20 // at the least between two rounds: nobody sees it, and five hundred desks hear five events for the price of one

export function openHub(lookups: Lookups, chats: ChatHub['desk'] = nobody): Hub {
  const guests = new Map<TenantId, Set<Guest>>()
  const stirred = new Set<TenantId>()
  const visitors = keepVisitors(chats, (tenant) => guests.get(tenant) ?? [])
  const timer = setInterval(() => {
    void tellPresence(guests, stirred, lookups.brandOf)
    visitors.tell()
  }, PRESENCE_MILLISECONDS)
  timer.unref()
  let news: Event[] = []
  let telling: NodeJS.Timeout | undefined
  let told_at = 0
  const tellAll = (): void => {
    const told = news
    news = []
    telling = undefined
    told_at = performance.now()
    for (const [tenant, events] of Map.groupBy(told, (event) => event.tenant_id))
      tell(guests.get(tenant) ?? new Set(), events, lookups)
  }
  const of = (tenant: TenantId): Set<Guest> => guests.get(tenant) ?? new Set()
  return {
    watch: (events) => {
      news.push(...events.filter((event) => guests.get(event.tenant_id)?.size && isOfTheDesk(event)))
      if (news.length > 0) telling ??= setTimeout(tellAll, Math.max(0, told_at + GATHER_MILLISECONDS - performance.now()))
    },
    enter: (guest) => {
      guests.set(guest.tenant, of(guest.tenant).add(guest))
      stirred.add(guest.tenant)
      visitors.show(guest)
    },
    leave: (guest) => {
      of(guest.tenant).delete(guest)
      stirred.add(guest.tenant)
    },
    say: (guest, { looking, typing }) => {
      visitors.agentTypes(guest, { looking, typing: typing === true })
      if (looking !== undefined) guest.looking = looking
      guest.typing = typing === true
      stirred.add(guest.tenant)
    },
    end: ({ tenant, actor, sessions }) => {
      for (const guest of of(tenant)) {
        const theirs = guest.actor.kind !== 'system' && guest.actor.id === actor
        if (theirs && (sessions === null || (guest.session && sessions.includes(guest.session))))
          guest.socket.close(4401, 'your rights have changed')
      }
    },
    size: () => [...guests.values()].reduce((sum, set) => sum + set.size, 0),
    here: () => [...guests.values()].flatMap((set) => [...set]),
    close: () => {
      clearInterval(timer)
      clearTimeout(telling)
      visitors.close()
      for (const set of guests.values()) for (const guest of set) guest.socket.close(1001, 'the server stops')
    },
  }
}

export function eventText(event: Event): string {
  const { name, at, case_id, actor_kind, actor_id, payload } = event
  return JSON.stringify({
    seq: placeText(event),
    name,
    at: at.toString(),
    ...(case_id ? { case_id } : {}),
    actor: { kind: actor_kind, id: actor_id },
    payload,
  })
}

function tell(listeners: Set<Guest>, events: readonly Event[], lookups: Lookups): void {
  const [some, all] = [events.filter(isForSome), events.filter((event) => !isForSome(event))].map(textsOf)
  const frames = Buffer.concat(all!.map(({ text }) => frameOf(text)))
  for (const guest of listeners) {
    const wide = hearsAll(guest.actor, 'case.read')
    if (wide && all!.length > 0) handFrames(guest, frames)
    for (const { event, text } of wide ? some! : [...all!, ...some!])
      void mayHear(guest.actor, event, lookups).then((theirs) => (theirs ? hand(guest, text) : undefined), unheard)
  }
}

const textsOf = (events: readonly Event[]) => events.map((event) => ({ event, text: eventText(event) }))

// Past the library, which would make the same frames anew for every desk. Nothing else is half written: it compresses nothing.
function handFrames({ socket, wire }: Guest, frames: Buffer): void {
  if (socket.bufferedAmount > MOST_UNREAD_BYTES) return socket.terminate()
  if (socket.readyState === socket.OPEN) wire.write(frames)
}

const unheard = (error: Error): void => log.warn({ error }, 'an event could not be told')

function hand(guest: Guest, text: string): void {
  if (guest.socket.bufferedAmount > MOST_UNREAD_BYTES) return guest.socket.terminate()
  guest.socket.send(text)
}

// Who looks at which case, told to everybody of the tenant who may read that case; kept nowhere.
type Presence = Record<string, { person: string; typing: boolean }[]>

async function tellPresence(guests: Map<TenantId, Set<Guest>>, stirred: Set<TenantId>, brandOf: BrandOf): Promise<void> {
  const tenants = [...stirred]
  stirred.clear()
  for (const tenant of tenants) {
    const here = [...(guests.get(tenant) ?? [])]
    const cases: Presence = {}
    for (const { actor, looking, typing } of here)
      if (looking && actor.kind === 'person') (cases[looking] ??= []).push({ person: actor.id, typing })
    const text = JSON.stringify({ presence: cases })
    for (const guest of here) if (hearsAll(guest.actor, 'case.read')) hand(guest, text)
    const narrow = here.filter((guest) => !hearsAll(guest.actor, 'case.read'))
    if (narrow.length === 0) continue
    const brands = await Promise.all(
      Object.keys(cases).map(async (id) => [id, await brandOf(tenant, id).catch(() => null)] as const),
    )
    for (const guest of narrow) {
      const theirs = brands.filter(([, brand]) => can(guest.actor, 'case.read', { brand })).map(([id]) => [id, cases[id]])
      hand(guest, JSON.stringify({ presence: Object.fromEntries(theirs) }))
    }
  }
}
