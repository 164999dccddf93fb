/** Runs at once, then at most once per `milliseconds`, and never forgets the last wish. */
export function atMostEvery(
  milliseconds: number,
  run: () => void,
  later: (run: () => void, milliseconds: number) => unknown = setTimeout,
): () => void {
  let resting = false
  let wanted = false
  const wake = (): void => {
    resting = false
    if (wanted) go()
  }
  const go = (): void => {
    wanted = false
    resting = true
    later(wake, milliseconds)
    run()
  }
  return () => {
    if (resting) wanted = true
    else go()
  }
}
