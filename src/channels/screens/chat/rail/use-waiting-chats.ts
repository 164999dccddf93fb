// How many chats wait, for the rail. It stands in the first page of the desk, so what counts is fetched after it and is not part of it.
import { useSyncExternalStore } from 'react'

type Watch = { listen: (listener: () => void) => () => void; count: () => number | undefined }
let watch: Watch | null = null
const early = new Set<() => void>()

export const useWaitingChats = (): number | undefined => useSyncExternalStore(listen, () => watch?.count())

function listen(listener: () => void): () => void {
  if (watch) return watch.listen(listener)
  if (early.size === 0) void begin()
  early.add(listener)
  let leave = () => void early.delete(listener)
  void begin().then((begun) => {
    if (early.delete(listener)) leave = begun.listen(listener) as () => undefined
    listener()
  })
  return () => leave()
}

let begun: Promise<Watch> | null = null
const begin = (): Promise<Watch> => (begun ??= import('./waiting-watch.ts').then(({ waitingWatch }) => (watch = waitingWatch())))
