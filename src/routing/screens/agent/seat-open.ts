// Whether the panel of my seat is open. Pressed in the seat menu, shown over the desk.
import { useSyncExternalStore } from 'react'

let open = false
const listeners = new Set<() => void>()

export function openSeat(to = true): void {
  open = to
  for (const listener of listeners) listener()
}

export const useSeatOpen = (): boolean => useSyncExternalStore(listen, () => open)

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
