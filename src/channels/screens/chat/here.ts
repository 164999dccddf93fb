// Who is on the line at the other end: told in passing, kept nowhere. The first frame after the line opens says everybody who is
// here; the later ones what changed.
import { useSyncExternalStore } from 'react'
import { live } from '#ui/live'

export type Here = { online: boolean; typing: boolean }
const AWAY: Here = { online: false, typing: false }

/** What frames have told so far. Pure but for itself: `open` when the line opens anew, `tell` for each frame. */
export function whoIsHere() {
  const told = new Map<string, Here>()
  let whole = false // everybody who is here has been told since the line opened
  let awaiting = false
  return {
    open: () => {
      told.clear()
      whole = false
      awaiting = true
    },
    tell: (frame: unknown) => {
      if (awaiting) whole = true
      awaiting = false
      for (const [conversation, here] of readHere(frame)) told.set(conversation, here)
    },
    /** `otherwise`: what the list said when it was read, for who came late to the line. */
    of: (conversation: string, otherwise: boolean): Here =>
      told.get(conversation) ?? (whole || !otherwise ? AWAY : { online: true, typing: false }),
  }
}

// Told by the server in a shape of its own: looked at before it is believed.
export function readHere(frame: unknown): [string, Here][] {
  if (frame === null || typeof frame !== 'object') return []
  return Object.entries(frame).flatMap(([conversation, here]: [string, unknown]) =>
    here !== null && typeof here === 'object' && 'online' in here
      ? [
          [conversation, { online: here.online === true, typing: 'typing' in here && here.typing === true }] satisfies [
            string,
            Here,
          ],
        ]
      : [],
  )
}

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
