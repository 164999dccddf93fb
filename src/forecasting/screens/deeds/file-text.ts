// The text of a file as spreadsheets of several ages save it, and some of its lines for how they are written.

/** UTF-8, UTF-16 with its mark, or what Windows wrote before. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const LOOKED_AT = 400_000 // characters: what is wrong with the rest is told when it is brought
const [STRETCHES, LONG] = [200, 1_000] // all over the rest

export const isLong = (text: string): boolean => text.length > LOOKED_AT

/** The beginning of a text, and lines from all over the rest of it. */
export function beginningOf(text: string): { text: string; sample?: string } {
  if (!isLong(text) || /^[[{]/.test(text.trimStart())) return { text }
  const ends = text.lastIndexOf('\n', LOOKED_AT)
  const lines: string[] = []
  for (let i = 1; i <= STRETCHES; i++) {
    const at = Math.floor(ends + ((text.length - ends - LONG) * i) / STRETCHES)
    lines.push(...text.slice(Math.max(ends, at), at + LONG).split('\n').slice(1, -1))
  }
  return { text: text.slice(0, ends), sample: lines.join('\n') }
} // prettier-ignore
