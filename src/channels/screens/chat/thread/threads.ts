// What was said in the chats one has open, kept while one goes from one to the other and read on as the journal tells of more: the
// latest few lines, not the whole thread again. Bounded: the threads looked at longest ago are let go.
import { useEffect, useSyncExternalStore } from 'react'
import { listInteractions, type CaseId, type ConversationId } from '#cases/contract'
import { send } from '#ui/api'
import { atMostEvery } from '#ui/at-most-every'
import { afterReading, type Read } from './lines.ts'

export type Thread = {
  read: readonly Read[]
  earlier: string | null // the cursor of what came before; null: nothing did
  state: 'reading' | 'read' | 'failed'
  error: Error | null
  goingBack: boolean
}
type Of = { conversation: ConversationId; case_id: CaseId }

const FIRST = 80
const NEWS = 15
const MOST_THREADS = 20
const PAUSE_MILLISECONDS = 200
const NOTHING: Thread = { read: [], earlier: null, state: 'reading', error: null, goingBack: false }

const threads = new Map<ConversationId, Thread>()
const readers = new Map<ConversationId, () => void>()
const cases = new Map<CaseId, ConversationId>()
const listeners = new Set<() => void>()

export function useThread({ conversation, case_id }: Of): Thread {
  useEffect(() => {
    begin({ conversation, case_id })
    cases.set(case_id, conversation)
    readers.get(conversation)?.()
  }, [conversation, case_id])
  return useSyncExternalStore(listen, () => threads.get(conversation) ?? NOTHING)
}

/** The journal told of something in this chat, or in this case (`ofCase`): if it is held here, the latest lines are read. */
export const readOn = (conversation: ConversationId): void => readers.get(conversation)?.()
export const ofCase = (id: CaseId): ConversationId | undefined => cases.get(id)
export const readAllOn = (): void => [...readers.values()].forEach((read) => read())

function begin(of: Of): void {
  const known = threads.get(of.conversation)
  threads.delete(of.conversation) // and put last: it is the one looked at most recently
  threads.set(of.conversation, known ?? NOTHING)
  if (!readers.has(of.conversation))
    readers.set(
      of.conversation,
      atMostEvery(PAUSE_MILLISECONDS, () => void readLatest(of)),
    )
  const [oldest] = threads.keys()
  if (threads.size <= MOST_THREADS || oldest === undefined) return
  threads.delete(oldest)
  readers.delete(oldest)
}

async function readLatest({ conversation, case_id }: Of): Promise<void> {
  const known = threads.get(conversation) ?? NOTHING
  try {
    const few = known.state === 'read'
    let { items, next } = await send(listInteractions, { id: case_id, limit: few ? NEWS : FIRST })
    const joins = items.length < NEWS || items.some(({ id }) => known.read.some((each) => each.id === id))
    if (few && !joins) ({ items, next } = await send(listInteractions, { id: case_id, limit: FIRST })) // much was said meanwhile
    const held = few && joins
    const ours = items.filter(({ conversation_id }) => conversation_id === conversation)
    const now = threads.get(conversation) ?? NOTHING
    keep(conversation, {
      read: afterReading(now.read, ours, held ? 'news' : few ? 'afresh' : 'first'),
      earlier: held ? now.earlier : next,
      state: 'read',
      error: null,
      goingBack: false,
    })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    keep(conversation, { ...known, state: known.state === 'read' ? 'read' : 'failed', error })
  }
}

/** What came before the first line shown. */
export async function goBack({ conversation, case_id }: Of): Promise<void> {
  const known = threads.get(conversation)
  if (!known?.earlier || known.goingBack) return
  keep(conversation, { ...known, goingBack: true })
  try {
    const { items, next } = await send(listInteractions, { id: case_id, limit: FIRST, cursor: known.earlier })
    const now = threads.get(conversation) ?? NOTHING
    const ours = items.filter(({ conversation_id }) => conversation_id === conversation)
    keep(conversation, { ...now, read: afterReading(now.read, ours, 'first'), earlier: next, goingBack: false })
  } catch (error) {
    const now = threads.get(conversation) ?? NOTHING
    keep(conversation, { ...now, goingBack: false, error: error instanceof Error ? error : null })
  }
}

function keep(conversation: ConversationId, thread: Thread): void {
  threads.set(conversation, thread)
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
