// How often somebody may do something: so many in a minute and so many in an hour, counted exactly. What was refused is not counted, so nobody
// stays shut out by knocking. Times in milliseconds of a clock that only runs forward.
export type Span = { seconds: number; most: number }
export type Tally = {
  /** Seconds to wait; 0: it was let through and counted. */
  take(who: string, now: number, spans: readonly Span[]): number
}

export function makeTally(mostCallers: number): Tally {
  const times = new Map<string, number[]>()
  return {
    take: (who, now, spans) => {
      const longest = Math.max(...spans.map(({ seconds }) => seconds)) * 1_000
      const recent = (times.get(who) ?? []).filter((at) => at > now - longest)
      const wait = Math.max(0, ...spans.map((span) => secondsUntilFree(recent, now, span)))
      if (wait === 0) recent.push(now)
      times.delete(who) // the map keeps the order of use: the first is the longest silent
      if (recent.length > 0) times.set(who, recent)
      if (times.size > mostCallers) times.delete(times.keys().next().value!) // it is not empty
      return wait
    },
  }
}

// The span is free again when the one that is `most` before the next leaves it.
function secondsUntilFree(recent: readonly number[], now: number, { seconds, most }: Span): number {
  const nth = recent.at(-most)
  return nth === undefined ? 0 : Math.max(0, (nth + seconds * 1_000 - now) / 1_000)
}
