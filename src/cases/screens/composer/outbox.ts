// Answers on their way to our own server. One that nobody acknowledged waits, visibly, with the same idempotency key, and goes again
// when the line heals; a reload does not lose it. What the server refuses comes back to the composer.
import { useEffect, useSyncExternalStore } from 'react'
import { newKey, Refused, send, Unreachable } from '#ui/api'
import { dropDraft, keepDraft, readDraft } from '#ui/drafts'
import { tell } from '#ui/failure'
import { live } from '#ui/live'
import { refetch } from '#ui/query'
import { toast } from '#ui/toast'
import { say } from '#ui/words'
import { countCases, getCase, listCases, postReply, UNDO_SECONDS, type CaseId } from '../../contract.ts'
import { words } from './composer-words.ts'
import { replyDraft, type ReplyDraft } from './draft.ts'
import { openComposer } from './open.ts'
import { rememberSent, undoSending } from './undo.ts'

type Wish = Omit<Parameters<typeof send<ReplyInput, unknown>>[1], never>
type ReplyInput = typeof postReply extends { input: { parse(value: unknown): infer Input } } ? Input : never
export type Parcel = { case_id: CaseId; key: string; wish: Wish; draft: ReplyDraft; state: 'sending' | 'waiting'; tries: number }

const SUBJECT = 'outbox'
const LONGEST_WAIT = 20_000
let parcels: readonly Parcel[] | null = null
const listeners = new Set<() => void>()

/** Twenty presses are one parcel: while one of this case is on its way, nothing is added. */
export function post(caseId: CaseId, wish: Wish, draft: ReplyDraft): void {
  if (held().some((each) => each.case_id === caseId)) return
  const parcel: Parcel = { case_id: caseId, key: newKey(), wish, draft, state: 'sending', tries: 0 }
  keep([...held(), parcel])
  void carry(parcel)
}

/** The answer becomes a draft again. If it had reached the server after all, the story of the case shows it. */
export function takeBack(caseId: CaseId): void {
  keep(held().filter((each) => each.case_id !== caseId))
  void refetch(getCase)
}

export function useParcel(caseId: CaseId): Parcel | null {
  useEffect(resume, [])
  return useSyncExternalStore(listen, () => held().find((each) => each.case_id === caseId) ?? null)
}

async function carry(parcel: Parcel): Promise<void> {
  try {
    const { id, leaves_at } = await send(postReply, parcel.wish, { key: parcel.key })
    if (!isHeld(parcel)) return
    keep(held().filter((each) => each.key !== parcel.key))
    rememberSent(id, parcel)
    dropDraft(replyDraft(parcel.case_id))
    openComposer(parcel.case_id, null)
    const text = say(words, parcel.wish.close ? 'sentAndClosed' : 'sent')
    const action = { label: say(words, 'undo'), run: () => void undoSending(parcel.case_id, id) }
    const left = Math.max(1, Math.min(UNDO_SECONDS, (Date.parse(leaves_at) - Date.now()) / 1000))
    if (parcel.wish.undo_seconds) toast({ text, seconds: left, action })
    else toast({ text, tone: 'good' }) // said where the visitor is, it cannot be unsaid
    await refetch(getCase, listCases, countCases)
  } catch (error) {
    if (!isHeld(parcel)) return
    if (error instanceof Unreachable) return wait(parcel)
    keep(held().filter((each) => each.key !== parcel.key))
    if (error instanceof Refused) {
      openComposer(parcel.case_id, 'reply')
      void refetch(getCase) // what stands in the way may have come since the case was read
    }
    tell(error)
  }
}

function wait(parcel: Parcel): void {
  const later: Parcel = { ...parcel, state: 'waiting', tries: parcel.tries + 1 }
  keep(held().map((each) => (each.key === parcel.key ? later : each)))
  setTimeout(() => again(later.key), Math.min(LONGEST_WAIT, 1_000 * 2 ** parcel.tries))
}

function again(key: string): void {
  const parcel = held().find((each) => each.key === key && each.state === 'waiting')
  if (!parcel) return
  const going: Parcel = { ...parcel, state: 'sending' }
  keep(held().map((each) => (each.key === key ? going : each)))
  void carry(going)
}

let watching = false

// Left by an earlier page: they go again as soon as the line is there.
function resume(): void {
  if (watching) return
  watching = true
  keep(held().map((each): Parcel => ({ ...each, state: 'waiting' })))
  const all = () => held().forEach(({ key }) => again(key))
  addEventListener('online', all)
  live.watch(() => live.state === 'open' && all())
  all()
}

const isHeld = ({ key }: Parcel): boolean => held().some((each) => each.key === key)

function held(): readonly Parcel[] {
  parcels ??= readParcels(readDraft(SUBJECT)?.value)
  return parcels
}

function keep(next: readonly Parcel[]): void {
  parcels = next
  if (next.length === 0) dropDraft(SUBJECT)
  else keepDraft(SUBJECT, next)
  for (const listener of listeners) listener()
}

function readParcels(kept: unknown): Parcel[] {
  if (!Array.isArray(kept)) return []
  return kept.filter(
    (each: unknown): each is Parcel =>
      each !== null && typeof each === 'object' && 'key' in each && 'wish' in each && 'draft' in each,
  )
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
