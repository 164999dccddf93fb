// What frames have told of who is on the line at the other end. Pure.
export type Here = { online: boolean; typing: boolean }
export const AWAY: Here = { online: false, typing: false }

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
