// Who is here, on this server: the sockets of each visitor together, whichever tab or device they are in. Found by the visitor's secret, by
// the conversation once there is one, and by its case. Kept nowhere; a conversation is told again from its rows to whoever comes back.
import type { WebSocket } from 'ws'
import type { PersonId, TenantId } from '#base/contract'
import type { BrandId } from '#brands/contract'
import type { CaseId, ConversationId } from '#cases/contract'
import type { Answer, Face } from '../contract.ts'
import type { Allowance } from './rules/allowance.ts'
import type { Speaker } from './speaker.ts'

// One tab.
export type Line = {
  socket: WebSocket
  speaker: Speaker
  visitor: Visitor | null // null until it said hello
  told: number // the last place it was told; nothing before its welcome
  welcomed: boolean
  mine: Set<string> | null // what it said and has not been told the place of
  pace: Allowance
  nonsense: number
  alive: boolean
  here_since: number
  doing: Promise<void>
  waiting: number
}
// One secret, all its tabs.
export type Visitor = {
  key: string
  tenant: TenantId
  lines: Set<Line>
  chat: { conversation: ConversationId; case: CaseId; brand: BrandId; waiting_since: Temporal.Instant | null } | null
  served_by: { id: PersonId; face: Face | null } | null
  read_by_us: number
  over: boolean
  own_page: { case: CaseId; path: string } | null // the way to it, told again as long as they are here
  given: string[] // the last messages handed on without being read back
  pace: Allowance // of what it says
  typing_until: number
  agent_types: boolean
  reading: number // what it has read, not written down yet
  looking: boolean
  stirred: boolean
  reception: string
}
export type Here = { conversation: ConversationId; case: CaseId; brand: BrandId; online: boolean; typing: boolean }

export const MOST_UNREAD_BYTES = 256_000
const MOST_PACES = 10_000

export class Visitors {
  #bySecret = new Map<string, Visitor>()
  #byConversation = new Map<ConversationId, Visitor>()
  #byCase = new Map<CaseId, Set<Visitor>>()
  #listeners = new Set<(tenant: TenantId, one: Here) => void>()
  #paces = new Map<string, Allowance>() // of those who spoke and left: whoever comes back at once may say no more for it

  static keyOf = ({ admitted, hash }: Speaker): string => `${admitted.entry_point} ${hash.toString('base64')}`

  enter(line: Line): Visitor {
    const key = Visitors.keyOf(line.speaker)
    const visitor = this.#bySecret.get(key) ?? newVisitor(key, line.speaker.admitted.tenant, this.#paces.get(key))
    this.#bySecret.set(key, visitor)
    visitor.lines.add(line)
    line.visitor = visitor
    return visitor
  }

  leave(line: Line): void {
    const { visitor } = line
    if (!visitor?.lines.delete(line) || visitor.lines.size > 0) return
    this.#bySecret.delete(visitor.key)
    this.#remember(visitor)
    if (!visitor.chat) return
    const { conversation, case: of } = visitor.chat
    this.#byConversation.delete(conversation)
    this.#byCase.get(of)?.delete(visitor)
    if (this.#byCase.get(of)?.size === 0) this.#byCase.delete(of)
    this.tell(visitor)
  }

  #remember({ key, pace }: Visitor): void {
    this.#paces.delete(key)
    if (pace.at > 0) this.#paces.set(key, pace) // it has spoken
    const [first] = this.#paces.keys() // the longest gone
    if (this.#paces.size > MOST_PACES && first !== undefined) this.#paces.delete(first)
  }

  /** The visitor has a conversation from here on. */
  converses(visitor: Visitor, chat: NonNullable<Visitor['chat']>): void {
    const isNew = visitor.chat === null
    visitor.chat = chat
    if (!isNew || visitor.lines.size === 0) return
    this.#byConversation.set(chat.conversation, visitor)
    this.#byCase.set(chat.case, (this.#byCase.get(chat.case) ?? new Set()).add(visitor))
    this.tell(visitor)
  }

  of = (conversation: ConversationId): Visitor | undefined => this.#byConversation.get(conversation)
  ofSecret = (key: string): Visitor | undefined => this.#bySecret.get(key)
  ofCase = (of: CaseId): Iterable<Visitor> => this.#byCase.get(of) ?? []
  all = (): Visitor[] => [...this.#bySecret.values()]
  isHere = (tenant: TenantId, conversation: ConversationId): boolean => this.#byConversation.get(conversation)?.tenant === tenant
  isEmpty = (): boolean => this.#bySecret.size === 0

  here(tenant: TenantId): Here[] {
    return [...this.#byConversation.values()].filter((visitor) => visitor.tenant === tenant).map(hereOf)
  }

  onChange(listener: (tenant: TenantId, one: Here) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  tell(visitor: Visitor): void {
    if (visitor.chat) for (const listener of this.#listeners) listener(visitor.tenant, hereOf(visitor))
  }
}

const hereOf = ({ chat, lines, typing_until }: Visitor): Here => ({
  conversation: chat!.conversation, case: chat!.case, brand: chat!.brand, online: lines.size > 0, typing: lines.size > 0 && typing_until > 0,
}) // prettier-ignore

const newVisitor = (key: string, tenant: TenantId, pace: Allowance = { left: 20, at: 0 }): Visitor => ({
  key, tenant, lines: new Set(), chat: null, served_by: null, read_by_us: 0, over: false, own_page: null, given: [], pace, typing_until: 0,
  agent_types: false, reading: 0, looking: false, stirred: false, reception: '',
}) // prettier-ignore

/** Whoever does not keep up is hung up on, and comes back by itself. */
export function tellLine({ socket }: Pick<Line, 'socket'>, answer: Answer): void {
  if (socket.readyState !== socket.OPEN) return
  if (socket.bufferedAmount > MOST_UNREAD_BYTES) return socket.terminate()
  socket.send(JSON.stringify(answer))
}

export const tellAll = ({ lines }: Visitor, answer: Answer): void => {
  for (const line of lines) if (line.welcomed) tellLine(line, answer)
}
