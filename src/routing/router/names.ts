// Names for the engine's handles: a handle is the place of a name in a list.
export type Names = { readonly list: readonly string[]; readonly at: ReadonlyMap<string, number> }

export const namesOf = (list: readonly string[]): Names => ({ list, at: new Map(list.map((name, at) => [name, at])) })

/** -1 for a name that is not there: the engine's handle of nothing. */
export const handleOf = ({ at }: Names, name: string | null): number => (name === null ? -1 : (at.get(name) ?? -1))
export const nameOf = ({ list }: Names, handle: number): string => list[handle] ?? ''
