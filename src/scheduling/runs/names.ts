// What the optimiser calls people and things: it says them in its sentences, so they are names, and no two are the same. Pure.
const LONGEST = 100

/** A name for each key, told apart where two are the same: "Ana", "Ana (2)". */
export function uniqueNames<Key extends string>(named: readonly { id: Key; name: string }[]): Map<Key, string> {
  const taken = new Set<string>()
  return new Map(
    named.map(({ id, name }) => {
      const base = name.trim().slice(0, LONGEST) || '?'
      let unique = base
      for (let nth = 2; taken.has(unique); nth++) unique = `${base} (${nth})`
      taken.add(unique)
      return [id, unique]
    }),
  )
}
