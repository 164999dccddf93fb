// The session ended under our hands (or was ended by somebody). The frame listens and shows the sign-in page; drafts stay.
const listeners = new Set<() => void>()

export const signedOut = {
  announce: (): void => {
    for (const listener of listeners) listener()
  },
  listen: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
