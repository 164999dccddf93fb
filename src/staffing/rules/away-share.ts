// The share of time in which people were away. Pure.

type Away = { person: string; starts_at: Temporal.Instant; ends_at: Temporal.Instant }
type Among = { starts_at: Temporal.Instant; ends_at: Temporal.Instant; people: number }

/** Time away ÷ time of all; spans of one person that overlap count once. Three decimals. */
export function awayShare(away: readonly Away[], { starts_at, ends_at, people }: Among): number {
  const [from, to] = [starts_at.epochMilliseconds, ends_at.epochMilliseconds]
  if (people === 0 || to <= from) return 0
  let total = 0
  for (const theirs of Map.groupBy(away, ({ person }) => person).values()) {
    let until = from
    for (const { starts_at: begin, ends_at: end } of theirs.toSorted(
      (a, b) => a.starts_at.epochMilliseconds - b.starts_at.epochMilliseconds,
    )) {
      const ends = Math.min(to, end.epochMilliseconds)
      total += Math.max(0, ends - Math.max(until, begin.epochMilliseconds))
      until = Math.max(until, ends)
    }
  }
  return Math.round((1_000 * total) / ((to - from) * people)) / 1_000
}
