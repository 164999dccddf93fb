// The engine knows handles, people know names: lists of names in the order in which they were first said.
export type Names = { readonly list: string[]; of(name: string): number; has(name: string): boolean }

export function newNames(first: Iterable<string> = []): Names {
  const handles = new Map<string, number>()
  const list: string[] = []
  const of = (name: string): number => {
    const known = handles.get(name)
    if (known !== undefined) return known
    handles.set(name, list.length)
    return list.push(name) - 1
  }
  for (const name of first) of(name)
  return { list, of, has: (name) => handles.has(name) }
}
