// How often somebody wrote since we last answered. Pure. What is written in one go is one time: lines of a chat, a forgotten attachment.
type Said = { direction: 'in' | 'out'; kind: string; at: Temporal.Instant }

export const TIMES = 3
const ONE_GO_HOURS = 2

/** `said`: the latest first. How many times in a row the customer wrote without hearing from us. */
export function timesWithoutAnswer(said: readonly Said[]): number {
  let times = 0
  let later: Temporal.Instant | null = null
  for (const { direction, kind, at } of said) {
    if (kind !== 'message') continue
    if (direction === 'out') break
    if (!later || at.until(later).total('hours') > ONE_GO_HOURS) times++
    later = at
  }
  return times
}
