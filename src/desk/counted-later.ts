// How many wait somewhere, or how I stand, for the rail. What knows it is fetched after the first page and is no part of it.
import { useSyncExternalStore } from 'react'

type Watch<Value> = { listen: (listener: () => void) => () => void; count: () => Value | undefined }

/** A hook that says how many there are once somebody who can count has come. */
export function countedLater<Value = number>(begin: () => Promise<Watch<Value>>): () => Value | undefined {
  let watch: Watch<Value> | null = null
  let coming: Promise<void> | null = null
  const listeners = new Set<() => void>()
  const start = async (): Promise<void> => {
    watch = await begin()
    const tell = (): void => listeners.forEach((each) => each())
    watch.listen(tell)
    tell() // what was counted while we came
  }
  const listen = (listener: () => void): (() => void) => {
    listeners.add(listener)
    coming ??= start().catch(() => void (coming = null)) // tried again when somebody looks again
    return () => listeners.delete(listener)
  }
  const count = (): Value | undefined => watch?.count()
  return () => useSyncExternalStore(listen, count)
}
