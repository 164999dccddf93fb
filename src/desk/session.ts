// Who sits at the desk. The room that signs people in fills this; the frame only shows it.
import { useSyncExternalStore } from 'react'
import type { Presence } from '#ui/person'

export type Seat = {
  id: string
  name: string
  role: string
  presence: Presence
  setPresence: (to: Presence) => void
  signOut: () => void
}

const listeners = new Set<() => void>()
let seat: Seat | null = null

export function sit(next: Seat | null): void {
  seat = next
  for (const listener of listeners) listener()
}

export const useSeat = (): Seat | null => useSyncExternalStore(listen, () => seat)

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
