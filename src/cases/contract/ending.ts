// How an answer ends. The composer shows it and the channel writes it, so both ask here.
type Signed = { text: string; name: string | null; signature: string }

/** The lines below an answer: who wrote it, unless its last line says so already, and the signature of the brand. Pure. */
export function endingOf({ text, name, signature }: Signed): string[] {
  const last = text.trimEnd().split(/\r?\n/).at(-1)?.trim().toLowerCase() // prettier-ignore
  const who = name && last !== name.trim().toLowerCase() ? [name] : []
  return [...who, ...signature.trim().split(/\r?\n/)].filter((line) => line !== '')
}
