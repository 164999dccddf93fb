// What we said in chats, on its way to our own server. Each message has one key: said again after a cut it is kept once. Those of a chat
// leave one after the other, in the order they were written; a reload loses none. What the server refuses stays, with its reason.
import { useEffect, useSyncExternalStore } from 'react'
import { postReply, type CaseId, type ConversationId, type UploadId } from '#cases/contract'
import { newKey, Refused, send, Unreachable } from '#ui/api'
import { dropDraft, keepDraft, readDraft } from '#ui/drafts'
import { live } from '#ui/live'
import { readOn } from '../thread/threads.ts'

export type Attached = { id: UploadId; name: string; type: string; size: number }
export type Parcel = {
  key: string
  conversation: ConversationId
  case_id: CaseId
  text: string
  files: readonly Attached[]
  at: string
  state: 'queued' | 'sending' | 'waiting' | 'refused' | 'sent'
  tries: number
  reason: { fr: string; en: string } | null
  interaction: string | null // once the server has it
}
type Wish = Pick<Parcel, 'conversation' | 'case_id' | 'text' | 'files'>

const SUBJECT = 'chat-outbox'
const LONGEST_WAIT = 15_000
const NONE: readonly Parcel[] = []
let parcels: readonly Parcel[] | null = null
let byChat: ReadonlyMap<string, readonly Parcel[]> = new Map()
const listeners = new Set<() => void>()

export function post(wish: Wish): void {
  const parcel = {
    ...wish,
    key: newKey(),
    at: new Date().toISOString(),
    state: 'queued',
    tries: 0,
    reason: null,
    interaction: null,
  } as const
  keep([...held(), parcel])
  next(wish.conversation)
}

/** Once more, with the same key: had it arrived after all, nothing is said twice. */
export function again(key: string): void {
  const parcel = held().find((each) => each.key === key)
  if (!parcel || parcel.state === 'sending' || parcel.state === 'sent') return
  change(key, { state: 'queued', reason: null })
  next(parcel.conversation)
}

export const drop = (key: string): void => keep(held().filter((each) => each.key !== key))

/** The thread shows these now; what stood for them can go. */
export function shown(interactions: ReadonlySet<string>): void {
  const rest = held().filter(({ interaction }) => interaction === null || !interactions.has(interaction))
  if (rest.length < held().length) keep(rest)
}

export function useParcels(conversation: string): readonly Parcel[] {
  useEffect(resume, [])
  return useSyncExternalStore(listen, () => {
    held()
    return byChat.get(conversation) ?? NONE
  })
}

function next(conversation: ConversationId): void {
  const mine = held().filter((each) => each.conversation === conversation)
  if (mine.some(({ state }) => state === 'sending')) return
  const parcel = mine.find(({ state }) => state === 'queued' || state === 'waiting')
  if (parcel && parcel.state !== 'waiting') void carry(parcel)
}

async function carry(parcel: Parcel): Promise<void> {
  const { key, conversation, case_id, text, files, tries } = parcel
  change(key, { state: 'sending' })
  const wish = { id: case_id, conversation, text, uploads: files.map(({ id }) => id), cc: [], undo_seconds: 0, close: false }
  try {
    const { id } = await send(postReply, wish, { key })
    change(key, { state: 'sent', interaction: id })
    readOn(conversation)
  } catch (error) {
    if (error instanceof Unreachable) {
      change(key, { state: 'waiting', tries: tries + 1 })
      setTimeout(() => wake(key), Math.min(LONGEST_WAIT, 1_000 * 2 ** tries))
      return
    }
    change(key, {
      state: 'refused',
      reason: error instanceof Refused ? { fr: error.sentence('fr'), en: error.sentence('en') } : null,
    })
    if (!(error instanceof Refused)) throw error
  }
  next(conversation)
}

function wake(key: string): void {
  const parcel = held().find((each) => each.key === key && each.state === 'waiting')
  if (!parcel) return
  change(key, { state: 'queued' })
  next(parcel.conversation)
}

let watching = false

// Left by an earlier page: they go again as soon as the line is there.
function resume(): void {
  if (watching) return
  watching = true
  keep(held().map((each): Parcel => (each.state === 'sending' || each.state === 'queued' ? { ...each, state: 'waiting' } : each)))
  const all = () => held().forEach(({ key }) => wake(key))
  addEventListener('online', all)
  live.watch(() => live.state === 'open' && all())
  all()
}

function change(key: string, part: Partial<Parcel>): void {
  keep(held().map((each) => (each.key === key ? { ...each, ...part } : each)))
}

function held(): readonly Parcel[] {
  if (parcels === null) arrange(readParcels(readDraft(SUBJECT)?.value))
  return parcels ?? NONE
}

function keep(all: readonly Parcel[]): void {
  arrange(all)
  const unsent = all.filter(({ state }) => state !== 'sent')
  if (unsent.length === 0) dropDraft(SUBJECT)
  else keepDraft(SUBJECT, unsent)
  for (const listener of listeners) listener()
}

function arrange(all: readonly Parcel[]): void {
  parcels = all
  byChat = Map.groupBy(all, ({ conversation }) => conversation)
}

function readParcels(kept: unknown): Parcel[] {
  if (!Array.isArray(kept)) return []
  const isParcel = (each: unknown): each is Parcel =>
    each !== null &&
    typeof each === 'object' &&
    'key' in each &&
    'conversation' in each &&
    'case_id' in each &&
    'text' in each &&
    'files' in each
  return kept.filter(isParcel)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
