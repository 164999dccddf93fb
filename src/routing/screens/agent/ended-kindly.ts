// What happened to an offer without me: said once, kindly, with what became of it. And what was accepted for me, where the queue does so.
import { ringIfAsked } from '#ui/chime'
import { send } from '#ui/api'
import type { JournalEvent } from '#ui/live'
import { toast } from '#ui/toast'
import { say } from '#ui/words'
import { getItem, type ItemId } from '../../contract.ts'
import { answeredHere, askedJustNow, pageOf } from './deeds.ts'
import { myId } from './held.ts'
import { words } from './offer-words.ts'

const SECONDS = 8
export type Go = (path: string) => void

export async function sayKindly({ name, payload }: JournalEvent, go: Go): Promise<void> {
  const told = (payload ?? {}) as { offer_id?: unknown; item_id?: unknown; as?: unknown; by?: unknown; person?: unknown } // looked at here
  const { offer_id, item_id, as, by, person } = told
  if (person !== myId() || typeof item_id !== 'string') return
  if (name === 'routing.taken' && by === 'offer' && !answeredHere(item_id) && !askedJustNow()) return await given(item_id as ItemId, go) // named by the event
  if (name !== 'routing.offer_ended' || answeredHere(offer_id)) return
  if (as === 'lapsed') toast({ text: say(words, 'lapsed'), seconds: SECONDS })
  if (as === 'withdrawn') toast({ text: await becameOf(item_id as ItemId), seconds: SECONDS })
} // prettier-ignore

async function given(id: ItemId, go: Go): Promise<void> {
  const item = await send(getItem, { id }).catch(() => null) // whoever reads no cases finds it in their hand
  if (!item) return
  ringIfAsked()
  const action = { label: say(words, 'open_it'), run: () => go(pageOf(item)) }
  toast({ text: say(words, 'yours', { title: item.title }), tone: 'good', seconds: null, action })
}

async function becameOf(id: ItemId): Promise<string> {
  try {
    const item = await send(getItem, { id })
    if (item.person) return say(words, 'takenBy', { name: item.person.name })
    if (item.ended_as === 'left') return say(words, 'customerLeft')
  } catch {
    // whoever reads no cases is told the plain thing
  }
  return say(words, 'withdrawn')
}
