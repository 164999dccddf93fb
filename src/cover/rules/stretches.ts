// The time of an absence cut where somebody else's absence begins or ends: within each stretch the same person stands in.

export type Away = { person: string; starts_at: Temporal.Instant; ends_at: Temporal.Instant }
export type Stretch = { from: Temporal.Instant; until: Temporal.Instant }
export const MOST_STRETCHES = 40

const compare = Temporal.Instant.compare.bind(Temporal.Instant)

/** The stretches of [from, until) in order, without gap or overlap; at most MOST_STRETCHES, the last one reaching to the end. Pure. */
export function stretchesOf({ from, until }: Stretch, away: readonly Away[]): Stretch[] {
  const cuts = away
    .flatMap(({ starts_at, ends_at }) => [starts_at, ends_at])
    .filter((at) => compare(at, from) > 0 && compare(at, until) < 0)
    .toSorted(compare)
    .filter((at, place, all) => place === 0 || compare(at, all[place - 1]!) !== 0)
    .slice(0, MOST_STRETCHES - 1)
  const edges = [from, ...cuts, until]
  return edges.slice(1).map((end, place) => ({ from: edges[place]!, until: end }))
}

/** Neighbours that say the same become one. */
export function joined<Said extends Stretch>(stretches: readonly Said[], isSame: (a: Said, b: Said) => boolean): Said[] {
  const whole: Said[] = []
  for (const each of stretches) {
    const last = whole.at(-1)
    if (last && isSame(last, each)) whole[whole.length - 1] = { ...last, until: each.until }
    else whole.push(each)
  }
  return whole
}

/** When one person is away within a time, as stretches of it. */
export const awayWithin = (person: string, { from, until }: Stretch, away: readonly Away[]): Stretch[] =>
  away
    .filter((each) => each.person === person && compare(each.starts_at, until) < 0 && compare(each.ends_at, from) > 0)
    .map(({ starts_at, ends_at }) => ({
      from: compare(starts_at, from) < 0 ? from : starts_at,
      until: compare(ends_at, until) > 0 ? until : ends_at,
    }))
