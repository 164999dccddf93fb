// One thing that changes faster than a page should be drawn: whoever shows it listens to it alone.
import { useSyncExternalStore } from 'react'

export type Stored<Value> = { get: () => Value; set: (to: Value) => void; listen: (listener: () => void) => () => void }

export function stored<Value>(begun: Value): Stored<Value> {
  const listeners = new Set<() => void>()
  let value = begun
  return {
    get: () => value,
    set: (to) => {
      if (Object.is(to, value)) return
      value = to
      for (const each of listeners) each()
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const useStored = <Value>({ get, listen }: Stored<Value>): Value => useSyncExternalStore(listen, get)
