// An offer that ended without me: said once, kindly, with what became of it.
import { send } from '#ui/api'
import type { JournalEvent } from '#ui/live'
import { toast } from '#ui/toast'
import { say } from '#ui/words'
import { getItem, type ItemId } from '../../contract.ts'
import { answeredHere } from './deeds.ts'
import { words } from './offer-words.ts'

const SECONDS = 8

export async function sayKindly({ name, payload }: JournalEvent): Promise<void> {
  if (name !== 'routing.offer_ended') return
  const { offer_id, item_id, as } = (payload ?? {}) as { offer_id?: unknown; item_id?: unknown; as?: unknown } // looked at here
  if (answeredHere(offer_id) || typeof item_id !== 'string') return
  if (as === 'lapsed') toast({ text: say(words, 'lapsed'), seconds: SECONDS })
  if (as === 'withdrawn') toast({ text: await becameOf(item_id as ItemId), seconds: SECONDS }) // named by the event
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
