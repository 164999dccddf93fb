// What one does with an offer, a wrap-up or one's seat. What is refused is said where it was pressed, in the words of the refusal.
import { Refused, send } from '#ui/api'
import { setPresence, type PresenceState } from '#staff/contract'
import { tell } from '#ui/failure'
import { toast } from '#ui/toast'
import { say } from '#ui/words'
import {
  postNext,
  putAcceptance,
  putDecline,
  putItemFinished,
  putMySeat,
  putWrapUp,
  type Item,
  type ItemId,
  type Offered,
} from '../../contract.ts'
import { opensAt } from '../../offered/opens.ts'
import { dropOffer, heldNow, keepSeat, readHeld } from './held.ts'
import { words } from './offer-words.ts'

export const pageOf = ({ kind, subject_id, case: of }: Item): string => opensAt({ kind, case_id: of?.id ?? null, subject_id })

type Id = Offered['id']
const answered = new Set<unknown>() // offers and items, by this desk: what is told of them afterwards needs no second sentence
export const answeredHere = (id: unknown): boolean => answered.has(id)
const JUST_NOW_MILLISECONDS = 5_000
let asked = -JUST_NOW_MILLISECONDS
export const askedJustNow = (): boolean => performance.now() - asked < JUST_NOW_MILLISECONDS

/** The page that opens; null when it was not ours to take any more. */
export async function accept({ id, item: { id: of } }: Offered): Promise<string | null> {
  answered.add(id).add(of)
  try {
    const { item } = await send(putAcceptance, { id })
    dropOffer(id)
    void readHeld()
    return pageOf(item)
  } catch (refused) {
    answered.delete(id)
    answered.delete(of)
    failed(refused, id)
    return null
  }
}

export async function decline({ id }: Offered, because: string): Promise<void> {
  answered.add(id)
  try {
    await send(putDecline, { id, because })
    dropOffer(id)
    toast({ text: say(words, 'declined') })
    void readHeld()
  } catch (refused) {
    answered.delete(id)
    failed(refused, id)
  }
}

export async function wrapUp(done: boolean): Promise<void> {
  try {
    keepSeat(await send(putWrapUp, { done }))
    if (!done) toast({ text: say(words, 'wrapOnce') })
  } catch (refused) {
    failed(refused)
  }
}

/** The page of what came, which is mine at once; null where nothing waits. */
export async function askForNext(): Promise<string | null> {
  asked = performance.now()
  try {
    const { item } = await send(postNext, {})
    toast(item ? { text: say(words, 'yours', { title: item.title }), tone: 'good' } : { text: say(words, 'nothing') })
    void readHeld()
    return item && (item.case || item.subject_id) ? pageOf(item) : null
  } catch (refused) {
    failed(refused)
    return null
  }
}

// Who is noted as busy or away has a seat that is paused for that: to be ready is to say both.
const PRESENCES: ReadonlySet<string> = new Set(['busy', 'away', 'offline'] satisfies PresenceState[])

export type Standing = { state: 'ready' | 'paused'; because?: string; until?: string; channels?: string[] }
export async function stand({ state, because = '', channels = [], until }: Standing): Promise<void> {
  try {
    if (state === 'ready' && PRESENCES.has(heldNow().seat?.because ?? '')) await send(setPresence, { state: 'available' })
    keepSeat(await send(putMySeat, { state, because, channels, ...(until ? { until } : {}) }))
  } catch (refused) {
    failed(refused)
  }
}

// An offer that is over goes from the screen; whatever else was refused stays, to be tried again.
function failed(refused: unknown, id?: Id): void {
  if (id !== undefined && refused instanceof Refused && refused.status !== 422) dropOffer(id)
  tell(refused)
  void readHeld()
}

/** What does not end by itself is done when whoever has it says so. */
export async function finish(id: ItemId): Promise<void> {
  try {
    await send(putItemFinished, { id })
    await readHeld()
  } catch (refused) {
    failed(refused)
  }
}
