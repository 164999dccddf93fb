// Long pure work done beside others: whoever waits is let in between its steps, so that no request holds up the server.

const MILLISECONDS = 15

/** Asked after each step: waits a turn of the loop when the last turn has lasted long enough, else not at all. */
export function givingWay(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < MILLISECONDS) return undefined
    return new Promise<void>((resolve) => setImmediate(resolve)).then(() => void (since = performance.now()))
  }
}
