// "@Léa Martin" in a note. Pure.
type Named = { id: string; name: string }

/** What is typed after the "@" that the caret stands behind, or null. A mention begins a word and has at most three words. */
export function mentionAt(text: string, caret: number): string | null {
  const found = /(?:^|\s)@([\p{L}\p{M}'’-]*(?: [\p{L}\p{M}'’-]*){0,2})$/u.exec(text.slice(0, caret))
  return found?.[1] ?? null
}

/** The text with the begun mention made whole, and where the caret then stands. */
export function putMention(text: string, caret: number, name: string): { text: string; caret: number } {
  const before = text.slice(0, caret)
  const begun = mentionAt(text, caret) ?? ''
  const head = `${before.slice(0, before.length - begun.length)}${name} `
  return { text: head + text.slice(caret), caret: head.length }
}

/** Who is mentioned, each once. The longest names are looked for first: "@Jean Martin-Roy" does not mention Jean Martin. */
export function mentionsIn(text: string, people: readonly Named[]): string[] {
  let rest = text
  const found: string[] = []
  for (const { id, name } of people.toSorted((a, b) => b.name.length - a.name.length)) {
    if (!rest.includes(`@${name}`)) continue
    rest = rest.replaceAll(`@${name}`, ' ')
    found.push(id)
  }
  return found
}
