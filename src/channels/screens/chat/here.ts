// Who is on the line at the other end: told in passing, kept nowhere. The first frame after the line opens says everybody who is
// here; the later ones what changed.
import { useSyncExternalStore } from 'react'
import { live } from '#ui/live'
import { AWAY, whoIsHere, type Here } from './here-told.ts'

const known = whoIsHere()
const listeners = new Set<() => void>()
let line = live.state
live.onPassing('chats', (frame) => {
  known.tell(frame)
  for (const listener of listeners) listener()
})
live.watch(() => {
  if (live.state === line) return
  line = live.state
  if (line === 'open') known.open()
})

const signs = { gone: AWAY, online: { online: true, typing: false }, typing: { online: true, typing: true } } as const

export function useHere(conversation: string, otherwise: boolean): Here {
  const sign = useSyncExternalStore(listen, () => {
    const { online, typing } = known.of(conversation, otherwise)
    return online ? (typing ? 'typing' : 'online') : 'gone'
  })
  return signs[sign]
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
