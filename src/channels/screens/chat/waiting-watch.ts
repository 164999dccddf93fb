// Which chats wait, counted from the journal after one reading: no desk asks again each time a visitor writes.
import { send } from '#ui/api'
import { atMostEvery } from '#ui/at-most-every'
import { live } from '#ui/live'
import { listChats } from '../../contract.ts'
import { announceWaiting } from './bell/bell.ts'
import { count } from './waiting-count.ts'

const MOST = 200
const NAMES = ['chat.opened', 'chat.served', 'chat.over']
const PAUSE_MILLISECONDS = 10_000

export function waitingWatch() {
  const waiting = new Set<string>()
  const listeners = new Set<() => void>()
  let known = false
  const tell = (): void => listeners.forEach((listener) => listener())
  const read = async (): Promise<void> => {
    try {
      const { items } = await send(listChats, { state: 'waiting', limit: MOST })
      waiting.clear()
      for (const { conversation_id } of items) waiting.add(conversation_id)
      known = true
      tell()
    } catch {
      // the number stays away until the line is back: nobody needs a sentence about it
    }
  }
  const again = atMostEvery(PAUSE_MILLISECONDS, () => void read())
  live.onGap(again)
  live.on(NAMES, (event) => {
    count(waiting, event)
    if (event.name === 'chat.opened') announceWaiting(() => location.assign('/desk/chats'))
    tell()
  })
  again()
  return {
    listen: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    count: () => (known ? waiting.size : undefined),
  }
}
