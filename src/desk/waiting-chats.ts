// How many chats wait, for the rail. What counts them is fetched after the first page and is no part of it.
import { useSyncExternalStore } from 'react'

type Watch = { listen: (listener: () => void) => () => void; count: () => number | undefined }
let watch: Watch | null = null
let coming: Promise<void> | null = null
const listeners = new Set<() => void>()

export const useWaitingChats = (): number | undefined => useSyncExternalStore(listen, () => watch?.count())

function listen(listener: () => void): () => void {
  listeners.add(listener)
  coming ??= begin()
  return () => listeners.delete(listener)
}

async function begin(): Promise<void> {
  const { waitingChats } = await import('#channels/screens')
  watch = await waitingChats()
  watch.listen(() => listeners.forEach((each) => each()))
}
