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

const AT_ONCE = 1_000
/** Each of a list made into another; where there are tens of thousands, whoever waits is let in between. */
export async function inPieces<From, To>(list: readonly From[], of: (from: From) => To): Promise<To[]> {
  if (list.length <= AT_ONCE) return list.map((each) => of(each))
  const made: To[] = []
  const wayGiven = givingWay()
  for (const each of list) {
    made.push(of(each))
    const turn = wayGiven()
    if (turn) await turn
  }
  return made
}
