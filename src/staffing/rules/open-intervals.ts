// In which intervals a queue is open. Pure but for the calendars it is given.

export type Grid = { from_ms: number; count: number; step_ms: number }
export type Opening = { from_ms: number; to_ms: number }

/** An interval is open when the queue is open at any moment of it. Openings in order, not overlapping. */
export function openIn(openings: readonly Opening[], { from_ms, count, step_ms }: Grid): boolean[] {
  let next = 0
  return Array.from({ length: count }, (_, place) => {
    const begins = from_ms + place * step_ms
    while (openings[next] && openings[next]!.to_ms <= begins) next++
    const opening = openings[next]
    return opening !== undefined && opening.from_ms < begins + step_ms
  })
}
