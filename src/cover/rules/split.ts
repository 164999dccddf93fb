// Sharing out what rests on somebody: evenly by what each has to do already, and every customer whole, for a customer has one person.

export type Thing = { key: string; customer: string | null }
export type Share<Item extends Thing> = { person: string; load: number; items: Item[] }

/**
 * Longest processing time first (Graham, 1969): the customers with the most things go first, each to whoever has the least by then, counting
 * what they had before. What belongs to no customer goes by itself. Equal loads: the first named. Pure; people must not be empty.
 */
export function splitEvenly<Item extends Thing>(
  items: readonly Item[],
  people: readonly { person: string; load: number }[],
): Share<Item>[] {
  if (people.length === 0) throw new RangeError('nobody to share it out to')
  const shares = people.map(({ person, load }) => ({ person, load, items: [] as Item[] }))
  const groups = [...Map.groupBy(items, ({ customer, key }) => customer ?? `alone ${key}`).values()]
  for (const group of groups.toSorted((a, b) => b.length - a.length)) {
    const least = shares.reduce((best, each) => (each.load < best.load ? each : best))
    least.items.push(...group)
    least.load += group.length
  }
  return shares
}
